"""A translation ends as its source does, with the marks of its own language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.checks.translation.ending import check_message
from polyleaf.model.findings import Severity

from ...strategies import quick
from ..messages import reported, unit

STATEMENT, QUESTION = "Use soap.", "Do you smoke?"
BOTH = {
    "ar": ("استخدم الصابون.", "هل تدخن؟"),
    "am": ("ሳሙና ይጠቀሙ።", "ያጨሳሉ?"),
    "bn": ("সাবান ব্যবহার করুন।", "আপনি কি ধূমপান করেন?"),
    "bo": ("གླང་གླས་བེད་སྤྱོད་བྱེད།", "ཐ་མག་འཐེན་གྱི་ཡོད་དམ།"),
    "el": ("Χρησιμοποιήστε σαπούνι.", "Καπνίζετε;"),
    "es": ("Use jabón.", "¿Fuma usted?"),
    "fa": ("از صابون استفاده کنید.", "آیا سیگار می‌کشید؟"),
    "fr": ("Utilisez du savon.", "Fumez-vous\u202f?"),
    "he": ("השתמשו בסבון.", "האם אתם מעשנים?"),
    "hi": ("साबुन लगाएँ।", "क्या आप धूम्रपान करते हैं?"),
    "hy": ("Օգտագործեք օճառ։", "Դուք ծխո՞ւմ եք։"),
    "ja": ("せっけんを使います。", "たばこを吸いますか？"),
    "mr": ("साबण वापरा.", "तुम्ही धूम्रपान करता का?"),
    "my": ("ဆပ်ပြာ သုံးပါ။", "ဆေးလိပ် သောက်ပါသလား။"),
    "pt": ("Use sabão.", "Você fuma?"),
    "ru": ("Пользуйтесь мылом.", "Вы курите?"),
    "ta": ("சோப்பைப் பயன்படுத்துங்கள்.", "நீங்கள் புகைப்பிடிக்கிறீர்களா?"),
    "te": ("సబ్బు వాడండి.", "మీరు పొగ తాగుతారా?"),
    "th": ("ใช้สบู่", "คุณสูบบุหรี่ไหม"),
    "ur": ("صابن استعمال کریں۔", "کیا آپ تمباکو نوشی کرتے ہیں؟"),
    "zh-Hans": ("请使用肥皂。", "您吸烟吗？"),
}


@pytest.mark.parametrize("language", BOTH)
def test_each_language_ends_its_sentences_in_its_own_way(language: str) -> None:
    statement, question = BOTH[language]
    assert reported(check_message, STATEMENT, statement, language) == []
    assert reported(check_message, QUESTION, question, language) == []


@pytest.mark.parametrize("language", sorted(set(BOTH) - {"th", "bo", "my", "hy"}))
def test_a_question_that_has_become_a_statement_is_reported(language: str) -> None:
    (finding,) = check_message(unit(QUESTION, BOTH[language][0], language))
    message = "the source ends with a question mark, the translation with a full stop"
    assert (finding.code, finding.message) == ("ending-changed", message)
    assert finding.severity is Severity.WARNING  # it may be "Check whether …" by intent


@pytest.mark.parametrize(
    ("source", "language", "translation", "wanted", "got"),
    [
        ("Use soap.", "hi", "साबुन लगाएँ", "a full stop", "no mark"),
        ("Use soap", "fr", "Utilisez du savon.", "no mark", "a full stop"),
        ("Use soap", "ur", "صابن استعمال کریں۔", "no mark", "a full stop"),
        ("Call us if:", "es", "Llámenos si", "a colon", "no mark"),
        ("Call us if:", "zh-Hans", "如有以下情况请联系我们。", "a colon", "a full stop"),
        ("Use soap.", "hy", "Օգտագործեք օճառ:", "a full stop", "a colon"),
        ("Do you smoke", "ar", "هل تدخن؟", "no mark", "a question mark"),
        ("Please wait…", "ru", "Подождите", "three dots", "no mark"),
        ("Call us if:", "th", "โทรหาเรา", "a colon", "no mark"),
    ],
)
def test_a_changed_ending_is_reported(
    source: str, language: str, translation: str, wanted: str, got: str
) -> None:
    message = f"the source ends with {wanted}, the translation with {got}"
    assert reported(check_message, source, translation, language) == [f"ending-changed: {message}"]


@pytest.mark.parametrize(
    ("source", "language", "translation"),
    [
        ("Wash your hands [@who].", "hi", "हाथ धोएँ। [@who]"),
        ("(See below.)", "fr", "(Voir plus bas.)"),
        ("They said: “It is safe.”", "fr", "Ils ont dit\u202f: « C’est sans danger. »"),
        ("They said: “It is safe.”", "zh-Hans", "他们说：“是安全的。”"),
        ("He asked “why?”.", "de", "Er fragte: „Warum?“"),
        ("**Stop.**", "ur", "**رکیں۔**"),
        ("Call {clinic.phone}.", "hi", "{clinic.phone} पर फ़ोन करें।"),
        ("Visit nhs.uk or www.nhs.uk.", "fr", "Consultez nhs.uk ou www.nhs.uk."),
        ("Please wait...", "zh-Hans", "请稍候……"),
        ("red, sore,", "fr", "rouge\u202f; douloureux\u202f;"),
        ("Well done!", "ja", "よくできました。"),
        ("", "fr", "Bonjour."),
    ],
)
def test_what_only_looks_like_another_ending_is_not_reported(
    source: str, language: str, translation: str
) -> None:
    assert reported(check_message, source, translation, language) == []


@pytest.mark.parametrize(
    ("source", "language", "translation"),
    [
        ("Creams, gels, etc.", "de", "Cremes, Gele und andere"),
        ("Creams, gels and so on", "ru", "Кремы, гели и т. д."),
        ("After 10 minutes", "fr", "Après 10 min."),
        ("Dec", "bn", "ডিসে."),
        ("Jan.", "ur", "جنوری"),
        ("Spanish (alt.)", "es", "Español (alternativo)"),
    ],
)
def test_the_stop_of_an_abbreviation_is_no_ending(
    source: str, language: str, translation: str
) -> None:
    assert reported(check_message, source, translation, language) == []


def test_a_question_that_english_leaves_open_may_have_its_mark() -> None:
    assert reported(check_message, "What sets it off", "¿Qué lo provoca?", "es") == []


def test_the_hint_says_what_the_language_writes() -> None:
    (finding,) = check_message(unit(QUESTION, "کیا آپ تمباکو نوشی کرتے ہیں", "ur"))
    assert finding.hint.startswith("Urdu writes ؟")
    (finding,) = check_message(unit("Soap", "Utilisez du savon.", "fr"))
    assert finding.hint.startswith("take the mark out")


@quick
@given(
    st.sampled_from(sorted(BOTH)), st.sampled_from([0, 1]), st.sampled_from(["”", ")", "»", " "])
)
def test_what_closes_after_the_mark_changes_nothing(
    language: str, which: int, closing: str
) -> None:
    source, translation = (STATEMENT, QUESTION)[which], BOTH[language][which]
    assert reported(check_message, source + closing, translation + closing, language) == []


@pytest.mark.slow
@quick
@given(st.text(), st.text(), st.sampled_from(sorted(BOTH)))
def test_any_two_texts_can_be_compared(source: str, target: str, language: str) -> None:
    assert len(reported(check_message, source, target, language)) <= 1
    assert languages.punctuation(languages.find(language)).marks["stop"]
