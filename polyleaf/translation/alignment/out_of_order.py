"""Pairs of what is left, wherever it stands: boxes and sections that were moved."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

PRIOR = -2.0  # that a message which is left has a partner at all
LEAST = 0.25


def likely_pairs(
    scores: Sequence[Sequence[float]], messages: Iterable[int], texts: Sequence[int]
) -> dict[tuple[int, int], float]:
    """How likely each of these pairs is, against all other messages and texts.

    `scores` are those of every message with every text: what fits another one better is not ours.
    """
    width = len(scores[0]) if scores else 0
    columns = {j: _total([row[j] for row in scores]) for j in texts}
    found = {}
    for i in messages:
        row = _total(scores[i])
        for j in texts:
            by_row = math.exp(scores[i][j] - math.log(width) + PRIOR - row)
            by_column = math.exp(scores[i][j] - math.log(len(scores)) + PRIOR - columns[j])
            if (likely := by_row * by_column) > LEAST:
                found[i, j] = likely
    return found


def _total(weights: Sequence[float]) -> float:
    """The logarithm of all that may be, with that none of them is it."""
    shift = PRIOR - math.log(len(weights))
    logs = [0.0, *(weight + shift for weight in weights)]
    most = max(logs)
    return most + math.log(sum(math.exp(value - most) for value in logs))
