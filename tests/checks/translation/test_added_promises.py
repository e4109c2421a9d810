"""A translation promises no more than its source."""

from __future__ import annotations

import pytest

from polyleaf.checks.translation.added_promises import check_message

from ..messages import unit

ADDED = [
    ("The cream may help.", "La crema es un remedio milagroso.", "es"),
    ("The cream may help.", "Cette crème est révolutionnaire.", "fr"),
    ("The cream may help.", "यह क्रीम चमत्कारी है।", "hi"),
    ("The cream may help.", "这款药膏立竿见影。", "zh-Hans"),
    ("The cream may help.", "هذا الكريم علاج سحري.", "ar"),
]
SAME = [
    ("It is no cure.", "No es una cura definitiva.", "es"),
    ("You have no side effects.", "Sin efectos secundarios.", "es"),
    ("Call an ambulance now.", "Llame ahora a una ambulancia.", "es"),
]


@pytest.mark.parametrize(("source", "target", "language"), ADDED)
def test_a_promise_that_the_source_does_not_make(source: str, target: str, language: str) -> None:
    assert {f.code for f in check_message(unit(source, target, language))} == {"promise-added"}


@pytest.mark.parametrize(("source", "target", "language"), SAME)
def test_what_the_source_says_or_what_is_denied_is_none(
    source: str, target: str, language: str
) -> None:
    assert list(check_message(unit(source, target, language))) == []
