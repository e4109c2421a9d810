"""The edition `review`: packs as the command makes them, read back from their pages."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from polyleaf.model.catalog import Waiver
from polyleaf.model.unit import fingerprint
from polyleaf.translation import catalog

from .conftest import CLINIC, LEAFLET, ROOT, Sandbox
from .pipeline.review_pack import sample
from .reading import folded, spoken

pytestmark = [
    pytest.mark.usefixtures("engine"),
    pytest.mark.slow,
    pytest.mark.xdist_group("review pack"),
]
RUB = "انہیں ملیں۔"


@pytest.fixture(scope="module")
def pack(engine: None, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The pack of the sample, of which nothing is changed or signed."""
    return sample.built(fresh(tmp_path_factory.mktemp("pack")), sample.urdu())


@pytest.fixture(scope="module")
def english(engine: None, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The pack of its source."""
    return sample.drawn(fresh(tmp_path_factory.mktemp("english")), "en")


def fresh(folder: Path) -> Sandbox:
    sandbox = Sandbox(folder)
    sandbox.write("clinic.yaml", CLINIC)
    sandbox.write("content/hands.yaml", LEAFLET)
    return sandbox


def test_a_pack_lists_what_the_sheet_claims_and_on_what_it_rests(
    english: bytes, pack: bytes
) -> None:
    for data in (english, pack):
        text = folded(spoken(data))
        at = text.index(folded("What the sheet claims"))
        assert folded("13 Use soap for 20 seconds. not told") in text[at:]
        assert folded("(guideline)") in text[at:]


def test_translations_are_next_to_their_source_in_the_order_of_the_sheet(pack: bytes) -> None:
    text, place = folded(spoken(pack)), 0
    for source, target in sample.URDU.items():
        if source in (sample.SOAP, "A nurse"):
            continue
        place = text.index(folded(source + target), place)
    # Placeholders, citations and emphasis are as on the sheet.
    assert folded("Use soap for 20 seconds [1]. Call +44 20 7946 0958.") in text
    assert folded("20 سیکنڈ تک صابن لگائیں") in text
    assert "{clinic.phone}" not in text


def test_a_translation_is_tagged_with_its_language_and_the_pack_with_english(pack: bytes) -> None:
    with pikepdf.open(io.BytesIO(pack)) as opened:
        assert str(opened.Root.Lang) == "en"
        assert "/Direction" not in opened.Root.ViewerPreferences
        tagged = [
            o
            for o in opened.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem"
        ]
        languages = {str(element.Lang) for element in tagged if "/Lang" in element}
    assert languages == {"ur"}


def test_missing_and_fuzzy_messages_are_shown_and_marked(project: Sandbox) -> None:
    changed = sample.changed(sample.urdu(), "Rub them.", sample.translated(RUB, "fuzzy"))
    data = sample.built(project, sample.changed(changed, "Dry them.", sample.translated("")))
    text = sample.text(data)
    assert folded(RUB) in folded(spoken(data))
    assert re.search(r"6 List item · How to wash Not for print: fuzzy", text)
    assert re.search(r"7 List item · How to wash Not translated Dry them\. not translated", text)
    assert "Not translated 1 Fuzzy, not for print 1" in text


def test_findings_are_at_their_message_and_the_pack_is_built(project: Sandbox) -> None:
    wrong = sample.translated("**صابن** {clinic.fax} [@who-1999] [یہ](javascript:x)")
    changed = sample.changed(sample.urdu(), sample.SOAP, wrong)
    text = sample.text(sample.built(project, changed))
    (row,) = re.findall(r"4 Paragraph .*? change:", text)
    assert "Error: the translation lacks {clinic.phone} placeholder-lost" in row
    assert "Error: the translation lacks [@who-2009] citation-lost" in row
    for typed in ("{clinic.fax}", "[@who-1999]", "javascript:x"):  # as typed
        assert typed in row
    errors, warnings = row.count("Error:"), row.count("Warning:") + 1
    noun = "warning" if warnings == 1 else "warnings"
    assert f"Findings {errors} errors, {warnings} {noun}; 0 waived" in text
    assert "the Urdu translation is not reviewed" in text


def test_a_waiver_is_shown_with_its_reason(project: Sandbox) -> None:
    target = "20 سیکنڈ تک صابن لگائیں [@who-2009]۔ {clinic.phone} پر فون کریں۔"
    changed = sample.changed(sample.urdu(), sample.SOAP, sample.translated(target))
    given = Waiver(
        "emphasis-lost", fingerprint("how/paragraph", sample.SOAP, target), "no bold in Nastaliq"
    )
    changed = sample.changed(changed, sample.SOAP, lambda entry: catalog.waived(entry, given))
    text = sample.text(sample.built(project, changed))
    assert "Waived: no bold in Nastaliq emphasis-lost" in text
    assert "Findings 0 errors, 1 warning; 1 waived" in text


def test_characters_that_cannot_be_drawn_are_shown_by_their_code(project: Sandbox) -> None:
    wrong = {
        "Wet your hands.": ("\N{CUNEIFORM SIGN A}", "[U+12000]", "glyph-missing"),
        "Rub them.": ("\x07", "[U+0007]", "control-character"),
        "Dry them.": ("\u202e", "[U+202E]", "character-bidi"),
    }
    changed = sample.urdu()
    for source, (character, _, _) in wrong.items():
        changed = sample.changed(changed, source, sample.translated(f"ملیں {character}"))
    text = folded(spoken(sample.built(project, changed)))
    rows = re.findall(r"[567]Listitem.*?change:", text)
    for row, (_, code, finding) in zip(rows, wrong.values(), strict=True):
        assert code in row
        assert folded(finding) in row


def test_changes_since_the_last_review_are_shown_word_by_word(project: Sandbox) -> None:
    then = sample.signed(sample.urdu())
    now = sample.changed(then, "Rub them.", lambda entry: replace(
        entry, msgid="Rub them well.", msgstr=("انہیں خوب ملیں۔",)
    ))  # fmt: skip
    project.edit("content/hands.yaml", "Rub them.", "Rub them well.")
    before = replace(then, entries=then.entries[1:])
    text = sample.text(sample.built(project, now, before))
    (row,) = re.findall(r"6 List item .*? change:", text)
    assert "Changed since the last review" in row
    assert row.count("Since the last review:") == 2  # of the source and of the translation
    assert "1 Title · Head of the sheet New since the last review" in text
    assert "Changed since the last review 1, and 1 new" in text
    assert (
        "Last review: Dr Khan, 2026-11-23, of version 2026-11-22 · 1a2b3c4d; "
        "it no longer holds: texts have changed since"
    ) in text


def test_every_page_states_that_the_review_holds(project: Sandbox) -> None:
    then = sample.signed(sample.urdu())
    pages = pypdfium2.PdfDocument(sample.built(project, then, then))
    for number, page in enumerate(pages, 1):
        head = " ".join(page.get_textpage().get_text_range().split())
        assert "Washing hands · Urdu · version 2026-11-22 · " in head
        assert f"Page {number} of {len(pages)}" in head
        assert sample.PO in head
        assert "Last review: Dr Khan, 2026-11-23" in head
        assert "it holds: no text has changed since" in head


def test_words_of_the_page_are_in_the_pack_until_they_are_signed(
    project: Sandbox, pack: bytes
) -> None:
    assert "Words of the page" in sample.text(pack)
    shipped = ROOT / "locales/ur/LC_MESSAGES/interface.po"
    words = catalog.sign(
        catalog.read(shipped.read_bytes(), "interface.po"),
        "Dr Khan",
        sample.DAY,
        "",
        "machine-edited",
    )
    for place in ("LC_MESSAGES", "reviewed"):
        project.write(f"locales/ur/{place}/interface.po", catalog.write(words))
    text = sample.text(sample.built(project, sample.urdu()))
    assert "Words of the page" not in text
    assert "Messages 8 " in text


def test_two_people_sign_a_translation_and_one_the_source(pack: bytes, english: bytes) -> None:
    lines = "NameRoleDateSignature"
    text = folded(spoken(pack))
    assert re.search(rf"SignhereNativereader.*{lines}Clinician.*{lines}Staff", text)
    assert "pythonbuild.pysignhandslurbyNAME" in text  # text extraction drops the hyphens
    text = folded(spoken(english))
    assert re.search(rf"SignhereClinician.*{lines}Staff", text)
    assert "reviewed_byincontent/hands.yaml" in text
    assert "Nativereader" not in text


def test_the_pack_of_the_source_has_no_translation(english: bytes) -> None:
    text = sample.text(english)
    assert "content/hands.yaml" in text
    assert "translat" not in text.lower()
    assert "Words of the page" not in text


def test_a_message_and_its_answer_are_on_one_page(project: Sandbox) -> None:
    items = ", ".join(f'"{n} {"Wash your hands before you eat. " * (n % 7)}"' for n in range(60))
    project.edit("content/hands.yaml", "[Wet your hands., Rub them., Dry them.]", f"[{items}]")
    pages = pypdfium2.PdfDocument(sample.drawn(project, "en"))
    texts = [page.get_textpage().get_text_range() for page in pages]
    counted = [(len(re.findall(r"List item ·", text)), text.count("change:")) for text in texts]
    assert len(counted) > 3
    foot = next(n for n, text in enumerate(texts) if "About this sheet" in text)
    assert foot > 3
    assert all(rows == answers for rows, answers in counted[1:foot])


def test_a_message_longer_than_a_page_continues_on_the_next(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "Wet your hands.", "Wet your hands. " * 500 + "Done.")
    text = sample.text(sample.drawn(project, "en"))
    assert text.count("Wet") == 500
    assert "Done." in text


def test_a_pack_is_built_of_messages_that_no_sheet_can_print(project: Sandbox) -> None:
    missing = sample.changed(sample.urdu(), "Dry them.", sample.translated(""))
    project.write(sample.PO, catalog.write(missing))
    # A release consists of sheets; the pack shows what a release would report.
    done = project.run("-e", "review", "-l", "ur", "--release")
    assert (done.returncode, done.stderr) == (0, "")
    assert project.run("-e", "web", "-l", "ur").returncode == 1
    rows = json.loads((project.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert [(row["file"], row["shows"], row["findings"]) for row in rows] == [
        ("ur/hands_ur_review.pdf", "messages", [])
    ]


def test_a_pack_is_not_on_the_page_for_patients(project: Sandbox) -> None:
    assert project.run("-e", "review,web").returncode == 0
    page = (project.root / "output/catalogue/en.html").read_text("utf-8")
    assert "hands_en_web.html" in page
    assert "review.pdf" not in page
