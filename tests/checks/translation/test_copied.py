"""A translation that is its source again was never made."""

from __future__ import annotations

import pytest
from hypothesis import given

from polyleaf.checks.translation.copied import check_message, is_copied
from polyleaf.model.findings import Severity

from ...strategies import any_text
from ..messages import unit


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Call us the same day.", "Call us the same day."),
        ("Call **us** the same day [@bad-2021].", "call us the same day"),
        ("Call {clinic.phone} today, please.", "Call today, please: {clinic.phone}"),
        ("Read the [page](https://a.example).", "Read the page"),
        ("Stress", "stress "),
        ("20 days", "२० days"),
    ],
)
def test_a_copy_is_reported_whatever_stands_between_its_letters(source: str, target: str) -> None:
    assert [f.code for f in check_message(unit(source, target))] == ["untranslated-copied"]


@pytest.mark.parametrize("text", ["A nurse", "warm water", "How to wash"])
def test_a_few_words_are_reported_in_a_language_of_the_same_script_too(text: str) -> None:
    assert is_copied(unit(text, text, "es"))


@pytest.mark.parametrize(
    "text",
    ["{clinic.phone}", "20–30", "[@bad-2021]", "https://a.example/page", "NHS", "MedWatch: FDA",
     "A", "B12", "5 mg", "2–4 mg/ml", ""],
)  # fmt: skip
def test_what_is_alike_in_every_language_may_be_copied(text: str) -> None:
    assert not is_copied(unit(text, text, "fr"))


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Call us the same day.", "उसी दिन हमें फ़ोन करें।", "hi"),
        ("Version", "Versión", "es"),
        ("Call us the same day.", "Call us the same day.", "en-IN"),
    ],
)
def test_a_translation_and_english_of_another_country_are_right(
    source: str, target: str, language: str
) -> None:
    assert not is_copied(unit(source, target, language))


def test_a_sentence_is_an_error_and_a_word_a_warning() -> None:
    texts = ("Call us the same day.", "Call us today", "warm water")
    found = [next(check_message(unit(text, text, "fr"))) for text in texts]
    assert [f.severity for f in found] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]


@pytest.mark.parametrize("text", ["Stress", "SEPA Debit", "Sample Conference Center", "Email"])
def test_a_word_or_a_name_may_be_alike_in_a_language_of_the_same_script(text: str) -> None:
    assert not is_copied(unit(text, text, "fr"))


@given(any_text)
def test_it_is_copied_whether_or_not_its_letters_are_strong(text: str) -> None:
    words = "Call us the same day"
    assert is_copied(unit(f"{words} 1", f"**{words}** 2"))
    assert not is_copied(unit(f"{words} {text}", text))
