"""Spaces at which no line ends: between number and unit, and by the rules of a language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.model.inline import Run, parse, walk
from polyleaf.typography import spacing, typeset

from ..strategies import any_text, phrases, thorough

FIXED = str.maketrans({"\u00a0": "~", "\u202f": "_"})


def bound(tag: str, text: str) -> str:
    """Return the text with ~ for a no-break space and _ for a narrow one."""
    return spacing.bind(text, languages.find(tag)).translate(FIXED)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Take 5~mg or 10~mg/kg, at 20~°C."),
        ("en", "At 5 a.m., 3 reasons, 20 examinations, in 2026 it"),
        ("en", "At ≥~38~°C, ±~0.5~mg, HbA1c <~7~%, 5~×~10⁹/L, 2 and ≥ x"),
        ("ar", "حرارة ≥~٣٨ أو ×~2"),
        ("ar", "النبض 60–100~/min، أي 90~/دقيقة"),
        ("en", "A pulse of 90~/min and 12 / 24"),
        ("de", "Nehmen Sie 50~% mehr, 5~ml in 10~Min."),
        ("fr", "Prenez 5~mg, 10~000~fois, à 20~°C"),
        ("ru", "Примите 10~мг, 5~мл, 50~% за 5~мин."),
        ("uk", "Прийміть 10~мг за 5~хв"),
        ("hi", "5~मि.ग्रा. या 10~मिग्रा और 20~मि॰ली॰ लें"),
        ("mr", "५~मि.ग्रॅ. दिवसातून २~वेळा"),
        ("bn", "৫~মিলি এবং 10~mg"),
        ("ta", "5~மி.கி. மற்றும் 10~மி.லி."),
        ("te", "5~మి.గ్రా. మరియు 10~మి.లీ."),
        ("ar", "خذ 5~ملغ أو 50~٪ مرتين"),
        ("fa", "۵~میلی\u200cگرم"),
        ("he", 'קחו 5~מ"ג או 10~מ״ל'),
        ("el", "5~mg και 10~ml"),
        ("th", "5~มก. และ 10~มล."),
        ("ko", "1회 5~mg, 20~°C"),
        ("ja", "1回5~mg、20~℃"),
        ("vi", "5~mg mỗi ngày"),
    ],
)
def test_a_number_stays_with_its_unit(tag: str, text: str) -> None:
    assert bound(tag, text.replace("~", " ")) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "Qu’est-ce que c’est_? Attention_! La peau_; «_rouge_»~: oui."),
        ("fr-CA", "Quoi? Oui! «_Non_»~: non_!"),
        ("ru", "Розацеа~— хроническое заболевание, см. №~5 и §~3"),
        ("ru", "и т.~д., т.~е. 5~человек~— это"),
        ("uk", "Розацеа~– це хвороба"),
        ("de", "z.~B. die Haut, d.~h. innen; §~3"),
        ("en", "J.~R.~Smith; what is it ? yes : no"),
        ("cs", "k~lékaři a~v~noci s~lékem"),
        ("pl", "z~domu i~w~nocy o~5 rano"),
        ("sk", "V~noci a~s~liekom"),
        ("es", "y o a la vez"),
    ],
)
def test_a_language_has_its_rules(tag: str, text: str) -> None:
    assert bound(tag, text.replace("~", " ").replace("_", " ")) == text


TOGETHER = {
    "en": "See page~3: SPF~30, 1~in~10, 3~out~of~10~people, Dr~Smith, 4~weeks, 22~May 2026",
    "es": "el 22~de~noviembre de 2026, 1~de~cada~10 personas, Dra.~Ruiz, pág.~3, 4~semanas",
    "fr": "1~personne sur 10, 22~novembre, Dr~Petit, page~3, 10~jours_; FPS~30",
    "ru": "у 1~из~10~человек, 22~ноября 2026~г., д-р~Иванов, стр.~3, 4~недели",
    "ar": "1~من~كل~10~أشخاص، 22~نوفمبر، د.~أحمد، صفحة~3، 4~أسابيع",
    "hi": "10~में~से~1~व्यक्ति को, 22~नवंबर, डॉ.~शर्मा, पृष्ठ~3, 4~सप्ताह",
    "mr": "१०~लोकांपैकी~१~व्यक्ती, २२~नोव्हेंबर, डॉ.~पाटील, पृष्ठ~३, ४~आठवडे",
    "bn": "১০~জনের~মধ্যে~১~জন, ২২~নভেম্বর, ডা.~রায়, পৃষ্ঠা~৩, ৪~সপ্তাহ",
    "ta": "10~பேரில்~1~நபருக்கு, 22~நவம்பர், டாக்டர்~ராஜா, பக்கம்~3, 4~வாரங்கள்",
    "te": "10~మందిలో~1~వ్యక్తికి, 22~నవంబర్, డా.~రావు, పేజీ~3, 4~వారాలు",
    "ur": "10~میں~سے~1~شخص، 22~نومبر، ڈاکٹر~خان، صفحہ~3، 4~ہفتے",
    "zh-Hans": "每天 2~次，每次 5~毫克，SPF~30",
}


@pytest.mark.parametrize("tag", TOGETHER)
def test_what_belongs_together_stays_together(tag: str) -> None:
    text = TOGETHER[tag]
    assert bound(tag, text.replace("~", " ").replace("_", " ")) == text


@pytest.mark.parametrize(
    "text",
    [
        "Call +44~20~7946~0958 or (020)~7946~0958, or 0800~111, or 999",
        "J.~R.~Smith, but J. Smith, has vitamin C. The 5 rules",
        "10~people have it, 100 examinations show it, and 2,000,000 millilitres do",
    ],
)
def test_numbers_and_names_in_english(text: str) -> None:
    assert bound("en", text.replace("~", " ")) == text


def test_a_space_that_the_author_made_unbreakable_stays() -> None:
    text = "Quoi\u00a0? 5\u202fmg"
    assert spacing.bind(text, languages.find("fr")) == text


def test_a_number_and_its_unit_may_be_in_different_elements() -> None:
    def runs(tag: str, text: str) -> str:
        nodes = typeset(parse(text), languages.find(tag), {})
        found = "".join(node.text for node in walk(nodes) if isinstance(node, Run))
        return found.translate(FIXED)

    assert runs("en", "take **5** mg") == "take 5~mg"
    assert runs("ar", "خذ **5** ملغ") == "خذ 5~ملغ"
    assert runs("fr", "**Quoi** ? *«* oui") == "Quoi_? «_oui"


@given(
    st.sampled_from(["en", "fr", "ru", "cs", "ar", "hi"]),
    any_text | phrases | st.text("5a.;!?:«»—№ \u00a0mg°C%"),
)
@thorough
def test_only_spaces_change_and_only_to_no_break_spaces(tag: str, text: str) -> None:
    found = spacing.bind(text, languages.find(tag))
    changed = [(old, new) for old, new in zip(text, found, strict=True) if old != new]
    assert {old for old, _ in changed} <= {" "}
    assert {new for _, new in changed} <= {"\u00a0", "\u202f"}
    assert spacing.bind(found, languages.find(tag)) == found
