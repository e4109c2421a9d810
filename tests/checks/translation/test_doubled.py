"""No word stands twice by a slip of the hand."""

from __future__ import annotations

import pytest

from polyleaf.checks.translation.doubled import check_message

from ..messages import reported

TEXT = "Wash your hands slowly."


@pytest.mark.parametrize(
    ("language", "translation", "word"),
    [
        ("fr", "Lavez-vous les les mains.", "les"),
        ("fr", "**Une** une crème", "Une"),
        ("es", "Lávese las manos de de nuevo.", "de"),
        ("pt", "Lave as mãos com com sabão.", "com"),
        ("ru", "Мойте руки с с мылом.", "с"),
        ("el", "Πλύνετε τα χέρια και και στεγνώστε.", "και"),
        ("hi", "हाथ को को धोएँ।", "को"),
        ("mr", "हात आणि आणि पाय धुवा.", "आणि"),
        ("bn", "হাত এবং এবং পা ধুয়ে নিন।", "এবং"),
        ("ta", "கைகள் மற்றும் மற்றும் கால்கள்", "மற்றும்"),
        ("te", "చేతులు మరియు మరియు కాళ్ళు", "మరియు"),
        ("ur", "ہاتھ اور اور پاؤں", "اور"),
        ("ar", "اغسل يديك في في الماء.", "في"),
        ("de", "Die Hände werden werden.", "werden"),
        ("fr", "Parce que c’est c’est utile", "c’est"),
    ],
)
def test_a_doubled_word_is_reported(language: str, translation: str, word: str) -> None:
    assert reported(check_message, TEXT, translation, language) == [
        f'word-doubled: "{word}" twice in a row'
    ]


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("hi", "हाथ धीरे धीरे धोएँ।"),
        ("hi", "बार-बार हाथ धोएँ।"),
        ("ur", "ہاتھ بار بار دھوئیں۔"),
        ("bn", "ধীরে ধীরে হাত ধুয়ে নিন।"),
        ("mr", "हळू हळू हात धुवा."),
        ("ta", "மெல்ல மெல்ல கழுவுங்கள்"),
        ("te", "నెమ్మది నెమ్మదిగా నెమ్మది నెమ్మది కడగండి"),
        ("id", "Cuci tangan pelan pelan."),
        ("tr", "Ellerinizi yavaş yavaş yıkayın."),
        ("he", "שטפו ידיים לאט לאט."),
        ("fa", "کم کم دست‌ها را بشویید."),
        ("zh-Hans", "慢慢 慢慢洗手。"),
        ("th", "ช้า ช้า"),
        ("fr", "Nous nous lavons; vous vous lavez."),
        ("cs", "Poraďte se se svým lékařem."),
        ("de", "Wenn Sie sie waschen, die die Haut."),
        ("pt", "Se se sentir mal"),
        ("cs", "jmenovky A a U"),
        ("fr", "lentement, lentement"),
        ("fr", "12 12"),
        ("hu", "{a} {b}"),
    ],
)
def test_what_grammar_doubles_is_not(language: str, translation: str) -> None:
    assert reported(check_message, TEXT, translation, language) == []


def test_a_name_of_the_source_is_not() -> None:
    assert reported(check_message, "The Walla Walla study", "Étude de Walla Walla", "fr") == []


def test_a_source_that_doubles_lets_its_translation_double() -> None:
    assert reported(check_message, "very very slowly", "très très lentement", "fr") == []
