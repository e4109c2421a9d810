"""D6: widths of a table's columns in scripts that measure otherwise than Latin ones."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.markup.column_widths import column_widths
from polyleaf.model.findings import Where
from polyleaf.model.leaflet import Text

WORDS = {"zh-Hans": "药物", "ja": "薬", "km": "ថ្នាំ", "my": "ဆေး", "lo": "ຢາ"}
SENTENCES = {
    "he": "קחו את התרופה בכל יום עם מים",
    "ar": "خذ الدواء كل يوم مع الماء في الصباح",
    "fa": "دارو را هر روز با آب بخورید و بخوابید",
    "ta": "மருந்தை தினமும் தண்ணீருடன் எடுங்கள்",
    "hi": "दवा हर दिन पानी के साथ सुबह और शाम लें",
    "en": "Take the medicine with water every morning",
}


def widths(tag: str, *cells: str) -> tuple[float, ...]:
    rows = [[Text(cell, Where("a.yaml", 1, 1), "a/b") for cell in cells]] * 3
    return column_widths(rows, 178, language=languages.find(tag))


@pytest.mark.parametrize("tag", WORDS)
def test_d6_a_name_in_latin_letters_has_room_among_letters_without_spaces(tag: str) -> None:
    short = (WORDS[tag],) * 7
    name, *others = widths(tag, "levothyroxine", *short)
    assert name > 1.4 * max(others)
    assert widths(tag, f"{WORDS[tag]}levothyroxine{WORDS[tag]}", *short)[0] > 1.4 * max(others)


@pytest.mark.parametrize("tag", SENTENCES)
def test_d6_the_column_of_sentences_is_the_widest(tag: str) -> None:
    sentence, *others = widths(tag, SENTENCES[tag], "4.0 – 7.0 mmol/L", "≥ 5", "5")
    assert sentence >= max(others)
    assert others[0] >= others[1]
