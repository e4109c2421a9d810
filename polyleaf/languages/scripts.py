"""Which script a character belongs to, and which scripts a language is written in.

Codes are those of ISO 15924; the property is Unicode's Script (UAX #24), which Python's own
`unicodedata` lacks. Zyyy is shared by all scripts, Zinh marks inherit the script of their letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from fontTools import unicodedata

LATIN, GREEK, CYRILLIC = "Latn", "Grek", "Cyrl"
SHARED = frozenset({"Zyyy", "Zinh", "Zzzz"})
EAST_ASIAN = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo", "Yiii"})
# Lines may end between two of their letters.
UNSPACED = EAST_ASIAN | {"Bali", "Java", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"}
# Codes for several scripts together, or for one style of a script.
SEVERAL = {
    "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
    "Aran": ("Arab",),
}
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


@cache
def of(character: str) -> str:
    """The script of one character."""
    return str(unicodedata.script(character))


def within(text: str) -> frozenset[str]:
    """The scripts of a text, without the shared ones."""
    return frozenset(map(of, set(text))) - SHARED


def written_with(script: str) -> tuple[str, ...]:
    """Unicode's scripts that make up `script`: Japanese is written in three."""
    return SEVERAL.get(script, (script,))


def name(script: str) -> str:
    """Its name in Unicode: Cyrillic, or Han and Bopomofo."""
    return " and ".join(map(_name, written_with(script)))


def words(text: str) -> Iterator[str]:
    """The runs of letters, marks and digits in a text; hyphens and apostrophes end a run."""
    for inside, run in groupby(text, _in_word):
        if inside:
            yield "".join(run)


def columns(text: str) -> int:
    """The approximate width of a text in Latin letters: a Chinese one is two wide (UAX #11)."""
    return sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@cache
def _in_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in JOINERS


def _name(script: str) -> str:
    return str(unicodedata.script_name(script, script)).replace("_", " ")
