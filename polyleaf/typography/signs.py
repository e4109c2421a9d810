"""Brackets and signs without a direction: which text each of them belongs to.

UAX #9 takes some signs for a part of a number (W5), unless an Arabic letter stands before it.
"""

from __future__ import annotations

import re
import unicodedata

BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”"}
QUOTE = '"'  # opens and closes
NONE = -1
DEEPEST = 63  # brackets that may be open at once (UAX #9, BD16)
OPENING = "+-−–±×<>≤≥≈~#№$€£₹¥₪@"
SPACED = "−±<>≤≥≈~$€£₹¥"  # belong to their number across a space too
HYPHENS = "-–"  # not where they join a number to a word, ב-5, or to another number
DEGREE = "°"  # belongs to the letter after it, °C, or else to the number before it
CLOSING = "%‰°′″+×⁺⁻®™©"
UNLESS_JOINED = "°×+"  # not if a word of the line follows without a space: 38°م
AREA_CODE = re.compile(r"\(\+?[0-9]{1,5}\)[ -]?[0-9](?=[0-9 -]{4})")  # (020) 7946 0958
ADDRESS = re.compile(r"\S*[A-Za-z]\.[A-Za-z]\S*/")  # www.nhs.uk/
STOP = re.compile("[.!?…]+")


def opens(text: str, at: int) -> bool:
    """Tell whether the sign at `at` belongs to the text after it."""
    sign, before = text[at], text[at - 1 : at] if at else ""
    if sign == DEGREE:
        return text[at + 1].isalpha()
    joins = bool(before) and unicodedata.category(before)[0] in "LMN"
    return sign in OPENING and not (joins and sign in HYPHENS)


def opens_after_space(text: str, at: int) -> bool:
    """Tell whether the sign before the space at `at` belongs to the number after it: `≥ 50%`."""
    return text[at] in " \u00a0" and text[at - 1] in SPACED and text[at + 1].isdecimal()


def closes(text: str, start: int, at: int) -> bool:
    """Tell whether the sign at `at` belongs to the run before it, which begins at `start`."""
    sign, after = text[at], text[at + 1 : at + 2]
    if sign in CLOSING:
        return not (sign in UNLESS_JOINED and after.isalnum())
    if sign == "/" and not after.isalnum():
        return ADDRESS.match(text, max(start, text.rfind(" ", start, at) + 1)) is not None
    return unicodedata.bidirectional(sign) == "NSM"  # an accent, a vowel sign, a keycap


def pairs(text: str) -> dict[int, int]:
    """Map each bracket's position to that of its partner (UAX #9, BD16), or to NONE."""
    found: dict[int, int] = {}
    opened: list[tuple[int, str]] = []
    quote = NONE
    for i, character in enumerate(text):
        if character in BRACKETS:
            found[i] = NONE
            opened.append((i, BRACKETS[character]))
        elif character in BRACKETS.values():
            found[i] = NONE
            depth = next(
                (d for d, (_, c) in enumerate(opened[: -DEEPEST - 1 : -1], 1) if c == character), 0
            )
            if depth:
                partner = opened[-depth][0]
                found[i], found[partner] = partner, i
                del opened[-depth:]
        elif character == QUOTE and not _abbreviates(text, i):
            found[i] = quote
            if quote == NONE:
                quote = i
            else:
                found[quote], quote = i, NONE
    return found


def _abbreviates(text: str, i: int) -> bool:
    """Tell whether the quotation mark stands between two Hebrew letters, as in ד"ר."""
    around = text[i - 1 : i] + text[i + 1 : i + 2]
    return len(around) == 2 and all(unicodedata.bidirectional(c) == "R" for c in around)
