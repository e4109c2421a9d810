"""Which scripts the renderer shapes right, and what it needs for that.

It shapes a line once with each of its fonts, in runs of one direction, by the script that a run
begins with, and then puts together what belongs to which font, letter by letter. That goes right if
a script whose letters join or change places begins the line and has its runs for itself.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

# Their letters join, change places or melt into one; the first word of Unicode's names.
COMPLEX = {
    "ARABIC", "SYRIAC", "NKO", "MANDAIC", "MONGOLIAN", "ADLAM", "HANIFI", "DEVANAGARI",
    "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM",
    "SINHALA", "TIBETAN", "MYANMAR", "KHMER", "BALINESE", "JAVANESE", "SUNDANESE", "BATAK",
    "BUGINESE", "LEPCHA", "LIMBU", "CHAKMA", "MEETEI", "TAI", "NEW", "CHAM", "KAYAH", "REJANG",
    "SAURASHTRA", "SYLOTI", "GRANTHA", "NEWA", "TIRHUTA", "SIDDHAM", "MODI", "TAKRI", "VEDIC",
}  # fmt: skip
CURSIVE = {"ARABIC", "SYRIAC", "NKO", "MANDAIC", "ADLAM", "HANIFI"}  # no letter changes place
# Browsers part the syllables of these; the renderer leaves them joined by their headline.
HEADLINED = ("DEVANAGARI", "BENGALI", "GURMUKHI")
EMBEDDINGS = {"ltr": "\N{LEFT-TO-RIGHT EMBEDDING}", "rtl": "\N{RIGHT-TO-LEFT EMBEDDING}"}
POP = "\N{POP DIRECTIONAL FORMATTING}"


@cache
def script(character: str) -> str:
    """The script of a letter or a mark as Unicode's names begin; empty for what all scripts use."""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    word = unicodedata.name(character, "").partition(" ")[0]
    return "" if word in ("COMBINING", "MODIFIER", "VARIATION") else word.partition("-")[0]


@cache
def direction(character: str) -> str:
    """`ltr` or `rtl` for a letter, empty for what takes the direction of its neighbours."""
    kind = unicodedata.bidirectional(character)
    return {"L": "ltr", "R": "rtl", "AL": "rtl"}.get(kind, "")


def one_way(text: str) -> bool:
    """Whether all of a line runs from right to left, whatever is around it (UAX #9, N1)."""
    kinds = [unicodedata.bidirectional(character) for character in text.strip()]
    letters = [kind for kind in kinds if kind != "NSM"]
    if not letters or not {letters[0], letters[-1]} <= {"R", "AL"}:
        return False
    return {*letters} <= {"R", "AL", "WS", "ON", "CS"}


def complex_scripts(text: str) -> list[str]:
    """The scripts of a line that need their runs for themselves, in the order of the line."""
    return list(dict.fromkeys(each for each in map(script, text) if each in COMPLEX))


def never_spaced(text: str) -> str:
    """The first of its scripts that the renderer sets without space between letters; or empty."""
    return next((each for each in complex_scripts(text) if each in HEADLINED), "")


def apart(text: str, whole: str) -> str:
    """A part of the line `whole`, in which a complex script is a run of its own.

    Two embeddings in one another are a level that no letter has by itself (UAX #9, X2 and I1).
    """
    others = {direction(c) for c in whole if script(c) and script(c) not in COMPLEX}
    made = []
    for inside, letters in groupby(_marked(text), key=lambda pair: pair[1]):
        run = "".join(character for character, _ in letters)
        way = next(filter(None, map(direction, run)), "ltr")
        made.append(f"{EMBEDDINGS[way] * 2}{run}{POP * 2}" if inside and way in others else run)
    return "".join(made)


def _marked(text: str) -> list[tuple[str, bool]]:
    """Each character, and whether it stands in a run of a complex script, spaces inside too."""
    marks = [script(character) in COMPLEX for character in text]
    last: int | None = None
    for at in range(len(text)):
        if marks[at]:
            if last is not None and all(
                not script(c) and not c.isdigit() for c in text[last + 1 : at]
            ):
                marks[last + 1 : at] = [True] * (at - last - 1)
            last = at
    return list(zip(text, marks, strict=True))
