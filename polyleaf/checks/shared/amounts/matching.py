"""Which number of a translation is which of its source, and which have no partner."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from .amount_reader import Reading
from .numerals import NumeralKind, Values
from .quantities import Quantity


@dataclass(frozen=True, slots=True)
class Matched:
    pairs: tuple[tuple[Quantity, Quantity], ...]  # of the source and of the translation
    lost: tuple[Quantity, ...]  # only in the source
    added: tuple[Quantity, ...]  # only in the translation


def match(source: Reading, target: Reading) -> Matched:
    """Each number has one partner; the others may be written in words."""
    lost, added = list(source.quantities), list(target.quantities)
    pairs = [*_pairs(lost, added, with_unit=True), *_pairs(lost, added, with_unit=False)]
    in_target, in_source = list(target.mentions), list(source.mentions)
    _take_apart(lost, added, in_target)
    _take_apart(added, lost, in_source)
    return Matched(
        tuple(pairs),
        tuple(one for one in lost if not _take(one.values, in_target)),
        tuple(one for one in added if not _take(one.values, in_source)),
    )


def _take(values: Values, mentions: list[Values]) -> bool:
    """Whether a word means one of the values; each word counts for one number."""
    found = next((mention for mention in mentions if mention & values), None)
    if found is not None:
        mentions.remove(found)
    return found is not None


def _pairs(
    lost: list[Quantity], added: list[Quantity], *, with_unit: bool
) -> list[tuple[Quantity, Quantity]]:
    """Removes equal ones from both lists; called first for those that have the same unit, too."""
    alike: defaultdict[tuple[Fraction, str], deque[Quantity]] = defaultdict(deque)
    for other in added:
        for key in _keys(other, with_unit=with_unit):
            alike[key].append(other)
    in_parts = [other for other in added if other.parts]
    pairs: list[tuple[Quantity, Quantity]] = []
    taken: set[int] = set()  # the starts of those in `added` that have a partner
    for one in lost:
        if with_unit and not one.units:
            continue
        keys = _keys(one, with_unit=with_unit)
        near = chain(*(_first(alike[key], taken) for key in keys), in_parts if one.parts else ())
        for other in near:
            fits = other.start not in taken and (not with_unit or one.units & other.units)
            if fits and is_equal(one, other):
                taken.add(other.start)
                pairs.append((one, other))
                break
    paired = {one.start for one, _ in pairs}
    lost[:] = [one for one in lost if one.start not in paired]
    added[:] = [other for other in added if other.start not in taken]
    return pairs


def _keys(one: Quantity, *, with_unit: bool) -> Iterator[tuple[Fraction, str]]:
    units = sorted(one.units) if with_unit else ("",)
    return ((value, unit) for value in one.values for unit in units)


def _first(alike: deque[Quantity], taken: set[int]) -> Iterable[Quantity]:
    """Those without a partner; that of the last one was the first, where all are equal."""
    while alike and alike[0].start in taken:
        alike.popleft()
    return alike


def is_equal(one: Quantity, other: Quantity) -> bool:
    if one.values & other.values:
        return one.numeral.kind is other.numeral.kind
    if one.values and other.values and one.numeral.kind is other.numeral.kind:
        return False
    parts, others = one.parts, other.parts
    return len(parts) == len(others) > 0 and all(
        part & another for part, another in zip(parts, others, strict=True)
    )


def _take_apart(whole: list[Quantity], pool: list[Quantity], mentions: list[Values]) -> None:
    """Removes a numeral if the other text has all its parts as numbers: 2026-11-22."""
    alike: defaultdict[Fraction, list[Quantity]] = defaultdict(list)
    for other in pool:
        for value in other.values:
            alike[value].append(other)
    gone: set[int] = set()  # the starts of those that are parts of another number
    for one in tuple(whole):
        used: list[Quantity] = []
        left = list(mentions)
        for part in one.parts:
            near = chain(*(alike.get(value, ()) for value in part))
            partner = next(
                (p for p in near if p.start not in gone and _is_part(one, p, used)), None
            )
            if partner is not None:
                used.append(partner)
            elif not _take(part, left):
                break
        else:
            if one.parts:
                whole.remove(one)
                mentions[:] = left
                gone.update(partner.start for partner in used)
    pool[:] = [other for other in pool if other.start not in gone]


def _is_part(whole: Quantity, other: Quantity, used: list[Quantity]) -> bool:
    """Whether `other` may be one more part of `whole`; no clock is part of a clock."""
    both = whole.numeral.kind is other.numeral.kind is NumeralKind.CLOCK
    return not both and other not in used
