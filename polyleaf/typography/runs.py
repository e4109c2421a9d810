"""A line → where it reads against its direction. Text alone: markup has been read away."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from ..model.sheet import Direction
from . import cuts, signs
from .brackets import NONE, pairs
from .line import Line

Span = tuple[int, int]

COMMA = "،"  # in a right-to-left line it ends a run: a list of two numbers is two runs


def spans(line: Line, base: Direction) -> list[Span]:
    """The runs of a line of direction `base` that read against it, in order."""
    ends = sorted((end, link) for link in line.links for end in link)
    edges: set[int] = set()
    while True:
        found = list(_Reader(line, base, edges).spans())
        # A link is one text and stays whole: no run ends in its middle and begins outside.
        crossed = {
            edge
            for start, end in found
            for _, link in ends[bisect(ends, (start + 1,)) : bisect(ends, (end,))]
            for edge in link
            if not (start <= link[0] and link[1] <= end)
        }
        if crossed <= edges:
            return found
        edges |= crossed


class _Reader:
    """Reads one line from its start. `edges` are positions that no run may lie across."""

    def __init__(self, line: Line, base: Direction, edges: set[int]) -> None:
        self.line = line
        self.text = line.text
        self.base = base
        self.other: Direction = "rtl" if base == "ltr" else "ltr"
        self.edges = edges
        self.pairs = pairs(line.text)
        self.brackets = sorted(self.pairs)
        self.mixed = base in line.directions
        self.stops = [*filter(self._stops, range(len(self.text))), len(self.text)]
        self.letters = list(accumulate(map(str.isalpha, self.text), initial=0))

    def spans(self) -> Iterator[Span]:
        if self._is_foreign():
            yield len(self.text) - len(self.text.lstrip()), len(self.text.rstrip())
            return
        position = 0
        while (found := self._next(position)) is not None:
            yield found
            position = found[1]

    def _is_foreign(self) -> bool:
        """Whether all letters are of the other direction: then so is the line (UAX #9, P2)."""
        foreign = not self.mixed and self.other in self.line.directions
        return foreign and self.letters[-1] > 0 and NONE not in self.pairs.values()

    def _next(self, position: int) -> Span | None:
        """The next run: from its first foreign character to its last one."""
        directions, size = self.line.directions, len(self.text)
        start = next((i for i in range(position, size) if directions[i] == self.other), None)
        if start is None:
            return None
        start = self._area_code(start, position)
        end = self._end(start, self.stops[bisect(self.stops, start)])
        while (lone := self._lone_bracket(start, end)) is not None:
            end = self._end(start, lone)
        if self.base == "rtl" and (cut := self._cut(start, end)) is not None:
            end = self._end(start, cut)
        start = self._start(start, position)
        return start, self._with_stop(start, end)

    def _area_code(self, start: int, position: int) -> int:
        for before in (start - 1, start - 2):  # at the bracket, or at a sign in it
            if before >= position and signs.AREA_CODE.match(self.text, before):
                return before
        return start

    def _stops(self, i: int) -> bool:
        """Whether the run before it cannot go on here."""
        if i in self.line.joined:
            return False
        if self.line.directions[i] == self.base or i in self.edges:
            return True
        if self.text[i] != COMMA or self.base == "ltr" or self.line.directions[i] is not None:
            return False
        between = self.text[i - 1 : i + 2 : 2]  # of two digits it is a decimal comma
        return not (len(between) == 2 and between.isdecimal())

    def _end(self, start: int, limit: int) -> int:
        """The end of the run from `start`, with all that belongs to its last character."""
        back = range(limit - 1, start, -1)
        end = 1 + next((i for i in back if self.line.directions[i] == self.other), start)
        while end < limit and self._closes(start, end):
            end += 1
        return end

    def _closes(self, start: int, at: int) -> bool:
        """Whether the sign at `at` belongs to the run from `start`, as its closing bracket does."""
        return start <= self.pairs.get(at, NONE) < at or signs.closes(self.text, start, at)

    def _lone_bracket(self, start: int, end: int) -> int | None:
        """Where a bracket without its partner stands: in a run of its own it would turn round."""
        for i in self.brackets[bisect(self.brackets, start) : bisect(self.brackets, end - 1)]:
            if not start <= self.pairs[i] < end and self.line.directions[i] is None:
                return i
        return None

    def _cut(self, start: int, end: int) -> int | None:
        bracketed = start > 0 and self.pairs.get(end) == start - 1
        return cuts.first(
            self.text,
            start,
            end,
            alone=bracketed or not self.mixed,
            worded=lambda left, right: self.letters[left] < self.letters[right],
            whole=lambda i: i in self.line.joined or self._is_bracketed(i, start),
        )

    def _is_bracketed(self, i: int, start: int) -> bool:
        """Whether a pair of brackets that opens in the run from `start` on lies around it."""
        return any(start <= left < i < right for left, right in self.pairs.items())

    def _start(self, start: int, position: int) -> int:
        """The start of a run with the signs of its first character."""
        while self._is_free(start - 1, position):
            if signs.opens(self.text, start - 1):
                start -= 1
                continue
            spaced = self._is_free(start - 2, position)
            spaced = spaced and signs.opens_after_space(self.text, start - 1)
            return start - 2 if spaced else start
        return start

    def _is_free(self, i: int, position: int) -> bool:
        """Whether the run that begins after `i` may begin there instead."""
        return i >= position and self.line.directions[i] is None and i + 1 not in self.edges

    def _with_stop(self, start: int, end: int) -> int:
        """The end of a run with its full stop, if brackets or a link hold the run alone."""
        if (stop := signs.STOP.match(self.text, end)) is None:
            return end
        bracketed = start > 0 and self.pairs.get(stop.end()) == start - 1
        return stop.end() if bracketed or (start, stop.end()) in self.line.links else end
