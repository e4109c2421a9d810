"""Glossaries, PO files of other tools, and files that are none of ours."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from polyleaf.cli.commands import export_texts
from polyleaf.translation import exchange

from ...conftest import Sandbox
from .agency import PO, WORDS, codes, found, returned, sent, texts

pytestmark = pytest.mark.slow
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
TERMS = f'{HEAD}\n#. It starts a flare.\nmsgid "trigger"\nmsgstr ""\n\nmsgid "flare"\nmsgstr ""\n'
LOCALES = "locales/es/LC_MESSAGES"


def catalog(words: dict[str, str], head: str = HEAD) -> str:
    return head + "".join(f'\nmsgid "{s}"\nmsgstr "{words[s]}"\n' for s in words)


@pytest.mark.parametrize("to", ["tbx", "csv", "xliff"])
def test_a_glossary_goes_out_and_comes_back(to: str, project: Sandbox) -> None:
    project.write("locales/glossary.pot", TERMS)
    words = {"trigger": "desencadenante* | causa*", "flare": "brote*"}
    project.write(f"{LOCALES}/glossary.po", catalog(words))
    done = project.run("export", "glossary", "-l", "es", "--to", to)
    assert (done.returncode, "2 messages" in done.stdout) == (0, True)
    (file,) = (project.root / "exchange").iterdir()
    (project.root / LOCALES / "glossary.po").unlink()
    assert returned(project, file).returncode == 0
    text = (project.root / LOCALES / "glossary.po").read_text("utf-8")
    assert 'msgstr "desencadenante* | causa*"' in text
    assert 'msgstr "brote*"' in text


def test_a_termbase_in_many_languages_gives_the_one_that_is_asked_for(project: Sandbox) -> None:
    project.write("locales/glossary.pot", TERMS)
    terms = "".join(
        f'<langSet xml:lang="{tag}"><tig><term>{term}</term></tig></langSet>'
        for tag, term in (("fr", "poussée"), ("en", "flare"), ("es-ES", "brote"))
    )
    body = f'<text><body><termEntry id="a">{terms}</termEntry></body></text>'
    martif = f'<!DOCTYPE martif SYSTEM "a.dtd"><martif xml:lang="en">{body}</martif>'
    done = returned(project, project.write("base.tbx", martif))
    assert (done.returncode, codes(done)) == (0, {"import-language"})
    assert 'msgstr "brote"' in (project.root / LOCALES / "glossary.po").read_text("utf-8")


def test_a_catalog_of_another_tool_is_taken_under_any_name(project: Sandbox) -> None:
    project.edit("clinic.yaml", "languages: [en]", "languages: [en, es]")
    # As Crowdin writes it: without Polyleaf's fields, the country in the language.
    fields = ("Language: es_ES", "X-Crowdin-Project: 5", "X-Crowdin-File: /locales/hands.pot")
    head = HEAD + "".join(f'"{field}\\n"\n' for field in fields)
    done = project.run("import", str(project.write("es (1).po", catalog(WORDS, head))))
    assert (done.returncode, texts(project)) == (0, WORDS), done.stderr


def test_files_of_no_format_are_named_with_a_way_out(project: Sandbox) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("hands.xlf", "x")
    kinds = {b"\xd0\xcf\x11\xe0old": "docx", stream.getvalue(): "unpack", b"%PDF-1.7": "filled in"}
    for data, hint in {**kinds, b"\0\0\0": "no format", b"": "no column"}.items():
        done = returned(project, project.write("back.doc", data))
        assert done.returncode == 1
        assert codes(done) <= {"exchange-format", "exchange-table"}
        assert hint in done.stderr
    done = returned(project, Path("nowhere.xlf"))
    assert (done.returncode, codes(done)) == (2, {"file-missing"})


def test_the_command_names_the_formats_that_there_are() -> None:
    texts = exchange.FORMATS.keys() | exchange.ALSO.keys()
    assert set(export_texts.FORMATS) == texts | {"docx"}, "which is the sheet itself"


def test_the_call_says_a_language_and_a_format(project: Sandbox) -> None:
    (project.root / "exchange").symlink_to(project.root.parent)
    assert codes(project.run("export", "-l", "es", "--to", "csv")) == {"outside-project"}
    assert codes(project.run("export", "--to", "xliff")) == {"export-nothing"}
    assert project.run("export", "-l", "es", "--to", "rtf").returncode == 2
    assert codes(project.run("export", "hands", "-l", "es", "--to", "tbx")) == {"export-terms"}
    assert codes(project.run("export", "glossary", "-l", "es", "--to", "csv")) == {
        "glossary-missing"
    }
    path = project.write("back.csv", "source,target\nRub them.,Frótelas.\n")
    assert codes(project.run("import", str(path))) == {"import-language"}


WEBLATE = """
import sys
from translate.storage.pypo import pofile

store = pofile.parsefile(sys.argv[1])
header = {"X_Generator": "Weblate 5.9", "Last_Translator": "Ana <ana@clinic.example>"}
store.updateheader(add=True, Language="es", **header)
for unit in store.units:
    if unit.source == "Rub them.":
        unit.target = "Restriéguelas."
        unit.addnote("which hand?", origin="translator")
store.savefile(sys.argv[1])
"""


def test_weblate_writes_a_catalog_and_nothing_is_lost(project: Sandbox) -> None:
    assert returned(project, project.write("es.po", catalog(WORDS))).returncode == 0
    assert project.run("catalogs", "-l", "es").returncode == 0
    path = project.root / PO
    subprocess.run([sys.executable, "-c", WEBLATE, str(path)], check=True)
    weblate = path.read_bytes()
    assert project.run("catalogs").returncode == 0
    assert path.read_bytes() == weblate
    assert texts(project) == {**WORDS, "Rub them.": "Restriéguelas."}
    assert "which hand?" in project.run("status", "-l", "es").stdout
    path.unlink()
    project.write("weblate.po", weblate)
    assert returned(project, project.root / "weblate.po").returncode == 0
    assert texts(project) == {**WORDS, "Rub them.": "Restriéguelas."}
    assert "# which hand?" in path.read_text("utf-8")


def toolkit(name: str, source: Path, target: Path) -> Path:
    """What a converter of translate-toolkit makes of a file."""
    code = f"from translate.convert.{name} import main; main()"
    command = [sys.executable, "-c", code, "--progress=none", "-i", str(source), "-o", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert target.exists(), done.stderr
    return target


@pytest.mark.parametrize(("there", "back", "suffix", "to"), [
    ("po2xliff", "xliff2po", "xlf", "xliff"),
    ("po2csv", "csv2po", "csv", "csv"),
])  # fmt: skip
def test_nothing_is_lost_on_the_way_through_translate_toolkit(
    there: str, back: str, suffix: str, to: str, project: Sandbox, tmp_path: Path
) -> None:
    path = project.write("es.po", catalog(WORDS))
    assert returned(project, path).returncode == 0
    theirs = toolkit(there, project.root / PO, tmp_path / f"hands.{suffix}")
    ours = toolkit(back, sent(project, to), tmp_path / "hands.po")
    for file in (theirs, ours):
        (project.root / PO).unlink()
        assert returned(project, file).returncode == 0
        assert texts(project) == WORDS
        assert not [entry for entry in found(project).active if entry.fuzzy]
