"""Formulas of readability give what their authors' constants give, for the languages they fit."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.languages.syllables import syllables
from polyleaf.languages.tables import table

HARD = "Immunosuppressive pharmacotherapy necessitates periodic haematological evaluation."
EASY = "The cream helps your skin. You put it on at night."


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "rosa-ce-a:4 med-i-cine:3 peo-ple:2 dis-eas-es:3 walked:1 want-ed:2 sci-ence:2",
        ),
        ("en", "se-ri-ous:3 in-flam-ma-tion:4 mu-si-cian:3 sit-u-a-tion:4 ta-ble:2 care-ful:2"),
        ("es", "ciu-dad:2 dí-a:2 me-di-ca-men-to:5 que:1 gui-ta-rra:3 eu-ro-pe-o:4"),
        ("fr", "mé-de-cin:3 vi-sage:2 ma-la-die:3 ro-sa-cée:3"),
        ("ru", "ле-че-ни-е:4 врач:1"),
        ("de", "Krank-heit:2 Un-ter-su-chung:4"),
        ("tr", "İ-laç:2 has-ta-lık:3"),
        ("pt", "não:1 co-ra-ção:3"),
        ("pl", "cho-ro-ba:3 dziec-ko:2"),
        ("nl", "ziek-te:2"),
    ],
)
def test_syllables_are_counted_by_the_spelling_of_a_language(language: str, words: str) -> None:
    pairs = [word.replace("-", "").split(":") for word in words.split()]
    assert {word: syllables(word, language) for word, _ in pairs} == {
        word: int(number) for word, number in pairs
    }


@pytest.mark.parametrize(
    ("language", "sentence", "value"),
    [
        # words 4, syllables 4, and so on, put into the published formulas by hand
        ("en", "Wash your hands now", 0.39 * 4 + 11.8 * 1 - 15.59),
        ("es", "El gato come", 206.835 - 62.3 * 5 / 3 - 3),
        ("fr", "Le chat dort", 207 - 1.015 * 3 - 73.6 * 1),
        ("ru", "Врач лечит кожу", 206.835 - 1.3 * 3 - 60.1 * 5 / 3),
        ("de", "Der Arzt hilft", 180 - 3 - 58.5),
        ("it", "La pelle brucia", 89 + (300 - 10 * 13) / 3),
        ("sv", "Huden blir irriterad", 3 + 100 / 3),
    ],
)
def test_a_formula_gives_what_its_constants_give(
    language: str, sentence: str, value: float
) -> None:
    found = languages.reading([sentence.split()], language)
    assert found is not None
    assert found.value == pytest.approx(value, abs=0.06)


def test_spanish_has_both_of_its_formulas_and_english_smog_from_thirty_sentences() -> None:
    spanish = languages.reading([["El", "gato", "come"]], "es-MX")
    assert spanish is not None
    assert [name for name, _ in spanish.others] == ["Fernández Huerta"]
    few = languages.reading([EASY.split()] * 29, "en")
    many = languages.reading([EASY.split()] * 30, "en")
    assert few is not None
    assert many is not None
    assert "SMOG grade" not in dict(few.others)
    assert dict(many.others)["SMOG grade"] == pytest.approx(3.1, abs=0.05)


def test_hard_words_are_hard_and_easy_ones_are_not() -> None:
    hard, easy = (languages.reading([text.split()], "en") for text in (HARD, EASY))
    assert hard is not None
    assert easy is not None
    assert (hard.hard, easy.hard) == (True, False)


@pytest.mark.parametrize("language", ["zh-Hans", "hi", "ta", "ur", "th", "none"])
def test_languages_without_an_accepted_formula_say_so(language: str) -> None:
    assert languages.reading([["কথা"]], language) is None
    assert (
        "no formula" in (why := languages.no_formula(language))
        or "none is accepted" in why
        or ("no accepted formula" in why)
    )


def test_arabic_is_experimental_and_every_formula_names_its_source() -> None:
    arabic = languages.reading([["الجلد", "ملتهب"]], "ar")
    assert arabic is not None
    assert arabic.formula.experimental
    rows = [row for name, row in table("readability").items() if name != "none"]
    assert rows, "nothing to check"
    assert all(
        row["source"] and row["limit"] and row["easier"] in ("above", "below") for row in rows
    )
