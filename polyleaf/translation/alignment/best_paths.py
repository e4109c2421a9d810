"""All ways to read a source and its translation side by side → how likely each pair is.

Forward and backward sums over the lattice of both texts, as for hidden Markov models (Rabiner,
1989): unlike the one best path they say how sure a pair is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

Move = tuple[int, int]  # messages, texts of the document
# The logarithm of how often each comes. Documents say more than their leaflet: a letterhead.
MOVES: Mapping[Move, float] = {
    (1, 1): -0.2,
    (1, 0): -3.0,
    (0, 1): -2.0,
    (1, 2): -4.5,
    (2, 1): -4.5,
}
NEVER = -math.inf
Score = Callable[[int, int, Move], float]  # of what begins at these two places


def likely_moves(
    messages: int, texts: int, score: Score, least: float = 0.05
) -> dict[tuple[int, int, Move], float]:
    """Each pairing (message, text, move) that is likely at least so much, from 0 to 1."""
    weights = {
        (i, j, move): base + (score(i, j, move) if all(move) else 0.0)
        for i in range(messages + 1)
        for j in range(texts + 1)
        for move, base in MOVES.items()
        if i + move[0] <= messages and j + move[1] <= texts
    }
    forward = [[NEVER] * (texts + 1) for _ in range(messages + 1)]
    backward = [[NEVER] * (texts + 1) for _ in range(messages + 1)]
    forward[0][0] = backward[messages][texts] = 0.0
    for i in range(messages + 1):
        for j in range(texts + 1):
            if i or j:
                forward[i][j] = _sum(
                    forward[i - a][j - b] + weights[i - a, j - b, (a, b)]
                    for a, b in MOVES
                    if i >= a and j >= b
                )
    for i in range(messages, -1, -1):
        for j in range(texts, -1, -1):
            if i < messages or j < texts:
                backward[i][j] = _sum(
                    backward[i + a][j + b] + weights[i, j, (a, b)]
                    for a, b in MOVES
                    if i + a <= messages and j + b <= texts
                )
    whole = forward[messages][texts]
    found = {}
    for (i, j, move), weight in weights.items():
        if all(move):
            rest = backward[i + move[0]][j + move[1]]
            likely = math.exp(min(forward[i][j] + weight + rest - whole, 0.0))
            if likely >= least:
                found[i, j, move] = likely
    return found


def _sum(logs: Iterable[float]) -> float:
    """The logarithm of a sum whose parts are given as logarithms."""
    values = list(logs)
    most = max(values, default=NEVER)
    if most == NEVER:
        return NEVER
    return most + math.log(sum(math.exp(value - most) for value in values))
