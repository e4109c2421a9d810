"""`character-invisible`, `character-bidi`, `character-private`, `character-unassigned`,
`character-surrogate`, `character-lost`, `control-character`: every character of a string can be
seen and means the same in every font.

- invisible: zero-width and format characters, soft hyphens, fillers, stray variation selectors.
  Joiners may stand where spelling needs them (`shared/joiners`).
- bidi: marks and controls of direction. Names and numbers keep their order without them, and a
  control that is left open reorders the rest of the page. A mark has no such reach, and other
  catalogs have good reason to put it next to a name: a mark is a warning.
- private, unassigned, surrogate: Unicode gives them no meaning, so they print as a box or as
  whatever a font likes.
- lost: U+FFFD and U+FFFC stand where a program could not keep what was there.

In the values of a personal copy every one of them is an error, and the finding names the value's
column and the character, never the value: the log has other readers than the copy.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ...model.copy import Copy
from ...model.findings import Finding, Severity
from ...model.leaflet import Text
from ...model.sheet import Language
from ..shared import joiners
from ..shared.code_points import MARKS, excerpt, named, stray_code
from ..shared.strings import NOWHERE

# What a message calls the character, and the hint.
WORDING = {
    "control-character": ("the control character {}", "take it out"),
    "character-bidi": (
        "the direction control {}",
        "take it out: names and numbers are kept in order without it",
    ),
    "character-invisible": ("{}, which is invisible", "take it out"),
    "character-lost": ("{}: what stood here is lost", "write it again"),
    "character-private": ("{}", "write a character that means the same in every font"),
    "character-surrogate": ("{}, half of a character", "write the whole character"),
    "character-unassigned": (
        f"{{}}, which is no character of Unicode {unicodedata.unidata_version}",
        "write another",
    ),
}


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    """Reports each such character once."""
    for finding in _found(text.value):
        yield finding._replace(where=text.where)


def check_copy(copy: Copy) -> Iterator[Finding]:
    for value in copy.values:
        for character in _stray(value.text):
            code = stray_code(character)
            wording, hint = WORDING[code]
            message = f"{{{value.name}}} is given {wording.format(named(character))}"
            yield Finding(value.where, code, message, hint)


@lru_cache(maxsize=8192)
def _found(value: str) -> tuple[Finding, ...]:
    return tuple(_finding(value, character) for character in _stray(value))


def _stray(value: str) -> list[str]:
    """The stray characters of a string, each once, but for those that its spelling needs."""
    return [c for c in sorted(set(value)) if stray_code(c) and _places(value, c)]


def _finding(value: str, character: str) -> Finding:
    code, places = stray_code(character), _places(value, character)
    wording, hint = WORDING[code]
    times = f", {len(places)} times" if len(places) > 1 else ""
    message = f'"{excerpt(value, places[0])}" holds {wording.format(named(character))}{times}'
    harmless = character in MARKS or character in joiners.JOINERS
    severity = Severity.WARNING if harmless else Severity.ERROR
    hint = _windows(character) or joiners.hint(value, places[0]) or hint
    return Finding(NOWHERE, code, message, hint, severity)


def _windows(character: str) -> str:
    """What a control character of C1 was in a file of Windows-1252 that was read as Latin-1."""
    if not "\x80" <= character <= "\x9f":
        return ""
    meant = character.encode("latin-1").decode("cp1252", "ignore")
    return f"write {meant} {named(meant)}: Windows-1252 was read as Latin-1" if meant else ""


def _places(value: str, character: str) -> list[int]:
    """Where the character stands and is no part of a spelling."""
    return [at for at, c in enumerate(value) if c == character and not joiners.belongs(value, at)]
