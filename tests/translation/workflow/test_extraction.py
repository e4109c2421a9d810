"""The command `catalogs` loses nothing that a translator wrote and rewrites only what changed."""

from __future__ import annotations

import subprocess

import pytest

from polyleaf.translation import catalog

from ...conftest import Sandbox
from ...test_cli import GLOSSARY, translated

pytestmark = pytest.mark.slow

PO = "locales/es/LC_MESSAGES/hands.po"
POT, TERMS = "locales/glossary.pot", "locales/es/LC_MESSAGES/glossary.po"


def entries(project: Sandbox) -> dict[str, catalog.Entry]:
    """The Spanish messages by source text."""
    found = catalog.read((project.root / PO).read_bytes(), PO)
    return {entry.msgid: entry for entry in found.entries}


def test_a_new_language_starts_empty_and_says_nothing_of_its_method(project: Sandbox) -> None:
    done = project.run("catalogs", "-l", "es")
    assert done.stdout.splitlines() == [
        "written locales/hands.pot",
        f"written {PO}",
        "2 written, 0 unchanged",
    ]
    found = catalog.read((project.root / PO).read_bytes(), PO)
    assert (found.field("Language"), found.field("X-Polyleaf-Method")) == ("es", "")
    assert not any(entry.translated for entry in found.entries)
    sheet = project.run("--allow-untranslated", "-l", "es").stderr
    assert "no text is translated" in sheet
    project.edit(PO, 'msgid "Dry them."\nmsgstr ""', 'msgid "Dry them."\nmsgstr "Séquelas."')
    told = project.run("check", "--allow-untranslated", "-l", "es").stderr
    assert f"{PO}: warning[po-method]: the header does not say how the translation" in told


def test_a_second_run_changes_no_byte(project: Sandbox) -> None:
    translated(project)
    before = (project.root / PO).read_bytes()
    done = project.run("catalogs")
    assert done.stdout == "0 written, 2 unchanged\n"
    assert (project.root / PO).read_bytes() == before


def test_a_changed_text_keeps_its_translation_as_fuzzy(project: Sandbox) -> None:
    translated(project)
    project.edit("content/hands.yaml", "Rub them.", "Rub them well.")
    project.run("catalogs")
    entry = entries(project)["Rub them well."]
    assert entry.msgstr == ("Frótelas.",)
    assert entry.fuzzy
    assert entry.previous
    assert entry.previous.msgid == "Rub them."


def test_a_text_that_goes_is_kept_and_revived_when_it_returns(project: Sandbox) -> None:
    translated(project)
    project.edit("content/hands.yaml", "Rub them., ", "")
    project.run("catalogs")
    assert entries(project)["Rub them."].obsolete
    project.edit("content/hands.yaml", "[Wet your hands., ", "[Wet your hands., Rub them., ")
    project.run("catalogs")
    assert entries(project)["Rub them."].translated


def test_a_text_that_moves_to_another_section_is_found(project: Sandbox) -> None:
    translated(project)
    texts = ("Dry them.", "Ask a nurse.", "Read on.")
    blocks = ", ".join(f"{{paragraph: {text}}}" for text in texts)
    section = f"  - {{id: more, heading: More, blocks: [{blocks}]}}\n"
    project.edit("content/hands.yaml", ", Dry them.]", "]")
    project.edit("content/hands.yaml", "sources:", f"{section}sources:")
    project.run("catalogs")
    entry = entries(project)["Dry them."]
    assert (entry.msgctxt, entry.msgstr) == ("more/paragraph", ("Séquelas.",))
    assert entry.fuzzy, "a text in another place is for its translator to look at"


