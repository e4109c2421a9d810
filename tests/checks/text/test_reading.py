"""How a sheet reads: one warning a sheet, with its worst places, and never for lists and labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf import languages
from polyleaf.checks.text import reading_ease, sentence_length
from polyleaf.model.catalog import Provenance
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.leaflet import Bullets, Item, Leaflet, Paragraph, Section, Text
from polyleaf.model.sheet import LocalizedLeaflet

from ..sheets import clinic, leaflet

HARD = "Immunosuppressive pharmacotherapy necessitates periodic haematological evaluation and rest."
PLAIN = "Put the cream on your face at night, because the sun makes your skin burn."
LONG = f"The nurse says that {' and '.join(['you rest'] * 14)}."


def of(*paragraphs: str, role: str = "paragraph") -> Leaflet:
    texts = [
        Text(value, Where("content/hands.yaml", line), f"how/{role}")
        for line, value in enumerate(paragraphs, 10)
    ]
    if role == "list-item":
        blocks = (Bullets(items=tuple(map(Item, texts))),)
    else:
        blocks = tuple(Paragraph(text=text) for text in texts)  # type: ignore[assignment]
    made = leaflet()
    section = Section("how", made.sections[0].heading, blocks)
    return replace(made, summary=(), sections=(section,))


def found(check: object, subject: Leaflet) -> list[Finding]:
    return list(check.check_leaflet(subject, clinic()))  # type: ignore[attr-defined]


def test_a_hard_text_is_one_warning_that_names_its_three_hardest_sentences() -> None:
    (finding,) = found(reading_ease, of(*[PLAIN] * 5, *[HARD] * 5))
    assert (finding.code, finding.severity) == ("reading-hard", Severity.WARNING)
    assert "Flesch–Kincaid grade" in finding.message
    assert finding.hint.count("content/hands.yaml:1") == 3
    assert finding.where.line == 15


def test_a_plain_text_and_a_few_hard_sentences_are_none() -> None:
    assert found(reading_ease, of(*[PLAIN] * 10)) == []
    assert found(reading_ease, of(*[HARD] * 9)) == []


def test_a_translation_is_judged_by_the_formula_of_its_language() -> None:
    spanish = (
        "Inmunosupresoras farmacoterapias necesitan periódicamente evaluaciones hematológicas."
    )
    subject = of(*[PLAIN] * 12)
    there = of(*[spanish] * 12)
    sheet = LocalizedLeaflet(there, subject, languages.find("es"), Provenance("human"))
    (finding,) = reading_ease.check_sheet(sheet)
    assert "INFLESZ" in finding.message
    arabic = replace(sheet, language=languages.find("ar"))
    assert list(reading_ease.check_sheet(arabic)) == []


def test_one_very_long_sentence_is_told() -> None:
    (finding,) = found(sentence_length, of(PLAIN, LONG))
    assert (finding.code, finding.where.line) == ("sentences-long", 11)
    assert "longest 45" in finding.message


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["It is common. It hurts a bit more in the sun."] * 8, "fewer than 9"),
        ([f"{PLAIN} {PLAIN} It is common."] * 6, "18 sentences"),
        ([PLAIN, "It is red. It burns. It stings. It lasts. It hurts.", PLAIN], "5 sentences"),
    ],
    ids=["mean", "share", "row"],
)
def test_rows_of_fragments_are_told(paragraphs: list[str], said: str) -> None:
    (finding,) = found(sentence_length, of(*paragraphs))
    assert finding.code == "sentences-choppy"
    assert said in finding.message


def test_lists_questions_and_running_text_of_a_good_length_are_not() -> None:
    assert found(sentence_length, of(*["Wash your hands."] * 12, role="list-item")) == []
    assert found(sentence_length, of(*["Does it hurt?"] * 12)) == []
    assert found(sentence_length, of(*[PLAIN] * 12)) == []
