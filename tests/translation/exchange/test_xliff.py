"""XLIFF goes to tools for translators and comes back from them, whatever they make of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ...conftest import Sandbox
from .agency import PO, WORDS, codes, found, returned, sent, texts

pytestmark = pytest.mark.slow
UNIT = re.compile(r"<trans-unit.*?</trans-unit>", re.DOTALL)
PH = '<ph id="2" ctype="x-citation">[@who-2009]</ph>'
PHONE = '<ph id="3" ctype="x-placeholder">{clinic.phone}</ph>'


def target(text: str) -> str:
    """The words of a source, in XLIFF 1.2, as its translation."""
    for source, words in WORDS.items():
        text = text.replace(source, words)
    for source, words in (
        ("Use ", "Use "),
        ("soap", "jabón"),
        (" for 20 seconds ", " durante 20 segundos "),
        (". Call ", ". Llame al "),
    ):
        text = text.replace(source, words)
    return text


def filled(path: Path, change: Callable[[str], str] = lambda text: text) -> Path:
    """The file with its targets filled in, and `change` made to each unit."""

    def unit(match: re.Match[str]) -> str:
        source = re.search("<source[^>]*>(.*?)</source>", match[0], re.DOTALL)
        assert source
        words = f'<target xml:lang="es" state="translated">{target(source[1])}</target>'
        return change(re.sub("<target.*?</target>", lambda _: words, match[0]))

    path.write_text(UNIT.sub(unit, path.read_text("utf-8")), "utf-8")
    return path


def test_what_goes_out_says_all_that_a_translator_needs(project: Sandbox) -> None:
    keys = ("safety: true", "max_length: 90", "comment: Not gel.", "text: Use")
    block = "".join(f"\n          {key}" for key in keys)
    project.edit("content/hands.yaml", "- paragraph: Use", f"- paragraph:{block}")
    text = sent(project, "xliff").read_text("utf-8")
    (unit,) = [unit for unit in UNIT.findall(text) if "soap" in unit]
    for part in (
        *('resname="how/paragraph"', 'maxwidth="90"', 'size-unit="char"', 'xml:space="preserve"'),
        *('translate="yes"', "Not gel.", "safety", 'state="new"', "content/hands.yaml"),
        '<ph id="3" ctype="x-placeholder">{clinic.phone}</ph>',
        'ctype="x-emphasis">**</bpt>',
    ):
        assert part in unit
    assert 'source-language="en" target-language="es"' in text


@pytest.mark.parametrize("to", ["xliff", "xliff2", "csv", "docx-table", "po"])
def test_a_translation_goes_out_and_comes_back_as_it_is(to: str, project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    assert returned(project, path).returncode == 0
    assert texts(project) == WORDS
    file = sent(project, to)
    before = (project.root / PO).read_bytes()
    done = returned(project, file)
    assert (done.returncode, (project.root / PO).read_bytes()) == (0, before)
    (project.root / PO).unlink()
    assert project.run("import", str(file)).returncode == 0
    assert texts(project) == WORDS


CHANGES: dict[str, Callable[[str], str]] = {
    "segments": lambda unit: re.sub(
        r"<target([^>]*)>(.*?[.])( .*?)</target>",
        r'<seg-source><mrk mtype="seg" mid="1">x.</mrk><mrk mtype="seg" mid="2">y</mrk>'
        r'</seg-source><target\1><mrk mtype="seg" mid="1">\2</mrk>'
        r'<mrk mtype="seg" mid="2">\3</mrk></target>',
        unit, flags=re.DOTALL),
    "empty codes": lambda unit: re.sub(r"<(ph|bpt|ept)( [^>]*)>[^<]*</\1>", r"<\1\2/>", unit),
    "x and g": lambda unit: re.sub(
        r"<bpt id=.(\d).[^>]*>[^<]*</bpt>(.*?)<ept[^>]*>[^<]*</ept>", r'<g id="\1">\2</g>',
        re.sub(r"<ph id=.(\d).[^>]*>[^<]*</ph>", r'<x id="\1"/>', unit)),
    "other units": lambda unit: re.sub(r'<trans-unit [^>]*>', '<trans-unit id="7">',
        re.sub("<context-group.*?</context-group>|<note.*?</note>", "", unit)),
    "old translations": lambda unit: unit.replace("</trans-unit>",
        "<alt-trans><source>x</source><target>NO</target></alt-trans></trans-unit>"),
    "CDATA": lambda unit: re.sub(
        r"(<target[^>]*>)([^<]*)</target>", r"\1<![CDATA[\2]]></target>", unit),
    "indented": lambda unit: re.sub(
        r"(<target[^>]*>)(.*?)</target>", r"\1\n    \2\n  </target>", unit),
}  # fmt: skip


@pytest.mark.parametrize("tool", CHANGES)
def test_what_tools_make_of_a_file_is_read(tool: str, project: Sandbox) -> None:
    path = filled(sent(project, "xliff"), CHANGES[tool])
    done = returned(project, path)
    assert (done.returncode, done.stderr) == (0, "")
    assert texts(project) == WORDS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_file_may_be_in_another_encoding(encoding: str, project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    text = path.read_text("utf-8").replace('encoding="UTF-8"', "")
    path.write_bytes(text.encode(encoding))
    assert returned(project, path).returncode == 0
    assert texts(project) == WORDS


@pytest.mark.parametrize(("damage", "code"), [
    ((f"Llame al {PHONE}", "Llame"), "placeholder-lost"),
    (("{clinic.phone}</ph>.</target>", "{clinic.fax}</ph>.</target>"), "placeholder-lost"),
    ((f"{PH}. Llame", ". Llame"), "citation-lost"),
    (('target-language="es"', 'target-language="pt"'), "import-language"),
    (('source-language="en"', 'source-language="de"'), "import-language"),
    (("</body>", ""), "exchange-xml"),
    (("<xliff", '<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]><xliff'), "exchange-xml"),
    (("Frótelas.", "Fr???telas."), "import-letters"),
])  # fmt: skip
def test_what_would_do_damage_is_refused_whole(
    damage: tuple[str, str], code: str, project: Sandbox
) -> None:
    path = filled(sent(project, "xliff"))
    text = path.read_text("utf-8")
    assert damage[0] in text
    path.write_text(text.replace(*damage, 1), "utf-8")
    done = returned(project, path)
    assert (done.returncode, code in codes(done)) == (1, True), done.stderr
    assert re.search(rf"{path.name}:\d+: error", done.stderr)
    assert not (project.root / PO).exists()


def test_every_fault_is_told_in_one_run(project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    text = path.read_text("utf-8").replace("{clinic.phone}</ph>.</target>", "x</ph></target>")
    path.write_text(text.replace("Frótelas.", "Fr???telas."), "utf-8")
    other = path.with_name("broken.xlf")
    other.write_text("<xliff version='1.2'><file>", "utf-8")
    done = project.run("import", str(path), str(other), "-l", "es")
    assert codes(done) >= {"placeholder-lost", "import-letters", "exchange-xml"}


def test_a_changed_source_comes_as_fuzzy_with_its_former_text(project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    project.edit("content/hands.yaml", "Wet your hands.", "Wet your hands well.")
    done = returned(project, path)
    (entry,) = [entry for entry in found(project).active if entry.msgid == "Wet your hands well."]
    assert (done.returncode, entry.msgstr, entry.fuzzy) == (0, ("Mójese las manos.",), True)
    assert entry.previous
    assert entry.previous.msgid == "Wet your hands."


def test_texts_without_a_message_are_listed_and_kept_nowhere(project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    project.edit("content/hands.yaml", ", Dry them.", "")
    done = returned(project, path)
    assert codes(done) == {"import-unknown"}
    assert "Séquelas" in done.stderr
    assert "Séquelas" not in (project.root / PO).read_text("utf-8")


def test_a_signed_translation_stays_unless_it_is_asked_for(project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    assert returned(project, path, "--method", "human").returncode == 0
    assert project.run("sign", "hands", "-l", "es", "--by", "Dr Ruiz").returncode == 0
    assert 'state="final"' in sent(project, "xliff").read_text("utf-8")
    path = filled(sent(project, "xliff"))
    path.write_text(path.read_text("utf-8").replace("Frótelas.", "Restriéguelas."), "utf-8")
    done = returned(project, path)
    assert (codes(done), texts(project)["Rub them."]) == ({"import-signed"}, "Frótelas.")
    done = returned(project, path, "--replace")
    assert (done.returncode, texts(project)["Rub them."]) == (0, "Restriéguelas.")
    assert "reviewed" not in found(project).field("X-Polyleaf-Method")


def test_a_state_that_is_not_finished_is_fuzzy_and_replaces_nothing(project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    text = path.read_text("utf-8")
    review = 'state="translated">Frótelas.'
    assert review in text
    path.write_text(text.replace(review, 'state="needs-review-translation">Frótelas.'), "utf-8")
    assert returned(project, path).returncode == 0
    assert "Rub them." not in texts(project)
    path.write_text(text, "utf-8")
    assert returned(project, path).returncode == 0
    assert texts(project)["Rub them."] == "Frótelas."
    text = text.replace(review, 'state="needs-translation">Otra.')
    path.write_text(text, "utf-8")
    done = returned(project, path)
    assert (codes(done), texts(project)["Rub them."]) == ({"import-kept"}, "Frótelas.")


def test_the_origin_is_not_told_unless_somebody_says_it(project: Sandbox) -> None:
    path = filled(sent(project, "xliff"))
    assert returned(project, path, "--dry-run").returncode == 0
    assert not (project.root / PO).exists()
    assert returned(project, path).returncode == 0
    assert found(project).field("X-Polyleaf-Method") == ""
    (project.root / PO).unlink()
    assert returned(project, path, "--method", "human").returncode == 0
    assert found(project).field("X-Polyleaf-Method") == "human"
    assert found(project).field("X-Polyleaf-Reviewed-By") == ""
