"""Passages of a left-to-right line that are one right-to-left run: what quotation marks enclose."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from itertools import accumulate

from . import signs
from .line import Line


def joined(line: Line) -> Line:
    """Return a left-to-right line in which what stands in brackets or quotation marks is one run.

    Its letters must all read from right to left or, of a quotation, the first and the last one:
    "خذ 5 mg يوميًا" is one sentence.
    """
    directions, whole, end = list(line.directions), set(line.joined), 0
    letters = [i for i, character in enumerate(line.text) if character.isalpha()]
    with_line = [0, *accumulate(line.directions[i] != "rtl" for i in letters)]
    for left, right in sorted(signs.pairs(line.text).items()):
        first, last = bisect(letters, left), bisect(letters, right) - 1
        if (
            left < end
            or first > last
            or {line.directions[letters[i]] for i in (first, last)} != {"rtl"}
        ):
            continue
        closed = with_line[first] == with_line[last + 1] or line.text[left] in signs.QUOTES
        if closed and not any(a < left < b or a < right < b for a, b in line.links):
            directions[left + 1 : right] = ["rtl"] * (right - left - 1)
            whole.update(range(left + 2, right))
            end = right
    return replace(line, directions=tuple(directions), joined=frozenset(whole))
