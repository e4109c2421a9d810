"""Which number of a translation is which of its source, and which have no partner."""

from __future__ import annotations

from collections import defaultdict
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
    by_value: defaultdict[Fraction, list[Quantity]] = defaultdict(list)
    for other in added:
        for value in other.values:
            by_value[value].append(other)
    in_parts = [other for other in added if other.parts]
    pairs: list[tuple[Quantity, Quantity]] = []
    taken: set[int] = set()  # the starts of those in `added` that have a partner
    for one in lost:
        if with_unit and not one.units:
            continue
        near = chain(*(by_value[value] for value in one.values), in_parts if one.parts else ())
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
    for one in tuple(whole):
        used: list[Quantity] = []
        left = list(mentions)
        for part in one.parts:
            partner = next((p for p in pool if p not in used and _is_part(part, one, p)), None)
            if partner is not None:
                used.append(partner)
            elif not _take(part, left):
                break
        else:
            if one.parts:
                whole.remove(one)
                mentions[:] = left
                for partner in used:
                    pool.remove(partner)


def _is_part(part: Values, whole: Quantity, other: Quantity) -> bool:
    """Whether `other` is a part of `whole`; no clock is part of a clock."""
    both = whole.numeral.kind is other.numeral.kind is NumeralKind.CLOCK
    return bool(part & other.values) and not both
