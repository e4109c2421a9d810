"""`kashida`, `space-unbreakable`: signs that stretch a line by hand, or keep it from breaking.

- kashida: `جيـــدًا`. Lines are set by the engine, and a search does not find the word. Alone behind
  heh it is an abbreviation of the calendar (هـ), and a prefix may show it (الـ).
- unbreakable: no-break spaces in the place of most spaces, as text from a web page or an office
  program has them: lines cannot break, and words leave the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...model.findings import Finding, Severity
from ...model.leaflet import Text
from ...model.sheet import Language
from ..shared.code_points import excerpt
from ..shared.strings import NOWHERE

KASHIDA = re.compile(r"(?<=[^\W\d_\u0640])[\u064b-\u0652]*\u0640+(?=[^\W\d_])|\u0640{2,}")
BETWEEN = re.compile(r"(?<=\w)[\u00a0\u202f](?=\w)")
MOST = 4  # of them, and more than there are others


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    if not text.value.isascii():
        yield from (finding._replace(where=text.where) for finding in _found(text.value))


@lru_cache(maxsize=8192)
def _found(value: str) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if stretched := KASHIDA.search(value):
        word = excerpt(value, stretched.start())
        message, plain = (
            f'"{word}" is stretched by U+0640 ARABIC TATWEEL',
            word.replace("\u0640", ""),
        )
        found.append(Finding(NOWHERE, "kashida", message, f'write "{plain}"', Severity.WARNING))
    kept = len(BETWEEN.findall(value))
    if kept >= MOST and kept > value.count(" "):
        message = f"{kept} of the spaces between words are no-break spaces: lines cannot break"
        hint = "write plain spaces; the sheet keeps numbers and units together itself"
        found.append(Finding(NOWHERE, "space-unbreakable", message, hint, Severity.WARNING))
    return tuple(found)
