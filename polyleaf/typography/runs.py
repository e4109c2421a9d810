"""Line → the runs that read against its direction."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from ..model.sheet import Direction
from . import cuts, passages, signs
from .line import Line
from .signs import NONE

Span = tuple[int, int]

COMMA = "،"  # ends a run in a right-to-left line: a list of two numbers is two runs


def spans(line: Line, base: Direction) -> list[Span]:
    """Return the runs that read against a line of direction `base`, in order."""
    if base == "ltr":
        line = passages.joined(line)
    ends = sorted((end, link) for link in line.links for end in link)
    edges: set[int] = set()
    while True:
        found = list(_Reader(line, base, edges).spans())
        # A link stays whole: a run that begins outside it must not end inside it.
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
    """Reads one line from its start. No run may cross one of the positions `edges`."""

    def __init__(self, line: Line, base: Direction, edges: set[int]) -> None:
        self.line = line
        self.text = line.text
        self.base = base
        self.other: Direction = "rtl" if base == "ltr" else "ltr"
        self.edges = edges
        self.pairs = signs.pairs(line.text)
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
        """Tell whether all letters have the other direction: then the line has it (UAX #9, P2)."""
        foreign = not self.mixed and self.other in self.line.directions
        listed = any(self.text[i] == COMMA for i in self.stops[:-1])
        whole = NONE not in self.pairs.values() and not listed
        return foreign and self.letters[-1] > 0 and whole

    def _next(self, position: int) -> Span | None:
        """Return the next run, from its first foreign character to its last one."""
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
        for before in (start - 1, start - 2):  # at the bracket, or at a sign inside it
            if before >= position and signs.AREA_CODE.match(self.text, before):
                return before
        return start

    def _stops(self, i: int) -> bool:
        """Tell whether a run must end before position `i`."""
        if i in self.line.joined:
            return False
        if self.line.directions[i] == self.base or i in self.edges:
            return True
        if self.text[i] != COMMA or self.base == "ltr" or self.line.directions[i] is not None:
            return False
        between = self.text[i - 1 : i + 2 : 2]  # between two digits it is a decimal comma
        return not (len(between) == 2 and between.isdecimal())

    def _end(self, start: int, limit: int) -> int:
        """Return the end of the run from `start`, including signs that belong to its end."""
        back = range(limit - 1, start, -1)
        end = 1 + next((i for i in back if self.line.directions[i] == self.other), start)
        while end < limit and (size := self._closing(start, end)) and end + size <= limit:
            end += size
        return end

    def _closing(self, start: int, at: int) -> int:
        """Count the characters at `at` that belong to the run from `start`: a bracket, a sign."""
        if start <= self.pairs.get(at, NONE) < at:
            return 1
        return signs.closing(self.text, start, at)

    def _lone_bracket(self, start: int, end: int) -> int | None:
        """Find a bracket whose partner is outside the run: inside the run it would be mirrored."""
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
        """Tell whether a pair of brackets that opens in the run encloses position `i`."""
        return any(start <= left < i < right for left, right in self.pairs.items())

    def _start(self, start: int, position: int) -> int:
        """Return the start of a run, including signs that belong to its first character."""
        first = start
        while self._is_free(first - 1, position):
            first -= 1
        while size := signs.opening(self.text, start, first):
            start -= size
        return start

    def _is_free(self, i: int, position: int) -> bool:
        """Tell whether a run that begins after `i` may begin at `i` instead."""
        return i >= position and self.line.directions[i] is None and i + 1 not in self.edges

    def _with_stop(self, start: int, end: int) -> int:
        """Return the end of a run, with its full stop if the run fills brackets or a link."""
        if (stop := signs.STOP.match(self.text, end)) is None:
            return end
        bracketed = start > 0 and self.pairs.get(stop.end()) == start - 1
        return stop.end() if bracketed or (start, stop.end()) in self.line.links else end
