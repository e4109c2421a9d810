"""Nothing that has been translated before is translated twice."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from polyleaf.translation import catalog

from ...conftest import LEAFLET, Sandbox
from ...test_cli import translated

pytestmark = pytest.mark.slow

PO, OTHER = (f"locales/es/LC_MESSAGES/{name}.po" for name in ("hands", "arms"))
SOAP = "Use **soap** for 30 seconds [@who-2009]. Call {clinic.phone}."
TMX = """\
<?xml version="1.0" encoding="UTF-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="*all*"/><body>
<tu><tuv lang="EN-US"><seg>Clean your arms</seg></tuv><tuv lang="ES-MX"><seg>Lave</seg></tuv></tu>
<tu><tuv lang="en_GB"><seg>Clean your arms</seg></tuv><tuv lang="es"><seg>Lávese</seg></tuv>
<tuv lang="PT-BR"><seg>Lave os braços</seg></tuv></tu>
<tu><tuv lang="en"><seg>Wet both arms.</seg></tuv><tuv lang="es"><seg>Mójelos.</seg></tuv></tu>
<tu><tuv lang="en"><seg>Then dry them.</seg></tuv><tuv lang="es"><seg>Séquelos.</seg></tuv></tu>
<tu><tuv lang="en"><seg>Use it for 3 days only.</seg></tuv>
<tuv lang="es"><seg>Úselo solo 2 días.</seg></tuv></tu>
</body></tmx>
"""


def entries(project: Sandbox, name: str = OTHER) -> dict[str, catalog.Entry]:
    """The messages of a catalog in use by source text."""
    found = catalog.read((project.root / name).read_bytes(), name)
    return {entry.msgid: entry for entry in found.active}


def another(project: Sandbox) -> None:
    """A second leaflet, with texts of the first, one that is like one of them, and new ones."""
    text = LEAFLET.replace("id: how", "id: arms").replace("20 seconds", "30 seconds")
    text = text.replace("Washing hands", "Clean your arms").replace("How to wash", "Now the arms")
    project.write("content/arms.yaml", text.replace("Rub them.", "Wet both arms. Then dry them."))


def words(project: Sandbox, leaflet: str) -> dict[str, Any]:
    done = project.run("status", leaflet, "-l", "es", "--format", "json")
    (row,) = json.loads(done.stdout)["rows"]
    found: dict[str, Any] = row["to_translate"]
    return found


def test_a_leaflet_with_another_name_keeps_its_translations_and_their_review(
    project: Sandbox,
) -> None:
    translated(project)
    assert not project.run("sign", "hands", "-l", "es", "--by", "Dra. Ruiz").returncode
    before = entries(project, PO)
    (project.root / "content/hands.yaml").rename(project.root / "content/arms.yaml")
    done = project.run("catalogs")
    assert f"kept its translations: {PO}, which goes on as {OTHER}\n" in done.stdout
    after = entries(project)
    assert {text: e.msgstr for text, e in after.items()} == {t: e.msgstr for t, e in before.items()}
    assert all(entry.translated for entry in after.values())
    done = project.run("-l", "es", "--release")
    assert "error[unreviewed]: the translation of arms" not in done.stderr
    assert project.run("check", "-l", "es").stderr == ""
    assert project.run("catalogs").stdout == "0 written, 2 unchanged\n"
    project.write("content/legs.yaml", LEAFLET)  # a copy is no second continuation
    project.run("catalogs")
    legs = entries(project, "locales/es/LC_MESSAGES/legs.po")
    assert not any(entry.translated for entry in legs.values())


def test_another_leaflet_gets_offers_once_and_prints_none_of_them(project: Sandbox) -> None:
    translated(project)
    another(project)
    before = words(project, "arms")
    assert before == {
        "new": 12, "near": {"75-84": 0, "85-94": 0, "95-99": 8},
        "repeated": {"in_leaflet": 0, "in_others": 13}, "drafts": 0,
    }  # fmt: skip
    project.run("catalogs")
    found = entries(project)
    dry = found["Dry them."]
    assert (dry.msgstr, dry.fuzzy, dry.comments) == (("Séquelas.",), True, (f"from {PO}",))
    assert dry.msgctxt == "arms/list-item", "another context"
    soap = found[SOAP]
    assert (soap.msgstr, soap.comments) == (
        ("",),
        (
            f"offer (96 % alike, {PO}): Use **jabón** durante 20 segundos [@who-2009]. "
            "Llame al {clinic.phone}.",
            "offer was for: Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.",
            "offer differs: the source has 30 seconds, the translation has 20 segundos",
        ),
    )
    assert words(project, "arms") == before, "what is offered is still to be translated"
    assert project.run("catalogs").stdout == "0 written, 4 unchanged\n"
    refused = project.run("arms", "-l", "es").stderr
    assert refused.count("error[untranslated]") == 8
    assert "Translators ask" not in project.run("status", "-l", "es").stdout


def test_what_is_removed_does_not_come_back_and_what_is_translated_is_cleared(
    project: Sandbox,
) -> None:
    translated(project)
    another(project)
    project.run("catalogs")
    text = (project.root / OTHER).read_text("utf-8")
    kept = [line for line in text.split("\n") if not line.startswith(("# offer", "# from"))]
    text = "\n".join(kept).replace('#, fuzzy\nmsgctxt "arms/list-item"\nmsgid "Dry', "msgid Dry")
    text = text.replace("msgid Dry", 'msgctxt "arms/list-item"\nmsgid "Dry')
    project.write(OTHER, text.replace('msgstr "Mójese las manos."', 'msgstr ""'))
    assert project.run("catalogs").returncode == 0
    found = entries(project)
    assert (found["Wet your hands."].msgstr, found[SOAP].comments) == (("",), ())
    assert (found["Dry them."].translated, found["Dry them."].extracted) == (True, ("list-item",))


def test_texts_of_tmx_files_are_offered(project: Sandbox) -> None:
    translated(project)
    project.edit("content/hands.yaml", "Washing hands", "Clean your arms")
    project.edit("content/hands.yaml", "Rub them.", "Use it for 3 days only.")
    project.edit("content/hands.yaml", "Dry them.", "Wet both arms. Then dry them.")
    project.write("locales/memory/Our agency/2025.TMX", TMX.encode("utf-16"))
    text = (project.root / PO).read_text("utf-8")
    project.write(PO, text.partition("\n\n")[0] + "\n")  # nothing is translated yet
    assert words(project, "hands")["repeated"]["in_others"] == 15
    done = project.run("catalogs")
    assert (done.returncode, done.stderr) == (0, "")
    found, file = entries(project, PO), "locales/memory/Our agency/2025.TMX"
    title = found["Clean your arms"]
    assert (title.msgstr, title.fuzzy) == (("Lávese",), True)
    assert title.comments == (
        f"from {file}:5",
        f"offer (100 % alike, {file}:4 (es-MX)): Lave",
    )
    both = found["Wet both arms. Then dry them."]
    assert both.msgstr == ("Mójelos. Séquelos.",)
    assert both.comments == (f"from {file}:7 (sentence by sentence)",)
    days = found["Use it for 3 days only."]
    assert days.msgstr == ("",), "a text with another number is not filled in"
    assert days.comments == (
        f"offer (100 % alike, {file}:9): Úselo solo 2 días.",
        "offer differs: the source has 3 days, the translation has 2 días",
    )
    assert project.run("catalogs").stdout.startswith("0 written, ")
    assert "Translators ask" not in project.run("status", "-l", "es").stdout


def test_faults_of_tmx_files_are_reported_with_their_line(project: Sandbox) -> None:
    translated(project)
    another(project)
    memory = TMX.replace("UTF-16", "UTF-8")
    project.write("locales/memory/broken.tmx", memory.replace("</seg></tuv></tu>", "</seg></tu>"))
    project.write("locales/memory/strange.tmx", memory.replace("PT-BR", "klingon"))
    project.write("locales/memory/other.tmx", memory.replace('"en', '"fr').replace('"EN', '"FR'))
    project.write("locales/memory/old.sdltm", b"\0")
    project.write("locales/memory/README.md", "ours")
    done = project.run("catalogs")
    told = [line.partition("; ")[0] for line in done.stderr.splitlines() if "memory/" in line]
    assert told == [
        "locales/memory/broken.tmx:4:90: error[memory-syntax]: no TMX: mismatched tag",
        "locales/memory/old.sdltm: warning[memory-unread]: it is no TMX file and is not read",
        "locales/memory/other.tmx: warning[memory-language]: no text in it is English, "
        "the language of the leaflets",
        'locales/memory/strange.tmx:5: warning[memory-language]: "klingon" is no language\'s tag',
    ]
    assert done.returncode == 1
    assert entries(project)["Clean your arms"].msgstr == ("Lávese",), "the others are offered"


@pytest.mark.parametrize(
    "tool", [["msgcat"], ["msgattrib", "--no-obsolete"], ["msgmerge", "--previous"]], ids=str
)
def test_gettexts_tools_keep_the_offers(tool: list[str], project: Sandbox) -> None:
    translated(project)
    another(project)
    project.run("catalogs")
    before = {text: (e.msgstr, e.comments, e.fuzzy) for text, e in entries(project).items()}
    files = [project.root / OTHER, *([project.root / "locales/arms.pot"] * ("merge" in tool[0]))]
    done = subprocess.run([*tool, *files, "-o", files[0]], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    after = {text: (e.msgstr, e.comments, e.fuzzy) for text, e in entries(project).items()}
    assert after == before
    project.run("catalogs")
    after = {text: (e.msgstr, e.comments, e.fuzzy) for text, e in entries(project).items()}
    assert after == before
