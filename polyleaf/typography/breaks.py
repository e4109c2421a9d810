"""Marks where a line may end and where it may not, for an engine that cannot find out itself.

Pango breaks lines by the Unicode line breaking algorithm (UAX #14), which needs a dictionary for
scripts that put no space between words, and which breaks Korean words anywhere, like Chinese. So
characters without width are inserted: U+200B where a line may end, U+2060 where it may not. Only
paper gets them: browsers use ICU themselves, and the characters do not show in a PDF.

Chinese and Japanese need them only between a number and its unit: Pango follows their rules for the
starts and ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from .. import languages
from ..model.sheet import Language
from .line import OBJECT

MAY = "\N{ZERO WIDTH SPACE}"
MUST_NOT = "\N{WORD JOINER}"
# The languages that ICU has a dictionary for. Other languages of their scripts are left alone: the
# Burmese dictionary would break Shan words anywhere.
DICTIONARIES = ("km", "lo", "my", "th")
SYLLABLES = (
    "Bali",
    "Java",
)  # lines end between any two of them (UAX #14, LB28a), which Pango lacks
NUMERIC = frozenset("0123456789.,")
UNSPACED = ("zh", "yue", "ja")
KOREAN = "ko"
KEEP_WORDS = "ko@lw=phrase"  # CSS Text's word-break: keep-all; without it ICU is as strict as Pango
# A long address breaks at its punctuation, not with a hyphen, which would seem a part of it. It
# ends where a script begins that has no spaces: of Thailand to Burma, Cambodia, China and Japan.
OF_ADDRESS = r"[^\s<>\u00a0\u0e00-\u109f\u1780-\u17ff\u2000-\u206f\u2e80-\uffef]+"
ADDRESS = re.compile(
    rf"\b(?:https?://|www\.){OF_ADDRESS}|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w.@/+-])(?:[\w-]+\.)+[A-Za-z]{{2,}}/{OF_ADDRESS}",
    re.ASCII,
)
INSIDE_ADDRESS = re.compile(r"(?<=[/=&?@])(?=[^/=&?@.])|(?<=\w)(?=\.\w)", re.ASCII)
LONG = 30  # characters of an address that may also break before its hyphens
AT_HYPHEN = re.compile(r"(?<=\w)(?=[-_#%]\w)", re.ASCII)
RANGE = re.compile(r"(?<=\d)[–—~〜～](?=\d)")  # 5–10; 5-10 never breaks
RATE = re.compile(r"\d[ \u00a0]?[^\W\d_]{0,5}/(?=[^\W\d_]{1,3}\b)")  # 70 mg/dL, 60 /min, 60/min
# What stays on one line of plain text: an address, which is cut for whoever taps it, and the groups
# of a number, also if they were typed with common spaces.
WHOLE = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?a:(?<![\w.+-])[\w.+-]+@[\w-]+)[!-~]*|\d(?:[ –—~〜～]?\d)+"
)


def mark(text: str, language: Language) -> Sequence[str]:
    """Return each character of the text, with the marks that belong before or after it."""
    code = language.tag.partition("-")[0]
    marks: dict[int, str] = {
        found.end(): MUST_NOT for each in (RANGE, RATE) for found in each.finditer(text)
    }
    for address in ADDRESS.finditer(text):
        start, end = address.span()
        marks |= dict.fromkeys(range(start + 1, end), MUST_NOT)
        inside = (INSIDE_ADDRESS, AT_HYPHEN) if end - start > LONG else (INSIDE_ADDRESS,)
        places = (found.start() for each in inside for found in each.finditer(text, start, end))
        marks |= dict.fromkeys(places, MAY)
    if code in UNSPACED:
        marks |= dict.fromkeys(_inside_amounts(text, language), MUST_NOT)
    if code in DICTIONARIES or language.script in SYLLABLES:
        marks |= {place: MAY for place in _ends(text, code) if _between_words(text, place)}
    elif code == KOREAN:
        words = text.replace(OBJECT, "]")  # a citation stays with the particle after it
        marks |= dict.fromkeys(_ends(words, KOREAN) - _ends(words, KEEP_WORDS), MUST_NOT)
    return _with(text, marks)


def places(text: str, language: Language) -> set[int]:
    """Return the places at which a line of plain text may end, its own end among them."""
    code = language.tag.partition("-")[0]
    found = _ends(text, KEEP_WORDS if code == KOREAN else f"{code}@lb=strict")
    found = found.difference(_inside_amounts(text, language))
    whole = (range(match.start() + 1, match.end()) for match in WHOLE.finditer(text))
    return found.difference(*whole)


def _inside_amounts(text: str, language: Language) -> Iterator[int]:
    """Yield each place within a number and its unit, or the word before it: 5毫克, 第3页."""
    for found in _amounts(language).finditer(text):
        inside = range(found.start() + 1, found.end())
        yield from (at for at in inside if not set(text[at - 1 : at + 1]) <= NUMERIC)


@cache
def _amounts(language: Language) -> re.Pattern[str]:
    words = languages.together(language)
    after = sorted({*words.units, *words.counted} - {""}, key=len, reverse=True)
    before, after_it = ("|".join(map(re.escape, each)) for each in (words.before, after))
    return re.compile(rf"(?:{before})?\d(?:[\d.,]*\d)?(?:{after_it})?")


def _ends(text: str, locale: str) -> set[int]:
    """Return the places at which ICU lets a line end."""
    from icu4py.breakers import LineBreaker  # loads 40 MB of data that few languages need

    place, places = 0, set[int]()
    for segment in LineBreaker(text, locale):
        place += len(segment)
        places.add(place)
    return places


def _between_words(text: str, place: int) -> bool:
    """Tell whether the engine needs a mark here: there is no space and no mark of the author's.

    A citation stays with the word before it.
    """
    around = text[place - 1 : place + 1]
    known = any(sign.isspace() or sign == MAY for sign in around)
    return len(around) == 2 and not known and around[1] != OBJECT


def _with(text: str, marks: dict[int, str]) -> Sequence[str]:
    """Add each mark to the character before it or, if that is not text, to the one after it."""
    pieces = list(text)
    for place, sign in marks.items():
        if place < len(text) and text[place - 1] == OBJECT:
            pieces[place] = sign + pieces[place]
        elif place < len(text):
            pieces[place - 1] += sign
    return pieces
