"""What is quoted stays quoted, in the marks of the reader's language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.checks.shared.quotations import quotations
from polyleaf.checks.translation.quotation_marks import check_message

from ...strategies import any_text, quick
from ..messages import reported, unit

TEXT = "The word “natural” helps to sell."


def codes(language: str, translation: str, source: str = TEXT) -> list[str]:
    return [finding.code for finding in check_message(unit(source, translation, language))]


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("ar", "كلمة «طبيعي» تساعد على البيع."),
        ("ar", "كلمة “طبيعي” تساعد على البيع."),
        ("bn", "“প্রাকৃতিক” শব্দটি বিক্রিতে সাহায্য করে।"),
        ("de", "Das Wort „natürlich“ hilft beim Verkauf."),
        ("de", "Die Einstellung `natural' hilft beim Verkauf."),
        ("de", "Das Wort »natürlich« hilft beim Verkauf."),
        ("el", "Η λέξη «φυσικό» βοηθά."),
        ("es", "La palabra «natural» ayuda a vender."),
        ("es", "La palabra “natural” ayuda a vender."),
        ("fa", "واژهٔ «طبیعی» به فروش کمک می‌کند."),
        ("fi", "Sana ”luonnollinen” auttaa."),
        ("fr", "Le mot «\u202fnaturel\u202f» aide à vendre, c’est l’usage."),
        ("fr", 'Le mot "naturel" aide à vendre.'),
        ("fr", "Le mot «\u202fdit “naturel” ici\u202f» aide."),
        ("he", "המילה ”טבעי” עוזרת, אומר ד״ר כהן."),
        ("he", 'המילה "טבעי" עוזרת, אומר ד"ר כהן.'),
        ("he", 'ה"טבעי" עוזר.'),
        ("hi", "“प्राकृतिक” शब्द बेचने में मदद करता है।"),
        ("hu", "A „természetes” szó segít."),
        ("hy", "«Բնական» բառն օգնում է։"),
        ("ja", "「天然」という言葉は販売に役立ちます。"),
        ("ko", "'천연'이라는 말은 판매에 도움이 됩니다."),
        ("nl", "Het woord ‘natuurlijk’ helpt."),
        ("pl", "Słowo „naturalny” pomaga."),
        ("pt", "A palavra “natural” ajuda."),
        ("ru", "Слово «натуральный» помогает."),
        ("ru", "Слово «так „натуральный“ так» помогает."),
        ("sv", "Ordet ”naturlig” hjälper."),
        ("ta", "‘இயற்கை’ என்ற சொல் உதவுகிறது."),
        ("th", "คำว่า “ธรรมชาติ” ช่วยขาย"),
        ("ur", "لفظ “قدرتی” بیچنے میں مدد دیتا ہے۔"),
        ("zh-Hans", "“天然”一词有助于推销。"),
        ("zh-Hant", "「天然」一詞有助於推銷。"),
        ("zh-Hans", '产品"Natural"有助于推销。'),
    ],
)
def test_each_language_has_its_own_marks(language: str, translation: str) -> None:
    assert codes(language, translation) == []


@pytest.mark.parametrize(
    ("language", "translation", "pair"),
    [
        ("fr", "Le mot “naturel” aide à vendre.", "“…”"),
        ("de", "Das Wort “natürlich” hilft.", "“…”"),
        ("de", "Das Wort „natürlich” hilft.", "„…”"),
        ("ru", "Слово “натуральный” помогает.", "“…”"),
        ("pl", "Słowo “naturalny” pomaga.", "“…”"),
        ("hi", "«प्राकृतिक» शब्द", "«…»"),
        ("zh-Hans", "「天然」一词有助于推销。", "「…」"),
        ("zh-Hans", '"天然"一词有助于推销。', '"…"'),
        ("zh-Hant", "“天然”一詞有助於推銷。", "“…”"),
        ("ja", '"天然"という言葉', '"…"'),
        ("ta", "„இயற்கை“ என்ற சொல்", "„…“"),
    ],
)
def test_the_marks_of_another_language_are_reported(
    language: str, translation: str, pair: str
) -> None:
    name = languages.find(language).english_name
    found = [f"quotes-foreign: {pair} are no quotation marks of {name}"]
    assert reported(check_message, TEXT, translation, language) == found


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("hi", "“प्राकृतिक शब्द बेचता है।"),
        ("es", "La palabra natural» ayuda."),
        ("fr", 'Le mot "naturel aide à vendre.'),
        ("zh-Hans", "“天然“一词"),
        ("de", "Das Wort „natürlich hilft."),
        ("es", "La palabra “natural «o casi” ayuda."),
    ],
)
def test_a_mark_without_its_partner_is_reported(language: str, translation: str) -> None:
    assert codes(language, translation) == ["quotes-unbalanced"]


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("fr", "L’eau n'est pas l'air, aujourd’hui. Les patients’"),
        ("en-GB", "patients' rights, rock ’n’ roll"),
        ("es", 'Una pantalla de 5" y 6\' 2"'),
        ("he", 'אומר ד"ר כהן מארה"ב'),
        ("he", 'שולחים דוא"לים'),
        ("uk", "здоров'я"),
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(language: str, translation: str) -> None:
    assert codes(language, translation, source="It is so.") == []


def test_a_lost_quotation_is_reported() -> None:
    assert codes("fr", "Le mot naturel aide à vendre.") == ["quotes-lost"]
    two = "Words such as “natural” and “new”"
    assert reported(check_message, two, "Des mots comme «\u202fnaturel\u202f» et neuf", "fr") == [
        "quotes-lost: 1 of the 2 quotations of the source"
    ]
    assert codes("hi", "प्राकृतिक", source="The word 'natural' is a man's.") == ["quotes-lost"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("The patients' and doctors' rights", "Los derechos de pacientes y médicos"),
        ('A screen of 5" or 6"', "Una pantalla de 5 o 6 pulgadas"),
        ("It’s the nurse’s", "Es de la enfermera"),
    ],
)
def test_what_is_no_quotation_cannot_be_lost(source: str, translation: str) -> None:
    assert codes("es", translation, source=source) == []


def test_one_more_is_not() -> None:
    assert codes("ru", "Так называемый «натуральный» крем", source="A natural cream") == []


def test_a_quoted_placeholder_may_go_bare() -> None:
    assert codes("fr", "Ouvrir {name}", source="Open “{name}”") == []


def test_a_source_that_is_out_of_balance_says_nothing_of_its_translation() -> None:
    assert codes("fr", "Le mot «\u202fnaturel", source="The word “natural") == []


@quick
@given(any_text, st.sampled_from(["“”", "„“", "«»", "「」", "”“"]))
def test_a_quotation_around_any_text_without_marks_is_found(text: str, pair: str) -> None:
    words = "a" + "".join(c for c in text if c.isalpha()) + "b"
    found = quotations(f"x {pair[0]}{words}{pair[1]}, y")
    assert (found.outer, found.lone) == ((pair[0] + words + pair[1],), ())


@quick
@given(any_text)
def test_every_mark_is_a_partner_or_alone(text: str) -> None:
    found = quotations(text)
    assert len(found.outer) <= found.passages
    assert found.filled <= found.passages
