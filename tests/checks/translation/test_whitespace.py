"""Spaces at marks, as each language has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.translation.whitespace import check_message

from ...strategies import phrases, quick
from ..messages import reported, unit

TEXT = "Soap and water."


def codes(language: str, translation: str, source: str = TEXT) -> list[str]:
    return [finding.code for finding in check_message(unit(source, translation, language))]


@pytest.mark.parametrize(
    ("language", "translation", "code"),
    [
        ("es", " Agua y jabón.", "space-edge"),
        ("hi", "साबुन और पानी। ", "space-edge"),
        ("ru", "Мыло  и вода.", "space-doubled"),
        ("fr", "Eau \u202f: savon.", "space-doubled"),
        ("es", "Agua , jabón.", "space-before"),
        ("hi", "साबुन और पानी ।", "space-before"),
        ("ar", "صابون ، وماء.", "space-before"),
        ("ur", "صابن اور پانی ۔", "space-before"),
        ("te", "సబ్బు ; నీరు.", "space-before"),
        ("ru", "Мыло ( или гель).", "space-before"),
        ("ta", "சோப்பு (தண்ணீர் ).", "space-before"),
        ("fr", "Eau , savon.", "space-before"),
        ("mr", "साबण [@who] .", "space-before"),
        ("zh-Hans", "肥皂 ，水。", "space-before"),
        ("zh-Hans", "肥皂， 水。", "space-after"),
        ("ja", "せっけん、 水。", "space-after"),
        ("es", "Agua,jabón.", "space-missing"),
        ("hi", "हाथ धोएँ।फिर सुखाएँ।", "space-missing"),
        ("hi", "साबुन,पानी।", "space-missing"),
        ("ur", "ہاتھ دھوئیں۔پھر خشک کریں۔", "space-missing"),
        ("ar", "صابون،وماء.", "space-missing"),
        ("ru", "Мойте руки.Вытирайте.", "space-missing"),
        ("te", "చేతులు కడగండి.తర్వాత ఆరబెట్టండి.", "space-missing"),
        ("ko", "씻으세요,그리고 말리세요.", "space-missing"),
        ("fr", "Savon: eau.", "space-missing"),
        ("fr", "Savon?", "space-missing"),
        ("fr", "{clinic.name}!", "space-missing"),
        ("fr", "«\u202fSavon» et eau.", "space-missing"),
        ("fr", "«Savon\u202f» et eau.", "space-missing"),
    ],
)
def test_a_slip_is_reported(language: str, translation: str, code: str) -> None:
    assert codes(language, translation) == [code]


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("es", "Agua, jabón; 1,5 g a las 10:30 (o después)."),
        ("fr", "Savon : eau ; « gel » ? Oui !"),
        ("fr", "Savon\u00a0: eau\u202f; «\u202fgel\u00a0»\u202f? À 10:30, https://nhs.uk."),
        ("fr", "{clinic.name}\u202f!"),
        ("fr-CA", "Savon? Oui!"),
        ("fr-CH", "«Savon»: oui!"),
        ("hi", "साबुन, पानी। मि.ग्रा. और डॉ.शर्मा। 1 : 2"),
        ("ar", "صابون، وماء. هل هذا آمن؟ نعم."),
        ("ru", "Мыло, т.е. щёлок, и т. д. — вода."),
        ("de", "z.B. Seife … und Wasser ..."),
        ("sv", "EU:s regler"),
        ("zh-Hans", "肥皂，水。IL-6 和 NHS，{clinic.phone}。"),
        ("ja", "安全ですか？\u3000はい。"),
        ("th", "สบู่ , น้ำ"),
        ("km", "សាប៊ូ ៖ ទឹក ។"),
        ("he", "סבון, מים."),
        ("el", "Σαπούνι, νερό· πετσέτα."),
        ("hy", "Օճառ, ջուր։"),
        ("am", "ሳሙና፣ ውሃ።"),
        ("es", "Jabón [@who]. Agua [@a; @b], toalla."),
        ("es", "Node.js, N,N-dimetil, ejemplo.org"),
        ("es", "Vea https://www.ejemplo.org/archivo.Nombre."),
        ("zh-Hans", "洗手,然后擦干"),  # the wrong mark, but a space would not mend it
    ],
)
def test_the_spaces_of_a_language_are_its_own(language: str, translation: str) -> None:
    assert codes(language, translation) == []


def test_a_space_at_an_edge_is_the_sources() -> None:
    assert codes("es", "Idioma: ", source="Language: ") == []
    assert codes("es", "Idioma:", source="Language: ") == ["space-edge"]
    assert codes("zh-Hans", "语言：", source="Language: ") == []  # the mark has its own


def test_a_list_that_its_program_parts_at_commas_has_no_spaces() -> None:
    assert codes("ur", "ہاں،نہیں،شاید", "yes,no,maybe") == []
    assert codes("ur", "ہاں،نہیں،شاید", "Yes, no, maybe") == ["space-missing"]


def test_an_abbreviation_of_many_points_is_one_word() -> None:
    assert codes("hi", "छद्म-एक्स.एम्.एल. लेख", "XML") == []


def test_what_the_source_writes_so_is_not_reported() -> None:
    assert codes("es", "Agua,jabón", source="Agua,jabón") == []
    assert codes("es", "Agua  y", source="Water  and") == []


def test_each_kind_of_slip_is_reported_once() -> None:
    assert codes("es", "Agua , jabón , sal,arena.") == ["space-before", "space-missing"]


def test_the_place_is_shown() -> None:
    assert reported(check_message, TEXT, "Agua , jabón {x}.", "es") == [
        'space-before: a space at the mark in "Agua , jabón …."'
    ]


@quick
@given(phrases, st.sampled_from(["fr", "hi", "ar", "zh-Hans", "th", "en"]))
def test_a_text_is_never_reported_against_itself_but_for_its_language(
    text: str, language: str
) -> None:
    assert codes(language, text, source=text) == []
