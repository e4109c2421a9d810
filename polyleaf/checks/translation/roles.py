"""`roles-exchanged`: of two things in one sentence, each keeps its part.

"Do not stop the cream to try exosomes" is not "do not stop exosomes to try the cream", nor "eye
signs without skin signs" the reverse. Two signs are looked for, in sentences where each thing is
named once, in the source and in its translation:

- beside a word such as without, after, than, to try stands another thing of the sentence. Hindi and
  the languages like it have that word behind the thing, others before it;
- the one that acts and what it acts upon have changed places. Languages order clauses and
  prepositions in their own way, so none may stand between the two.

The things are those of `languages/meanings` and the glossary's. It is a warning: a sentence may be
turned round and say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ... import languages
from ...languages import Hit
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Translation, Unit
from ..shared.message_finding import message_finding
from ..shared.naming import Named, Rows, named, rows
from ..shared.sentences import Pair, Sentence, pairs

MARKERS = frozenset(
    {
        ("conditions", "without"),
        ("time", "before"),
        ("time", "after"),
        *(("roles", name) for name in ("than", "in-order-to", "instead", "because-of", "like")),
    }
)
BEHIND = frozenset(("hi", "ur", "mr", "bn", "ta", "te"))  # have postpositions
BEHIND_IN = {"zh": ("time",)}  # 激光之后, but 比激光
NEAR = 4  # words between a marker and its thing
# Words between two things whose order a language may turn, and verbs whose doer is always first.
TURN = """
and or , of on for in with at by s no has have had is are was were be been some any all into onto
under over through against help helps
that which who if unless until than because from to before after when where while like such as about
without said so not product products
"""
ACT = """
cause causes caused make makes made give gives harm harms scar scars widen widens treat treats
damage damages warn warns warned tell tells join joins release carry carries replace replaces kill
kills stop stops lower lowers lowered raise raises irritate irritates trigger triggers affect
affects prevent prevents protect protects ask asks call calls report reports led lead leads set
sets deceive deceives approve approved compare compares contain contains
"""
TURNS = frozenset(TURN.split())
ACTS = frozenset(ACT.split())


def check_catalog(translation: Translation) -> Iterator[Finding]:
    terms = rows(translation.glossary)
    for unit in translation.units:
        for one, other in _exchanged(unit, *terms):
            message = f'"{one}" and "{other}" seem to have each other\'s part'
            hint = "see which of the two does what in the source"
            yield message_finding(unit, "roles-exchanged", message, hint, Severity.WARNING)


def _exchanged(unit: Unit, terms: Rows, own_terms: Rows) -> Iterator[tuple[str, str]]:
    english = languages.find(unit.source_language)
    for pair in pairs(unit.source, unit.target, unit.language):
        if len(pair.source) != 1 or len(pair.target) != 1:
            continue
        ours = named(pair.source[0], english, terms)
        theirs = named(pair.target[0], unit.language, own_terms) if len(ours) > 1 else {}
        if len(theirs) < 2:
            continue
        found = next(_governed(pair, ours, theirs, english, unit.language), None)
        found = found or next(_turned(pair.source[0], ours, theirs, english, unit.language), None)
        if found:
            yield found


def _governed(
    pair: Pair,
    ours: Mapping[str, Named],
    theirs: Mapping[str, Named],
    english: Language,
    own: Language,
) -> Iterator[tuple[str, str]]:
    source, target = pair.source[0], pair.target[0]
    for mark, hit in _markers(source, english).items():
        there = _markers(target, own).get(mark)
        if there is None:
            continue
        tag = own.tag.partition("-")[0]
        behind = tag in BEHIND or mark[0] in BEHIND_IN.get(tag, ())
        one = _beside(hit, ours, languages.lexicon(english).line(source.text), False)
        other = _beside(there, theirs, languages.lexicon(own).line(target.text), behind)
        if one and other and one != other and other in ours and one in theirs:
            yield ours[one].shown, ours[other].shown


def _markers(sentence: Sentence, language: Language) -> Mapping[tuple[str, str], Hit]:
    """The words of a sentence that give a part, those that occur once."""
    hits = [hit for hit in languages.lexicon(language).hits(sentence.text) if hit[:2] in MARKERS]
    kinds = [hit[:2] for hit in hits]
    return {hit[:2]: hit for hit in hits if not hit.near and kinds.count(hit[:2]) == 1}


def _beside(
    marker: Hit, things: Mapping[str, Named], line: Sequence[str], behind: bool
) -> str | None:
    """The nearest thing after a marker (before it, if the marker stands behind), if it is near."""
    found = []
    for name, thing in things.items():
        first, last = (thing.end, marker.start) if behind else (marker.end, thing.start)
        between = line[first:last]
        far = NEAR if not isinstance(line, str) else 2 * NEAR
        if first <= last and len(between) <= far and "," not in between:
            found.append((len(between), name))
    return min(found)[1] if found else None


def _turned(
    source: Sentence,
    ours: Mapping[str, Named],
    theirs: Mapping[str, Named],
    english: Language,
    own: Language,
) -> Iterator[tuple[str, str]]:
    line = languages.lexicon(english).line(source.text)
    tag = own.tag.partition("-")[0]
    free = tag in BEHIND or tag == "zh"  # the object may come first
    both = sorted(
        (ours[name].start, name)
        for name in ours
        if name in theirs and not name.startswith("signs ")  # the skin itches: a thing or a verb
    )
    for (_, one), (_, other) in pairwise(both):
        between = set(line[ours[one].end : ours[other].start])
        if not between or between & TURNS or (free and not between & ACTS):
            continue
        if theirs[other].end <= theirs[one].start:
            yield ours[one].shown, ours[other].shown
