"""Text that is read is in the form NFC, but for the order of marks."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given

from polyleaf.languages import normalised

from ..checks.strings import one_script
from ..strategies import quick


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("e\u0301tat", "\u00e9"),
        ("peau se\u0300che", "\u00e8"),
        ("Vie\u0323\u0302t", "\u1ec7"),
        ("\u0438\u0306од", "\u0439"),
        ("गुलाबी \u0958ोशिश", "\u0915\u093c"),  # NFC takes it apart: Composition Exclusion
        ("প\u09a1\u09bc\u09be \u09dc", "\u09a1\u09bc"),
        ("\u09ac\u09c7\u09be", "\u09ac\u09cb"),
        ("\ufb2e", "\u05d0\u05b7"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("37 \u212a", "K"),
        ("5 k\u2126", "\u03a9"),
        ("\uf9dc", "\u9686"),
    ],
)
def test_what_is_canonically_equal_is_read_alike(written: str, wanted: str) -> None:
    assert normalised(written) == unicodedata.normalize("NFC", written)
    assert wanted in normalised(written)


@pytest.mark.parametrize(
    "typed",
    [
        "جد\u0651\u064b\u0627",  # shadda, then the vowel
        "\u05e1\u05e4\u05bc\u05b5\u05e7",  # dagesh, then the vowel
    ],
)
def test_marks_stay_in_the_order_in_which_they_are_typed(typed: str) -> None:
    assert not unicodedata.is_normalized("NFC", typed)
    assert normalised(typed) == typed
    assert normalised(typed + " e\u0301tat") == typed + " \xe9tat"


@quick
@given(one_script())
def test_the_characters_are_those_of_the_normal_form(text: str) -> None:
    assert Counter(normalised(text)) == Counter(unicodedata.normalize("NFC", text))
    assert normalised(normalised(text)) == normalised(text)
