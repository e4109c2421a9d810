"""Texts that are nearly the same: at least `NEAR` per cent, by the letters that would be edited.

The likeness is rapidfuzz's ratio, 2 × letters in common / letters of both, so that texts of very
different lengths need no look. It does not depend on a language, and is found once for all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 75  # per cent: translators seldom use what is less alike
NEAREST = 99  # per cent, of what is not the same
LONGER = (200 - NEAR) / NEAR  # how many times as long the other text may be
SHORTEST = 8  # letters: of shorter texts one letter can change everything

Hits = list[tuple[int, str]]  # per cent, text; the best first


class NearTexts:
    """Texts to be like; more may come at any time, and are compared with what was asked before."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._batches: list[tuple[list[int], list[str]]] = []  # by length, and their lengths
        self._found: dict[str, tuple[int, Hits]] = {}  # batches that were looked at, and hits

    def add(self, texts: Iterable[str]) -> None:
        new = sorted(set(texts) - self._known, key=lambda text: (len(text), text))
        if new:
            self._known.update(new)
            self._batches.append((list(map(len, new)), new))

    def near(self, text: str) -> Hits:
        """All known texts that are near this one, but for itself."""
        if len(text) < SHORTEST:
            return []
        seen, hits = self._found.get(text, (0, []))
        if seen < len(self._batches):
            new = [hit for batch in self._batches[seen:] for hit in _hits(text, *batch)]
            hits = sorted([*hits, *new], key=lambda hit: (-hit[0], hit[1]))
            self._found[text] = len(self._batches), hits
        return hits


def likeness(one: str, other: str) -> int:
    """How much alike two texts are, in per cent; 100 only if they are the same."""
    return _per_cent(fuzz.ratio(one, other), same=one == other)


def _hits(text: str, lengths: list[int], texts: list[str]) -> Hits:
    low, high = (
        bisect_left(lengths, int(len(text) / LONGER)),
        bisect_right(lengths, int(len(text) * LONGER) + 1),
    )
    found = process.extract(text, texts[low:high], scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
    return [(_per_cent(score, same=False), other) for other, score, _ in found if other != text]


def _per_cent(ratio: float, *, same: bool) -> int:
    return 100 if same else min(int(ratio), NEAREST)
