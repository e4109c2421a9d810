"""Characters without a visible meaning, and how a finding shows them: <U+200B>."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from . import joiners

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MARKS = frozenset("\u061c\u200e\u200f")  # of these, the ones that reorder nothing
LOST = frozenset("\ufffc\ufffd")
# Without a shape, though not in the category that says so (Default_Ignorable_Code_Point): the
# grapheme joiner, fillers of Hangul, two vowels of Khmer, the empty cell of Braille.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
# Format characters that are visible: they enclose the digits after them
# (Prepended_Concatenation_Mark).
VISIBLE = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
BY_CATEGORY = {
    "Cc": "control-character",
    "Cf": "character-invisible",
    "Cn": "character-unassigned",
    "Co": "character-private",
    "Cs": "character-surrogate",
    "Zl": "character-invisible",
    "Zp": "character-invisible",
}
AROUND = 12  # characters of its word on either side


@cache
def stray_code(character: str) -> str:
    """The code of what is wrong with it unless spelling needs it; empty if nothing is."""
    if character in BIDI:
        return "character-bidi"
    if character in LOST:
        return "character-lost"
    if character in BLANK or joiners.is_selector(character):
        return "character-invisible"
    if character in VISIBLE or character in "\t\n":
        return ""
    return BY_CATEGORY.get(unicodedata.category(character), "")


def named(character: str) -> str:
    """U+200B ZERO WIDTH SPACE"""
    unnamed = {"Co": "of private use", "Cs": "of a surrogate pair"}
    name = unicodedata.name(character, unnamed.get(unicodedata.category(character), ""))
    return f"U+{ord(character):04X} {name}".rstrip()


def excerpt(value: str, at: int) -> str:
    """The word at `at`, or the part of it around `at`; the invisible is written <U+200B>."""
    before, after = re.search(r"\S*$", value[:at]), re.match(r"\S*", value[at:])
    word = (before[0][-AROUND:] if before else "") + (after[0][: AROUND + 1] if after else "")
    return "".join(f"<U+{ord(c):04X}>" if stray_code(c) else c for c in word)
