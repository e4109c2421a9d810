"""Listed wordings are found however a language spells and joins them."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.languages.wordings import Wordings, as_compared

SPELLINGS = [
    ("tr", "ilaç*", "İLAÇLAR"),
    ("tr", "sınırlı", "SINIRLI"),
    ("ro", "șoc", "şoc"),  # a cedilla for the comma below
    ("fa", "بی خطر", "بی\u200cخطر"),
    ("ko", "효과*", "효과가"),
    ("en", "un*", "unsafe"),
]


@pytest.mark.parametrize(("tag", "form", "text"), SPELLINGS)
def test_a_wording_is_found_as_it_may_be_spelled(tag: str, form: str, text: str) -> None:
    words = Wordings([("", form)], languages.find(tag))
    assert words.first(as_compared(text))
    assert words.first(as_compared("123")) is None
