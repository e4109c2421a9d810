"""Brackets and signs without a direction: which text each of them belongs to.

UAX #9 takes some signs for a part of a number (W5), unless an Arabic letter stands before it.
"""

from __future__ import annotations

import re
import unicodedata

BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”"}
QUOTE = '"'  # opens and closes
QUOTES = "«‹“" + QUOTE
NONE = -1
DEEPEST = 63  # brackets that may be open at once (UAX #9, BD16)
OPENING = "+-−–±×<>≤≥≈~#№$€£₹¥₪@"
OPENING_PAIRS = ("<=", ">=", "+/-", "+/−")  # as typewriters have ≤, ≥ and ±
SPACED = "−±<>≤≥≈~$€£₹¥"  # belong to their number across a space too
HYPHENS = "-–"  # not where they join a number to a word, ב-5, or to another number
DEGREE = "°"  # belongs to the letter after it, °C, or else to the number before it
CLOSING = "%‰°℃℉′″+×⁺⁻®™©"
UNLESS_JOINED = "°×+"  # not if a word of the line follows without a space: 38°م
CHARGES = "-−"  # Cl-, ER−; not 1-, which numbers a line
CURRENCIES = "$€£₹¥₪"
ARABIC_PERCENT = "٪"
PERCENTS = "%٪"
# 7 %, 38 ℃: the sign stays with its number across a space; a currency only if a name is before the
# number, LDL 5 €. A lone 20 ₪ reads as its line does (CLDR sets a mark of direction before it).
AFTER_SPACE = re.compile(
    r"(?<=[\d½⅓⅔¼¾])[ \u00a0\u202f](?:([%‰°℃℉])|([٪$€£₹¥₪]))(?!\w|[ \u00a0]?\d)"
)
LONE_NUMBER = re.compile("[0-9۰-۹.,٫٬]+")
CHARGED = re.compile(r"[^\W\d_][\w⁺⁻]*$")  # a name or formula, with or without digits: HCO3
LONGEST = 20  # characters of such a name that are looked at
DIALLED = "*#"  # of codes that are dialled: *123#
AREA_CODE = re.compile(r"\(\+?[0-9]{1,5}\)[ -]?[0-9](?=[0-9 -]{4})")  # (020) 7946 0958
ADDRESS = re.compile(r"\S*[A-Za-z]\.[A-Za-z]\S*/")  # www.nhs.uk/
STOP = re.compile("[.!?…]+")


def opening(text: str, at: int, first: int) -> int:
    """Count the characters between `first` and `at` that belong to the text from `at` on."""
    free = at - first
    pair = next((sign for sign in OPENING_PAIRS if text.endswith(sign, first, at)), "")
    if pair or (free > 0 and _opens(text, at - 1)):
        return len(pair) or 1
    if free < 2 or text[at - 1] not in " \u00a0" or not text[at : at + 1].isdecimal():
        return 0
    pair = next((sign for sign in OPENING_PAIRS if text.endswith(sign, first, at - 1)), "")
    return 1 + len(pair) if pair else 2 * (text[at - 2] in SPACED)


def closing(text: str, start: int, at: int) -> int:
    """Count the characters from `at` on that belong to the run before, which begins at `start`."""
    if (found := AFTER_SPACE.match(text, at)) is not None:
        named = any(map(str.isalpha, text[start:at]))
        joined = found[1] or named or (found[2] == ARABIC_PERCENT and not _is_lone(text, start, at))
        return 2 if joined else 0
    return int(_closes(text, start, at))


def _opens(text: str, at: int) -> bool:
    """Tell whether the sign at `at` belongs to the text after it."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign == DEGREE:
        return after.isalpha()
    if sign in DIALLED and after.isdecimal():
        return True
    joins = bool(before) and (unicodedata.category(before)[0] in "LMN" or before in PERCENTS)
    return sign in OPENING and not (joins and sign in HYPHENS)


def _closes(text: str, start: int, at: int) -> bool:
    """Tell whether the sign at `at` belongs to the run before it."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in CLOSING:
        return not (sign in UNLESS_JOINED and after.isalnum())
    if sign == ARABIC_PERCENT:
        return not _is_lone(text, start, at)
    if sign in CURRENCIES or sign == "#":
        return before.isdecimal() and not after.isalnum()
    if sign in CHARGES:
        return (
            not after.isalnum() and CHARGED.search(text, max(start, at - LONGEST), at) is not None
        )
    if sign == "/" and not after.isalnum():
        return ADDRESS.match(text, max(start, text.rfind(" ", start, at) + 1)) is not None
    return unicodedata.bidirectional(sign) == "NSM"  # an accent, a vowel sign, a keycap


def _is_lone(text: str, start: int, at: int) -> bool:
    """Tell whether the run is one number and no more: its ٪ stands on its left, ۵۰ then ٪."""
    return LONE_NUMBER.fullmatch(text, start, at) is not None and not opening(text, start, 0)


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
