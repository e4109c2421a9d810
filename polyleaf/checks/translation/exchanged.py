"""`words-exchanged`: two things have not changed places between two sentences, or two letters or
numbers within one.

"Exosomes stop at step B. Proven creams have reached step E." is not "Proven creams stop at step B.
Exosomes have reached step E.": each word is there, but in the place of the other. It is reported
only if one thing has moved from the first sentence into the second, and another one from the second
into the first; a pronoun in the place of one of them is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared import meaning
from ..shared.message_finding import message_finding
from ..shared.sentences import Sentence, pairs

NUMBER = re.compile(r"\d")
MOST = 8  # sentences that are compared two by two


def check_message(unit: Unit) -> Iterator[Finding]:
    grave = Severity.ERROR if unit.safety else Severity.WARNING
    for one, other in _exchanged(unit):
        message = f'"{one}" and "{other}" stand in each other\'s place'
        yield message_finding(unit, "words-exchanged", message, severity=grave)


def _exchanged(unit: Unit) -> Iterator[tuple[str, str]]:
    found = [p for p in pairs(unit.source, unit.target, unit.language) if p.source and p.target]
    changes = [meaning.changes(unit, pair) for pair in found]
    for pair, (lost, added) in zip(found, changes, strict=True):
        sides = [_anchors(side) for side in (pair.source, pair.target)]
        lost |= {a: a for a in sides[0] if a not in sides[1]}
        added |= {a: a for a in sides[1] if a not in sides[0]}
        yield from _within(*sides)
    for one, other in combinations(changes[:MOST], 2):
        there = [name for name in one[0] if name in other[1]]
        back = [name for name in other[0] if name in one[1]]
        if there and back:
            yield one[0][there[0]], other[0][back[0]]


def _within(source: Sequence[str], target: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two of the same kind that have changed places, while the others stay."""
    if len(source) != len(target) or len(source) < 3 or sorted(source) != sorted(target):
        return
    moved = [at for at, (one, other) in enumerate(zip(source, target, strict=True)) if one != other]
    if len(moved) != 2:
        return
    first, second = moved
    numbers = [bool(NUMBER.match(source[at])) for at in moved]
    # Many languages write the whole of a part before it: 6 में से 1.
    if source[first][0].isalpha() or (all(numbers) and second - first > 1):
        yield source[first], source[second]


def _anchors(those: Sequence[Sentence]) -> list[str]:
    return [anchor for one in those for anchor in one.anchors if anchor[0] not in "?{"]
