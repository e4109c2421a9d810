"""One text, one row of characters: NFC, and no shapes that stand for other characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from polyleaf.checks.text import normalisation

from ...strategies import quick
from ..strings import codes, found, one_script


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
