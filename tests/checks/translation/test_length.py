"""A text has room where it is printed, counted as its reader counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.translation.length import check_message
from polyleaf.model.findings import Severity

from ...strategies import quick
from ..messages import reported, unit


@pytest.mark.parametrize(
    ("language", "translation", "characters"),
    [
        ("fr", "Rougeurs", 8),
        ("fr", "e\u0301te\u0301", 3),
        ("hi", "नमस्ते", 3),
        ("hi", "क्षमा", 2),
        ("ta", "நோய்", 2),
        ("th", "น้ำ", 1),
        ("zh-Hans", "玫瑰痤疮", 4),
        ("ar", "كتابٌ", 4),
        ("en", "👩🏽\u200d⚕️", 1),
    ],
)
def test_a_character_is_what_a_reader_takes_for_one(
    language: str, translation: str, characters: int
) -> None:
    assert reported(check_message, "x", translation, language, max_length=characters) == []
    (found,) = reported(check_message, "x", translation, language, max_length=characters - 1)
    assert found.startswith(f"too-long: {characters} characters, 1 more than")


def test_the_finding_says_by_how_much() -> None:
    (finding,) = check_message(unit("x", "a" * 67, "fr", max_length=55))
    assert finding.message == "67 characters, 12 more than the 55 that fit"
    assert finding.severity is Severity.ERROR


def test_markup_citations_and_placeholders_do_not_count() -> None:
    text = "**Appel** [ici](https://example.org) [@who-2009; @nhs]. {clinic.phone}"
    assert reported(check_message, "x", text, "fr", max_length=len("Appel ici. ")) == []
    assert reported(check_message, "x", text, "fr", max_length=len("Appel ici. ") - 1) != []


def test_a_text_without_a_limit_may_be_long() -> None:
    assert reported(check_message, "x", "a" * 1000, "fr") == []


@quick
@given(st.text("abcé字 ", max_size=60), st.integers(1, 60))
def test_of_whole_letters_the_limit_is_their_number(text: str, limit: int) -> None:
    assert bool(reported(check_message, "x", text, "fr", max_length=limit)) == (
        len(text.strip()) > limit
    )
