"""`roles-exchanged`: of two things in one sentence, each keeps its part.

"Do not stop the cream to try exosomes" is not "do not stop exosomes to try the cream", nor "eye
signs without skin signs" the reverse. Either each of two things stands in the other's sentence, or
there is a sign of it in one sentence, where each is named once, in the source and its translation:

- beside a word such as without, after, than, to try stands another thing of the sentence. Hindi and
  the languages like it have that word behind the thing, others before it;
- the one that acts and what it acts upon have changed places. Languages order prepositions in their
  own way, so none may stand between the two;
- what belongs to a thing and the thing have changed places: "the face of the side";
- the one that acts stands where a language has what it acts upon: "patients that deceive clinics";
- two things have changed places around others that stand as expected.

The things are those of `languages/meanings` and the glossary's. It is a warning: a sentence may be
turned round and say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from ... import languages
from ...languages import Hit
from ...model.findings import Finding, Severity
from ...model.unit import Translation, Unit
from ..shared import thing_order
from ..shared.message_finding import message_finding
from ..shared.naming import Rows, every_name, rows
from ..shared.sentences import pairs
from ..shared.sides import Side, Sides, sides

MARKERS = frozenset(
    {
        ("conditions", "without"),
        ("time", "before"),
        ("time", "after"),
        *(("roles", name) for name in languages.meanings("roles") if name != "rules"),
    }
)
DETERMINERS = frozenset(("a", "an", "the", "your", "our", "its", "their", "his", "her", "any"))
NEAR = 4  # words between a marker and its thing


def check_catalog(translation: Translation) -> Iterator[Finding]:
    terms = rows(translation.glossary)
    for unit in translation.units:
        found = [next(_exchanged(those), None) for those in sides(unit, *terms)]
        for one, other in (*filter(None, found), *_across(unit, *terms)):
            message = f'"{one}" and "{other}" seem to have each other\'s part'
            hint = "see which of the two does what in the source"
            yield message_finding(unit, "roles-exchanged", message, hint, Severity.WARNING)


def _across(unit: Unit, terms: Rows, own_terms: Rows) -> Iterator[tuple[str, str]]:
    """A term of each of two sentences that now stands in the other one."""
    english = languages.find(unit.source_language)
    moved: list[tuple[frozenset[str], frozenset[str]]] = []
    found = pairs(unit.source, unit.target, unit.language)
    for pair in found if len(found) > 1 else ():
        ours = [every_name(one, english, terms) for one in pair.source]
        theirs = [every_name(one, unit.language, own_terms) for one in pair.target]
        said, saying = frozenset().union(*ours), frozenset().union(*theirs)
        moved.append((said - saying, saying - said))
    for (lost, added), (lost_there, added_there) in combinations(moved, 2):
        if (one := lost & added_there) and (other := lost_there & added):
            yield _shown(one, terms), _shown(other, terms)


def _shown(names: frozenset[str], terms: Rows) -> str:
    """A term of the glossary, or the name of a listed thing without its kind."""
    return min(names & dict(terms).keys(), default=min(names).rpartition(" ")[2])


def _exchanged(those: Sides) -> Iterator[tuple[str, str]]:
    yield from thing_order.amounts_turned(those)
    if not those.source.things:
        return
    yield from _governed(those)
    for one, other in those.neighbours:
        turned = (_acts_turned, _ties_turned, _heads_turned)
        if any(each(those, one, other) for each in turned):
            things = those.source.things
            yield things[one].shown, things[other].shown
    yield from thing_order.exchanged(those)


def _governed(those: Sides) -> Iterator[tuple[str, str]]:
    ours, theirs = those.source.things, those.target.things
    order = languages.word_order(those.target.language)
    there = _markers(those.target)
    for mark, hit in _markers(those.source).items():
        if mark in there:
            one = _beside(those.source, hit, behind=False)
            other = _beside(those.target, there[mark], behind=order.stands_behind(mark[0]))
            if one is None or other is None or one == other:
                continue
            if other in ours and one in theirs and not those.source.together(one, other):
                yield ours[one].shown, ours[other].shown


def _markers(side: Side) -> Mapping[tuple[str, str], Hit]:
    """The words of a sentence that give a part, those that occur once."""
    every = languages.lexicon(side.language).hits(side.sentence.text)
    hits = [hit for hit in every if hit[:2] in MARKERS and not _is_within(hit, side)]
    kinds = [hit[:2] for hit in hits]
    return {hit[:2]: hit for hit in hits if not hit.near and kinds.count(hit[:2]) == 1}


def _is_within(hit: Hit, side: Side) -> bool:
    """Whether it is part of a thing's name: "trouble to breathe"."""
    return any(thing.start < hit.start < thing.end for thing in side.things.values())


def _beside(side: Side, marker: Hit, *, behind: bool) -> str | None:
    """The nearest thing after a marker (before it, if the marker stands behind), if it is near."""
    found, line = [], side.line
    for name, thing in side.things.items():
        first, last = (thing.end, marker.start) if behind else (marker.end, thing.start)
        between = line[first:last]
        far = NEAR if not isinstance(line, str) else 2 * NEAR
        joined = behind and thing.start <= marker.start < thing.end  # a postposition is its ending
        if joined or (first <= last and len(between) <= far and "," not in between):
            found.append((len(between), name))
    return min(found)[1] if found else None


def _acts_turned(those: Sides, one: str, other: str) -> bool:
    if one.startswith("signs ") or other.startswith("signs "):  # the skin itches: a thing or a verb
        return False
    between, words = set(those.source.between(one, other)), languages.source_words()
    order = languages.word_order(those.target.language)
    turning = words.turns | words.clauses if order.before else words.turns
    if order.free or not between or between & turning or not those.turned(one, other):
        return False
    fronted = not between.isdisjoint(words.clauses - words.relatives)
    return not fronted or "," not in those.target.between(other, one)


def _ties_turned(those: Sides, one: str, other: str) -> bool:
    """Whether the second thing belonged to the first, and now the first to the second."""
    order, words = languages.word_order(those.target.language), languages.source_words()
    between = [word for word in those.source.between(one, other) if word not in ("the", "a", "an")]
    tied = len(between) == 1 and between[0] in words.ties
    if not tied and not (order.before and between and between[0] in words.relatives):
        return False
    first, second = (one, other) if order.before else (other, one)
    if those.turned(first, second):
        return False
    found = those.target.between(first, second)
    return (found if isinstance(found, str) else " ".join(found)) in order.links


def _heads_turned(those: Sides, one: str, other: str) -> bool:
    """Whether of "clinics that deceive patients" the patients are now those that act.

    Languages that have the clause before its noun end it with a word of a certain form.
    """
    order, between = languages.word_order(those.target.language), those.source.between(one, other)
    acts = set(between[1:]) - DETERMINERS  # "tablets that a doctor prescribes": others act
    if not acts or len(between) > NEAR or between[0] not in languages.source_words().relatives:
        return False
    place = those.target.things[other].start
    word = those.target.line[place - 1] if place else ""
    return bool(word) and order.acts_behind(word, first=those.turned(one, other))
