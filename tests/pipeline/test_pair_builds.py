"""Sheets in two languages in the output folder: built, kept, listed, left out and pruned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polyleaf.content import project as projects
from polyleaf.model.walk import texts
from polyleaf.translation.reader import read_leaflet

from ..conftest import CLINIC, LEAFLET, Sandbox
from .incremental.projects import build

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("engine")]

CATALOG = "locales/es/LC_MESSAGES/hands.po"
HEAD = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: es\\n"
"X-Polyleaf-Method: human\\n"
"""
WORDS = {
    "Washing hands": "Lavarse las manos",
    "Wash your hands before you eat.": "Lávese las manos antes de comer.",
    "A nurse": "Una enfermera",
    "How to wash": "Cómo lavarse",
    "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.": (
        "Use **jabón** durante 20 segundos [@who-2009]. Llame al {clinic.phone}."
    ),
    "Wet your hands.": "Mójese las manos.",
    "Rub them.": "Fróteselas.",
    "Dry them.": "Séquelas.",
    "Ask us.": "Pregúntenos.",
}
SHEET = "es/hands_es+en_bilingual.pdf"


@pytest.fixture
def spanish(tmp_path: Path) -> Sandbox:
    sandbox = Sandbox(tmp_path / "project")
    sandbox.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]").replace("[web]", "[bilingual]"))
    sandbox.write("content/hands.yaml", LEAFLET)
    translate(sandbox)
    return sandbox


def translate(sandbox: Sandbox, *without: str) -> None:
    """Writes the catalog; some texts have no translation."""
    leaflet = read_leaflet(projects.read(sandbox.root, None), "hands")
    found = {(text.context, text.value) for text in texts(leaflet) if text.value in WORDS}
    entries = (
        f'\nmsgctxt "{context}"\nmsgid "{value}"\n'
        f'msgstr "{"" if value in without else WORDS[value]}"\n'
        for context, value in sorted(found)
    )
    sandbox.write(CATALOG, HEAD + "".join(entries))


def rows(sandbox: Sandbox) -> list[dict[str, object]]:
    listed = json.loads((sandbox.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert isinstance(listed, list)
    return listed


def test_a_pair_is_built_listed_and_kept(spanish: Sandbox) -> None:
    made = build(spanish)
    assert made.made == {SHEET}, made.report.findings
    (row,) = rows(spanish)
    assert row["file"] == SHEET
    assert (row["language"], row["languages"]) == ("es+en", ["es", "en"])
    assert (row["own_name"], row["english_name"]) == ("español + English", "Spanish + English")
    assert (row["translation"], row["local_title"]) == ("human", "Lavarse las manos")
    (listed,) = json.loads((spanish.root / "output/index.json").read_text("utf-8"))["sheets"]
    assert (listed["language"], listed["languages"]) == ("es", ["es", "en"])
    assert (listed["edition"], listed["file"]) == ("bilingual", SHEET)
    assert listed["pages"] == row["pages"]
    page = (spanish.root / "output/catalogue/es.html").read_text("utf-8")
    assert f'href="../{SHEET}"><span class="what">Both languages español + English' in page

    again = build(spanish)
    assert (again.made, again.report.up_to_date) == (set(), (SHEET,))
    assert build(spanish, languages=("es+en",)).report.up_to_date == (SHEET,)

    spanish.edit(CATALOG, "Séquelas.", "Séquelas bien.")
    assert build(spanish).why("hands") == {f"{CATALOG} changed"}
    spanish.edit("content/hands.yaml", "list: [Wet", "list: [Ask us., Wet")
    translate(spanish)
    assert build(spanish).made == {SHEET}


def test_a_pair_that_is_no_longer_named_is_an_orphan(spanish: Sandbox) -> None:
    spanish.edit("clinic.yaml", "[en, es]", "[en, en+es]")
    other = "en/hands_en+es_bilingual.pdf"
    assert build(spanish).made == {other}
    spanish.edit("clinic.yaml", "[en, en+es]", "[en, es]")
    (told,) = build(spanish).told("orphaned")
    assert f"{other}: warning[orphaned]" in told
    assert "clinic.yaml no longer names en+es in bilingual" in told
    assert build(spanish, prune=True).report.removed == (other,)


def test_a_draft_stops_at_a_missing_text_or_marks_it(spanish: Sandbox) -> None:
    translate(spanish, "Rub them.")
    assert build(spanish).codes >= {"untranslated"}
    marked = build(spanish, allow_untranslated=True)
    assert marked.made == {SHEET}
    assert rows(spanish)[0]["untranslated"] == 1


def test_a_release_leaves_out_the_block_that_one_language_lacks(spanish: Sandbox) -> None:
    translate(spanish, "Rub them.")
    text = spanish.run("check", "--release", "--layout", "-e", "bilingual").stderr
    assert f"{CATALOG}:" in text
    assert 'warning[pair-incomplete]: what holds "Rub them." is on neither side' in text
    assert "error[untranslated]" not in text


def test_a_release_refuses_to_leave_out_a_title_or_a_safety_text(spanish: Sandbox) -> None:
    warning = "      - callout: {tone: urgent, heading: Ask us., text: Dry them., safety: true}\n"
    spanish.edit("content/hands.yaml", "sources:\n", f"{warning}sources:\n")
    translate(spanish, "Ask us.", "Washing hands")
    text = spanish.run("check", "--release", "-e", "bilingual").stderr
    assert 'error[pair-incomplete]: what holds "Ask us."' in text
    assert 'error[untranslated]: "Washing hands" is not in Spanish' in text


def test_json_names_both_languages_and_status_each(spanish: Sandbox) -> None:
    spanish.edit("clinic.yaml", "[en, es]", "[es+en]")
    done = spanish.run("--format", "json")
    last = json.loads(done.stdout.splitlines()[-1])
    assert [row["languages"] for row in last["built"]] == [["es", "en"]]
    assert " es " in spanish.run("status").stdout


def test_personal_copies_may_be_in_two_languages(spanish: Sandbox) -> None:
    spanish.edit("content/hands.yaml", "Rub them.", '"Rub them, {copy.name}."')
    WORDS["Rub them, {copy.name}."] = "Fróteselas, {copy.name}."
    translate(spanish)
    spanish.write("copies.csv", "leaflet,language,edition,id,name\nhands,es,bilingual,1,Ana\n"
                                "hands,en+es,bilingual,2,Ben\nhands,en,bilingual,3,Cy\n"
                                "hands,es+es,bilingual,4,Di\n")  # fmt: skip
    done = spanish.run("--batch", str(spanish.root / "copies.csv"))
    made = sorted(p.name for p in (spanish.root / "output").rglob("*.pdf"))
    assert made == ["hands_en+es_bilingual_2.pdf", "hands_es+en_bilingual_1.pdf"]
    assert "copies.csv:4:" in done.stderr
    assert "error[pair-edition]" in done.stderr
    assert "copies.csv:5:" in done.stderr
    assert "error[pair-form]" in done.stderr
