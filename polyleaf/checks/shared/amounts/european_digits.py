"""The digits of every script as European ones, and whether a text has any."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

SIGN = re.compile(r"[\d¼-¾⅐-⅞]")
# Commas of Arabic script, the reversed one of Sindhi and others, and full-width marks.
MARKS = {ord(mark): ord(plain) for mark, plain in zip("،⹁，．：／－％", ",,,.:/-%", strict=True)}
CITATION = re.compile(r"\[@[^\]]*\]")


def has_number(value: str) -> bool:
    """Whether a string of content may hold a number; most have none and need not be parsed."""
    return SIGN.search(CITATION.sub("", value)) is not None


def european(text: str) -> str:
    """The text with every decimal digit of Unicode as 0–9, and the marks between digits, too.

    No character changes its place.
    """
    return text if text.isascii() else text.translate(_Digits())


class _Digits(dict[int, int]):
    """A table for `str.translate`, filled on demand."""

    def __missing__(self, code: int) -> int:
        return _digit(code)


@cache
def _digit(code: int) -> int:
    character = chr(code)
    if unicodedata.category(character) == "Nd":
        return ord("0") + unicodedata.digit(character)
    return MARKS.get(code, code)
