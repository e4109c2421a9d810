"""Scripts of characters and languages."""

from __future__ import annotations

import pytest

from polyleaf.languages import scripts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20 seconds, 5–10 %", {"Latn"}),
        ("रोज़ेशिया: IL-6", {"Deva", "Latn"}),
        ("皮膚のアレルギー", {"Hani", "Hira", "Kana"}),
        ("µ, 5 °, €, 「」, ー, \u0301, ،", set()),  # what several scripts share
        ("", set()),
    ],
)
def test_a_text_is_in_the_scripts_of_its_letters(text: str, found: set[str]) -> None:
    assert scripts.within(text) == found


@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("Cyrl", "Cyrillic"),
        ("Hans", "Han and Bopomofo"),
        ("Jpan", "Han and Hiragana and Katakana"),
        ("Cans", "Canadian Aboriginal"),
    ],
)
def test_a_script_has_a_name_for_people(script: str, name: str) -> None:
    assert scripts.name(script) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HbA1c, 5–10 %", ["HbA1c", "5", "10"]),
        ("β-blocker", ["β", "blocker"]),
        ("धोएँ। हाथ", ["धोएँ", "हाथ"]),
        ("می\u200cشود،", ["می\u200cشود"]),
        ("NHSच्या", ["NHSच्या"]),
        ("", []),
    ],
)
def test_a_word_is_letters_marks_and_digits(text: str, words: list[str]) -> None:
    assert list(scripts.words(text)) == words
