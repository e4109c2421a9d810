"""`marks-stacked`: a letter has no more marks than writing can need.

Some languages put two or three on a letter, Hebrew with its accents or Tibetan some more; Unicode's
Stream-Safe Text Format (UAX #15, 13) allows 30. What has more is damaged, or made to run over the
lines above and below it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from ...model.findings import Finding
from ...model.leaflet import Text
from ...model.sheet import Language
from ..shared.code_points import named

MOST = 30


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    if not text.value.isascii() and (marks := _longest(text.value))[MOST:]:
        message = f"a letter has {len(marks)} marks, {named(marks[0])} among them"
        yield Finding(text.where, "marks-stacked", message, f"at most {MOST} can be distinguished")


@lru_cache(maxsize=8192)
def _longest(value: str) -> str:
    """The longest row of marks in a text."""
    rows = ("".join(row) for mark, row in groupby(value, _is_mark) if mark)
    return max(rows, key=len, default="")


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