def test_a_section_with_another_id_keeps_its_translations_their_review_and_waivers(
    project: Sandbox,
) -> None:
    name = translated(project)
    project.edit(name, 'msgstr "Cómo lavarse"', 'msgstr "How to wash"')
    text = (project.root / name).read_text("utf-8")
    line = text.partition('msgstr "How to wash"')[0].count("\n") + 1
    assert not project.run("waive", f"{name}:{line}", "untranslated-copied", "a name").returncode
    assert not project.run("sign", "hands", "-l", "es", "--by", "Dra. Ruiz").returncode
    project.edit("content/hands.yaml", "id: how", "id: washing")
    project.edit("content/hands.yaml", "Rub them.", "Rub them for long.")
    done = project.run("catalogs")
    moved = "from how/list-item to washing/list-item"
    assert f'kept its translations: "Dry them.", {moved}' in done.stdout
    assert entries(project)["Dry them."].translated
    assert entries(project)["Rub them for long."].fuzzy
    project.edit("content/hands.yaml", "Rub them for long.", "Rub them.")
    project.run("catalogs", "--accept-unchanged", "as it was")
    assert project.run("check", "-l", "es").stderr == ""  # still reviewed
    assert project.run("catalogs").stdout == "0 written, 2 unchanged\n"


def test_a_broken_catalog_is_reported_and_left_alone(project: Sandbox) -> None:
    translated(project)
    project.edit(PO, 'msgstr "Frótelas."', 'msgstr "Frótelas.')
    project.edit("content/hands.yaml", "Dry them.", "Dry them well.")
    before = {path: path.read_bytes() for path in (project.root / "locales").rglob("*.po*")}
    done = project.run("catalogs")
    assert done.returncode == 1
    assert "error[po-syntax]: the string does not end" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_translators_comment_stays(project: Sandbox) -> None:
    translated(project)
    text = (project.root / PO).read_text("utf-8")
    at = text.rindex("#. list-item", 0, text.index('msgid "Rub them."'))
    project.write(PO, f"{text[:at]}# frotar, no restregar\n{text[at:]}")
    project.edit("content/hands.yaml", "title: Washing", "title: Cleaning")
    project.run("catalogs")
    assert entries(project)["Rub them."].comments == ("frotar, no restregar",)


