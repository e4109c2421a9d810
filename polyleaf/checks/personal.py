"""`character-…`: what stands on a personal copy alone is looked at character by character too.

The codes are those of `characters`, the place is the value's in its batch file. What is told of a
value says its column and the character, never the value itself: whoever reads a log is not its
reader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..model import Copy, Task, Value
from ..problems import Finding
from .characters import TOLD, kind, named, places

# Their messages hold numbers, names of fonts and single characters, and nothing else of a page.
QUOTING_NOTHING = frozenset({"font-fallback", "font-missing", "glyph-missing", "pages"})
UNTOLD = "found on the filled in sheet; which text it is stays untold"
HINT = "build it without --batch: if all is well there, what is filled in is too long"


def check(task: Task) -> Iterator[Finding]:
    for value in task.copy.values if task.copy else ():
        yield from _of(value)


def _of(value: Value) -> Iterator[Finding]:
    for character in sorted(set(value.text)):
        code = kind(character)
        if code and places(value.text, character):
            said, hint = TOLD[code]
            message = f"{{{value.name}}} is given {said.format(named(character))}"
            yield Finding(value.where, code, message, hint)


def discreet(
    found: Iterable[Finding], harmless: Collection[Finding], copy: Copy
) -> Iterator[Finding]:
    """The findings of a page without their words, but for those that were found before it."""
    for finding in found:
        if finding in harmless or finding.code in QUOTING_NOTHING:
            yield finding
        else:
            yield finding._replace(where=copy.where, message=UNTOLD, hint=HINT)
