"""One text, one row of characters: NFC, and no shapes that stand for other characters."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given

from polyleaf.checks.text import normalisation

from ...strategies import quick
from ..strings import codes, found, one_script


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("e\u0301tat", "\u00e9"),
        ("peau se\u0300che", "\u00e8"),
        ("Vie\u0323\u0302t", "\u1ec7"),
        ("\u0438\u0306од", "\u0439"),
        ("गुलाबी \u0958ोशिश", "\u0915\u093c"),  # NFC takes it apart: Composition Exclusion
        ("প\u09a1\u09bc\u09be \u09dc", "\u09a1\u09bc"),
        ("\u09ac\u09c7\u09be", "\u09ac\u09cb"),
        ("\ufb2e", "\u05d0\u05b7"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("37 \u212a", "K"),
        ("5 k\u2126", "\u03a9"),
        ("\uf9dc", "\u9686"),
    ],
)
def test_text_that_is_not_nfc_is_reported_with_what_it_should_be(written: str, wanted: str) -> None:
    (finding,) = found(normalisation.check_string, written)
    assert finding.code == "text-unnormalised"
    assert finding.hint.startswith("write it as ")
    for character in wanted:
        assert f"U+{ord(character):04X} {unicodedata.name(character)}" in finding.hint


def test_the_message_names_the_sequence() -> None:
    (finding,) = found(normalisation.check_string, "un e\u0301tat")
    assert finding.message == (
        '"e\u0301" is written as U+0065 LATIN SMALL LETTER E, U+0301 COMBINING ACUTE ACCENT'
    )
    assert finding.hint == "write it as U+00E9 LATIN SMALL LETTER E WITH ACUTE: the form NFC"


@pytest.mark.parametrize(
    ("language", "text", "what", "instead"),
    [
        ("ar", "\ufe8d\ufedf\ufea0\ufee0\ufea9", "a presentation form", "الجلد"),  # out of a PDF
        ("fa", "\ufb58وست", "a presentation form", "پوست"),
        ("he", "\ufb21", "a presentation form", "א"),
        ("en", "Skin is in\ufb02amed.", "a ligature", "inflamed."),
        ("en", "𝗪𝗮𝘀𝗵 your hands", "a letter of mathematics", "Wash"),
        ("en", "ℎ", "a letter of mathematics", "h"),
        ("en", "5 ㎎", "a unit in one square", "mg"),
        ("en", "the ＦＤＡ", "fullwidth", "FDA"),
        ("hi", "हाथ，धोएँ", "fullwidth", "हाथ,धोएँ"),
        ("en", "wash\u3000hands", "a fullwidth space", " "),
        ("zh-Hans", "\u2f64皮肤", "a radical", "用皮肤"),
        ("ja", "\uff71\uff9a\uff99\uff77\uff9e\uff70", "halfwidth", "アレルギー"),
    ],
)
def test_a_shape_that_stands_for_others_is_reported_once(
    language: str, text: str, what: str, instead: str
) -> None:
    (finding,) = found(normalisation.check_string, text, language)
    assert finding.code == "character-compatibility"
    assert finding.message.endswith(f": {what}")
    assert finding.hint == f'write "{instead}"'


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "10 m², 5 cm³, CO₂, ½ tablet, 37 ℃, № 5, Botox™, 1ª, 5 ℓ, wait…, 5′ 10″, 4\u202fmg"),
        ("en", "© ® ‼ ① Ⓐ Ⅳ"),
        ("ar", "محمد ﷺ، ۵٪، ﷼"),
        ("th", "น้ำ"),  # SARA AM stands for two characters, and no one writes those
        ("lo", "ນ້ຳ ໜ້າ"),
        ("hy", "և"),
        ("zh-Hans", "皮肤，（ＡＢＣ）：１２３！\u3000㎎"),
        ("ja", "（１）"),
        ("ko", "㎎ ㄱ"),
        ("en", "the leaflet 「皮膚，病」"),  # a quotation brings its own signs
    ],
)
def test_what_means_something_by_itself_may_stand(language: str, text: str) -> None:
    assert codes(normalisation.check_string, text, language) == []


@quick
@given(one_script())
def test_normal_text_of_one_script_is_never_reported(text: str) -> None:
    assert codes(normalisation.check_string, unicodedata.normalize("NFKC", text)) == []


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("ar", "جد\u0651\u064b\u0627"),  # shadda, then the vowel
        ("he", "\u05e1\u05e4\u05bc\u05b5\u05e7"),  # dagesh, then the vowel
    ],
)
def test_marks_may_stand_in_the_order_in_which_they_are_typed(language: str, typed: str) -> None:
    assert not unicodedata.is_normalized("NFC", typed)
    assert codes(normalisation.check_string, typed, language) == []


@quick
@given(one_script())
def test_text_is_reported_just_if_its_characters_are_not_those_of_its_normal_form(
    text: str,
) -> None:
    reported = "text-unnormalised" in codes(normalisation.check_string, text)
    assert reported is (Counter(text) != Counter(unicodedata.normalize("NFC", text)))
