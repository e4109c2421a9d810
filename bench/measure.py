"""Checks × units → findings, each with the unit that it was found in."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from polyleaf import checks
from polyleaf.checks.translation import consistency
from polyleaf.model.findings import Finding, Severity
from polyleaf.model.sheet import Language
from polyleaf.model.unit import Translation, Unit

from . import software
from .corpus import Read

WORDS = 5  # from here on a text with a full stop is taken for a sentence, as leaflets have them


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What makes two findings the same: catalogs repeat each other's messages."""

    code: str
    language: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a message of a package."""

    key: Key
    package: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Measured:
    """What was read, as (language, source, target), and what was found in it."""

    messages: frozenset[tuple[str, str, str]]
    found: tuple[Found, ...]


def measure(catalogs: Iterable[Read], *, safety: bool = False) -> Measured:
    """What is found; with `safety` in sentences alone, each of which is taken for a safety text."""
    messages: set[tuple[str, str, str]] = set()
    found: dict[Key, Found] = {}
    for read in catalogs:
        made = tuple(software.units(read.catalog, read.language))
        if safety:
            made = tuple(replace(unit, safety=True) for unit in made if is_sentence(unit.source))
        messages |= {(unit.language.tag, unit.source, unit.target) for unit in made}
        by_place = {unit.where: unit for unit in made}
        for finding in findings(made, read.language):
            unit = by_place[finding.where]
            key = Key(finding.code, unit.language.tag, unit.source, unit.target)
            found.setdefault(key, Found(key, read.package, finding))
    return Measured(frozenset(messages), tuple(found.values()))


def findings(made: Sequence[Unit], language: Language) -> Iterator[Finding]:
    """Everything found in a catalog's units."""
    for unit in made:
        yield from checks.message(unit)
    # Plural forms are of one source, and alike in many languages, as they have to be.
    singular = tuple(unit for unit in made if not unit.where.column)
    for check in checks.CATALOG:
        those = singular if check is consistency.check_catalog else tuple(made)
        yield from check(Translation(language, those))


def sample(found: Iterable[Found], code: str, size: int, seed: int) -> list[Found]:
    """Random findings of a code: `size` errors and as many warnings."""
    ours = [one for one in found if one.key.code == code]
    return [
        one
        for severity in Severity
        for one in _drawn((f for f in ours if f.finding.severity is severity), size, seed)
    ]


def _drawn(found: Iterable[Found], size: int, seed: int) -> list[Found]:
    """By turns of each language that has some."""
    spoken: defaultdict[str, list[Found]] = defaultdict(list)
    for one in sorted(found, key=lambda f: f.key):
        spoken[one.key.language].append(one)
    chance = random.Random(seed)
    for those in spoken.values():
        chance.shuffle(those)
    turns = range(max(map(len, spoken.values()), default=0))
    drawn = [those[turn] for turn in turns for those in spoken.values() if turn < len(those)]
    return drawn[:size]


def is_sentence(source: str) -> bool:
    """Whether it is a text like a leaflet's rather than the name of a button."""
    return len(source.split()) >= WORDS and source.rstrip().endswith((".", "?", "!"))
