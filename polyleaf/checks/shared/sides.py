"""A sentence and its translation, with the things that each names once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ... import languages
from ...model.sheet import Language
from ...model.unit import Unit
from .naming import Named, Rows, named
from .sentences import Sentence, pairs

LISTS = frozenset(("and", "or"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two; `things` by their names, which both have alike."""

    sentence: Sentence
    language: Language
    things: Mapping[str, Named]

    @property
    def line(self) -> Sequence[str]:
        """The words (or, without spaces, the characters) that places count."""
        return languages.lexicon(self.language).line(self.sentence.text)

    def between(self, one: str, other: str) -> Sequence[str]:
        """What stands between two things, the first of which is before the other."""
        return self.line[self.things[one].end : self.things[other].start]

    def together(self, one: str, other: str) -> bool:
        """Whether two things of a source are one, as "skin cells", or stand in one list."""
        first, second = sorted((one, other), key=lambda name: self.things[name].start)
        between = self.between(first, second)
        return not between or not LISTS.isdisjoint(between)


@dataclass(frozen=True, slots=True)
class Sides:
    source: Side
    target: Side

    @property
    def both(self) -> list[str]:
        """The things that both name, in the order of the source."""
        ours = self.source.things
        return sorted(ours.keys() & self.target.things.keys(), key=lambda name: ours[name].start)

    @property
    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Each of these things and the next one."""
        return pairwise(self.both)

    def turned(self, one: str, other: str) -> bool:
        """Whether the translation has the second of two things before the first."""
        theirs = self.target.things
        return theirs[other].end <= theirs[one].start


def sides(unit: Unit, terms: Rows, own_terms: Rows) -> Iterator[Sides]:
    """Of each sentence that is translated by one; with things if it names two or more in both."""
    english = languages.find(unit.source_language)
    for pair in pairs(unit.source, unit.target, unit.language):
        if len(pair.source) != 1 or len(pair.target) != 1:
            continue
        ours = named(pair.source[0], english, terms)
        theirs = named(pair.target[0], unit.language, own_terms) if len(ours) > 1 else {}
        if len(theirs) < 2:
            ours, theirs = {}, {}
        source = Side(pair.source[0], english, ours)
        yield Sides(source, Side(pair.target[0], unit.language, theirs))