def test_gettexts_own_tools_accept_what_was_written(project: Sandbox) -> None:
    translated(project)
    for tool in (["msgfmt", "--check", "-o", "/dev/null"], ["msgcat", "-o", "/dev/null"]):
        done = subprocess.run([*tool, project.root / PO], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_words_of_own_templates_are_extracted(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    text = '<title>{{ _("Hello {name}") }}</title>\n{# translators: a greeting #}\n{{ _("Hi") }}'
    project.write("templates/mine/leaflet.html", text)
    project.run("catalogs")
    pot = catalog.read((project.root / "locales/interface.pot").read_bytes(), "x")
    found = {entry.msgid: entry for entry in pot.entries}
    assert found["Hi"].extracted == ("a greeting",)
    assert found["Hello {name}"].flags == ("python-brace-format",)
    assert "Key points" in found, "the shipped templates are in use too"


def terms(project: Sandbox) -> dict[str, catalog.Entry]:
    """The Spanish glossary by term."""
    found = catalog.read((project.root / TERMS).read_bytes(), TERMS)
    return {entry.msgid: entry for entry in found.entries}


def test_a_glossary_is_merged_into_each_language(project: Sandbox) -> None:
    translated(project)
    project.write(POT, GLOSSARY)
    assert project.run("catalogs").stdout.splitlines()[0] == f"written {TERMS}"
    assert terms(project)["hand"].extracted == ("what is at the end of an arm",)
    project.edit(TERMS, 'msgid "hand"\nmsgstr ""', 'msgid "hand"\nmsgstr "mano*"')
    project.edit(POT, 'msgid "hand"', 'msgid "arm"\nmsgstr ""\n\nmsgid "hands"')
    project.run("catalogs")
    assert terms(project)["arm"].msgstr == ("",)
    assert terms(project)["hands"].msgstr == ("mano*",)
    assert terms(project)["hands"].fuzzy, "a changed term is for its translator to look at"


def test_a_second_run_changes_no_byte_of_a_glossary(project: Sandbox) -> None:
    translated(project)
    project.write(POT, GLOSSARY.replace('"hand"', '"hand" '))  # as no tool would write it
    project.run("catalogs")
    before = [(project.root / name).read_bytes() for name in (POT, TERMS)]
    assert project.run("catalogs").stdout == "0 written, 3 unchanged\n"
    assert [(project.root / name).read_bytes() for name in (POT, TERMS)] == before


def test_a_broken_glossary_is_reported_and_left_alone(project: Sandbox) -> None:
    translated(project)
    project.write(POT, GLOSSARY)
    project.run("catalogs")
    project.write(POT, GLOSSARY.replace('"hand"', '"hand'))
    before = (project.root / TERMS).read_bytes()
    done = project.run("catalogs")
    assert f"{POT}:6: error[po-syntax]: the string does not end" in done.stderr
    assert (done.returncode, (project.root / TERMS).read_bytes()) == (1, before)
    project.write(POT, GLOSSARY)
    project.edit(TERMS, 'msgid "hand"', 'msgid "hand')
    assert f"{TERMS}:" in project.run("catalogs").stderr


def test_a_project_without_a_glossary_gets_none(project: Sandbox) -> None:
    translated(project)
    project.run("catalogs")
    assert not list((project.root / "locales").rglob("glossary.*"))


def test_the_shipped_catalogs_are_up_to_date(copy_of_shipped: Sandbox) -> None:
    assert copy_of_shipped.run("catalogs").stdout.startswith("0 written, ")


def test_a_corrected_source_keeps_its_translations_and_their_review(project: Sandbox) -> None:
    translated(project)
    assert not project.run("sign", "hands", "-l", "es", "--by", "Dra. Ruiz").returncode
    project.edit("content/hands.yaml", "Rub them.", "Rubb them.")
    done = project.run("catalogs", "--accept-unchanged", "the other spelling")
    assert 'kept its translations: "Rub them." → "Rubb them."' in done.stdout
    changed = entries(project)["Rubb them."]
    assert (changed.translated, changed.msgstr) == (True, ("Frótelas.",))
    assert changed.comments == ("source corrected: the other spelling; it was: Rub them.",)
    done = project.run("-l", "es")
    assert (done.returncode, done.stderr) == (0, "")  # still reviewed
    assert project.run("catalogs").stdout.endswith("0 written, 2 unchanged\n")


def test_a_change_of_meaning_is_not_accepted(project: Sandbox) -> None:
    translated(project)
    project.edit("content/hands.yaml", "for 20 seconds", "for 30 seconds")
    done = project.run("catalogs", "--accept-unchanged", "a slip")
    assert done.returncode == 0
    assert "warning[correction-refused]" in done.stderr
    assert "30 seconds" in done.stderr
    text = next(e for e in entries(project).values() if "30 seconds" in e.msgid)
    assert text.fuzzy


def test_a_renamed_section_keeps_its_translations_and_their_review_for_a_reason(
    project: Sandbox,
) -> None:
    translated(project)
    assert not project.run("sign", "hands", "-l", "es", "--by", "Dra. Ruiz").returncode
    project.edit("content/hands.yaml", "id: how", "id: washing")
    done = project.run("catalogs", "--accept-unchanged", "a better\nname")
    moved = "from how/list-item to washing/list-item"
    assert f'kept its translations: "Rub them.", {moved}' in done.stdout
    changed = entries(project)["Rub them."]
    assert (changed.msgctxt, changed.translated) == ("washing/list-item", True)
    assert changed.comments == ("source moved: a better name; it was at how/list-item",)
    assert project.run("check", "-l", "es").stderr == ""  # still reviewed


def test_it_says_why_there_is_nothing_to_accept(project: Sandbox) -> None:
    translated(project)
    done = project.run("catalogs", "--accept-unchanged", " ")
    assert (done.returncode, "error[correction-call]" in done.stderr) == (2, True)
    done = project.run("catalogs", "--accept-unchanged", "a slip")
    assert (done.returncode, "warning[correction-nothing]" in done.stderr) == (0, True)
    project.edit("content/hands.yaml", "id: how", "id: washing")
    project.edit("content/hands.yaml", "Rub them.", "Rub them all.")
    done = project.run("catalogs", "--accept-unchanged", "a slip")
    assert "its place has changed too, from how/list-item to washing/list-item" in done.stderr
    done = project.run("catalogs", "--accept-unchanged", "a\x07b")
    assert (done.returncode, "error[call-control]" in done.stderr) == (2, True)
