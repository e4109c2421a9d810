"""Signs without a direction that belong to the number or name beside them.

UAX #9 takes some of them for a part of a number (W5), if no Arabic letter stands before it.
"""

from __future__ import annotations

import re
import unicodedata

OPENING = "+-−–±×<>≤≥≈~#№$€£₹¥₪@"
SPACED = "−±<>≤≥≈~$€£₹¥"  # also with a space between
HYPHENS = "-–"  # but not where they join the number to a word, ב-5, or to another number
DEGREE = "°"  # belongs to a letter that follows, °C, else to a number before
CLOSING = "%‰°′″+×⁺⁻®™©"
OWN = "°×+"  # but not if a word of the line follows without a space: 38°م
AREA_CODE = re.compile(r"\(\+?[0-9]{1,5}\)[ -]?[0-9](?=[0-9 -]{4})")  # (020) 7946 0958
ADDRESS = re.compile(r"\S*[A-Za-z]\.[A-Za-z]\S*/")  # www.nhs.uk/
STOP = re.compile("[.!?…]+")


def opens(text: str, at: int) -> bool:
    """Whether the sign at `at` belongs to what follows it."""
    sign, before = text[at], text[at - 1 : at] if at else ""
    if sign == DEGREE:
        return text[at + 1].isalpha()
    joins = bool(before) and unicodedata.category(before)[0] in "LMN"
    return sign in OPENING and not (joins and sign in HYPHENS)


def opens_after_space(text: str, at: int) -> bool:
    """Whether the sign before the space at `at` belongs to the number behind it: `≥ 50%`."""
    return text[at] in " \u00a0" and text[at - 1] in SPACED and text[at + 1].isdecimal()


def closes(text: str, start: int, at: int) -> bool:
    """Whether the sign at `at` belongs to the run before it, which begins at `start`."""
    sign, after = text[at], text[at + 1 : at + 2]
    if sign in CLOSING:
        return not (sign in OWN and after.isalnum())
    if sign == "/" and not after.isalnum():
        return ADDRESS.match(text, max(start, text.rfind(" ", start, at) + 1)) is not None
    return unicodedata.bidirectional(sign) == "NSM"  # an accent, a vowel sign, a keycap
