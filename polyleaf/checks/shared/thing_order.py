"""Whether a translation names its things in the order that its language expects, but for two.

Most languages keep the order of the English things: in 250 sentences of leaflets 95 of 100 pairs
in Arabic, French, Russian and Spanish. Those that put what belongs to a thing before it turn round
"proof of benefit in people". When two things change places and others stand between them, several
pairs are wrong at once, and all of them are right again with the two exchanged. Whoever moves a
clause or a word only gets another pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from ... import languages
from .naming import Named, also_named
from .sides import Sides

GAIN = 3  # pairs that are right again: two things with one between them
LEFT = 1  # pairs that may be wrong for another reason
LONGEST_PHRASE = 4  # words from a thing to the next one, with its preposition
MOST = 16  # things of a sentence


def exchanged(sides: Sides) -> Iterator[tuple[str, str]]:
    """The two things, as the source calls them, that stand in each other's place."""
    before = languages.word_order(sides.target.language).before
    ours, theirs = (dict(side.things) for side in (sides.source, sides.target))
    if not before:
        ours |= also_named(sides.source.sentence, sides.source.language)
        theirs |= also_named(sides.target.sentence, sides.target.language)
    names = _apart(ours, theirs)[:MOST]
    expected = _expected(names, ours, sides.source.line) if before else names
    places = {name: theirs[name].start for name in names}
    wrong = _wrong(expected, places)
    if wrong < GAIN:
        return
    for one, other in combinations([n for n in names if n in sides.source.things], 2):
        if before and _has_clause(sides.source.between(one, other)):
            continue
        turned = places | {one: places[other], other: places[one]}
        left = _wrong(expected, turned)
        if wrong - left >= GAIN and left <= (0 if before else LEFT):
            yield ours[one].shown, ours[other].shown


def amounts_turned(sides: Sides) -> Iterator[tuple[str, str]]:
    """Words such as most and some that stand in each other's place."""
    ours, theirs = (
        {
            name: word
            for name, word in also_named(side.sentence, side.language).items()
            if name.startswith("quantity ")
        }
        for side in (sides.source, sides.target)
    )
    for one, other in pairwise(_apart(ours, theirs)):
        if theirs[other].end <= theirs[one].start:
            yield ours[one].shown, ours[other].shown


def _has_clause(between: Sequence[str]) -> bool:
    """Whether a clause ends between two things: such a language may begin with the other clause."""
    return "," in between or not languages.source_words().clauses.isdisjoint(between)


def _apart(ours: Mapping[str, Named], theirs: Mapping[str, Named]) -> list[str]:
    """What both name, in the order of the source, without what is one word with it: skin cell."""
    kept: list[str] = []
    for name in sorted(ours.keys() & theirs.keys(), key=lambda n: ours[n].start):
        if kept and ours[name].start <= ours[kept[-1]].end:
            continue
        if any(_overlap(theirs[name], theirs[other]) for other in kept):
            continue
        kept.append(name)
    return kept


def _overlap(one: Named, other: Named) -> bool:
    return one.start < other.end and other.start < one.end


def _wrong(expected: Sequence[str], places: Mapping[str, int]) -> int:
    return sum(places[one] > places[other] for one, other in combinations(expected, 2))


def _expected(names: Sequence[str], ours: Mapping[str, Named], line: Sequence[str]) -> list[str]:
    """The order of a language that says "people-in benefit-of proof"."""
    found: list[str] = []
    phrase: list[str] = []
    for name in names:
        if phrase and not _belongs(line[ours[phrase[-1]].end : ours[name].start]):
            found, phrase = [*found, *reversed(phrase)], []
        phrase.append(name)
    return [*found, *reversed(phrase)]


def _belongs(between: Sequence[str]) -> bool:
    """Whether the second thing belongs to the first: "proof of", "women with strong"."""
    if not between or len(between) > LONGEST_PHRASE:
        return False
    prepositions = languages.source_words().prepositions
    return between[0] in prepositions or not prepositions.isdisjoint(between[-2:])
