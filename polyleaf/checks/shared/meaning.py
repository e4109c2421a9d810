"""What the words of one kind say in a source and in its translation, sentence by sentence.

The words are listed by class in polyleaf/languages/meanings: `worse`, `today`, `children`. A class
is lost if a sentence of the source has it and the translation of that sentence has none of its
forms, also none that are only near to it; it is added if it is the other way round. What has moved
into another sentence is neither, unless its place matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from ... import languages
from ...languages import Hit
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from .message_finding import message_finding
from .sentences import Pair, Sentence, hits, pairs

BESIDE = 24  # letters before and after a word
CLAUSE = re.compile(r"[,;:()–—،؛，；：（）]")


@dataclass(frozen=True, slots=True)
class Rules:
    """Of a kind: the classes reported if they are lost or added alone, and whose place matters."""

    lost: frozenset[str]
    added: frozenset[str]
    place: frozenset[str]
    slight: frozenset[str]  # not errors, even with an opposite


@dataclass(frozen=True, slots=True)
class Difference:
    """Classes of one sentence, each with a word of it."""

    pair: Pair
    lost: Mapping[str, Hit]
    added: Mapping[str, Hit]


@cache
def rules(kind: str) -> Rules:
    found = languages.meanings(kind)
    general = found["rules"]
    classes = {name: row for name, row in found.items() if name != "rules"}

    def named(key: str) -> frozenset[str]:
        return frozenset(n for n, row in classes.items() if row.get(key, general.get(key)))

    slight = frozenset(n for n, row in classes.items() if not row.get("grave", True))
    return Rules(named("lost"), named("added"), named("place"), slight)


def differences(unit: Unit, kind: str) -> Iterator[Difference]:
    """Of each sentence that has a partner."""
    found = _found(unit.source, unit.target, unit.source_language, unit.language).get(kind, ())
    keep = rules(kind).place
    moved_out = {name for one in found for name in one.lost} - keep
    moved_in = {name for one in found for name in one.added} - keep
    for one in found:
        lost = {name: hit for name, hit in one.lost.items() if name not in moved_in}
        added = {name: hit for name, hit in one.added.items() if name not in moved_out}
        if lost or added:
            yield Difference(one.pair, lost, added)


def changes(unit: Unit, pair: Pair) -> tuple[dict[str, str], dict[str, str]]:
    """What a sentence has lost, and what it has got: a word of each class, of all kinds."""
    found = _found(unit.source, unit.target, unit.source_language, unit.language)
    kinds = (those for kind, those in found.items() if kind != "roles")  # "in" may become "for"
    ours = [one for those in kinds for one in those if one.pair is pair]
    return (
        {f"{hit.kind} {name}": hit.shown for one in ours for name, hit in one.lost.items()},
        {f"{hit.kind} {name}": hit.shown for one in ours for name, hit in one.added.items()},
    )


def reported(
    unit: Unit, kind: str, code: str, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """What is turned, changed, lost or added, in the words of a kind; `severity` at the most."""
    for difference in differences(unit, kind):
        for message, hint, grave in _reported(unit, kind, difference):
            level = Severity.ERROR if grave and severity is Severity.ERROR else Severity.WARNING
            yield message_finding(unit, code, message, hint, level)


def _reported(unit: Unit, kind: str, difference: Difference) -> Iterator[tuple[str, str, bool]]:
    """(message, hint, whether it is an error in a safety text)"""
    for lost, added in _pairs(unit, kind, difference):
        grave = unit.safety and lost is not None and lost.meaning not in rules(kind).slight
        hint = _words_for(kind, lost.meaning, unit) if lost else ""
        if lost and added:
            message = f'the source has "{lost.shown}", the translation "{added.shown}"'
            yield f"{message} ({added.meaning})", hint, grave
        elif _of_page(unit):  # short and idiomatic: "Opening hours" has no hours elsewhere
            continue
        elif lost:
            message = f'the source has "{lost.shown}", and the translation no word for it'
            yield message, hint, False
        elif added:
            message = f'the translation has "{added.shown}" ({added.meaning})'
            yield f"{message}, and the source no such word", hint, False


def _of_page(unit: Unit) -> bool:
    """Whether it is one of the words of pages, which stand in templates."""
    return not unit.source_where.path


def _pairs(
    unit: Unit, kind: str, difference: Difference
) -> Iterator[tuple[Hit | None, Hit | None]]:
    """What has become what: opposites first, then whatever is lost with whatever is added."""
    lost, added = dict(difference.lost), dict(difference.added)
    for name in tuple(lost):
        other = next((o for o in languages.opposites(kind, name) if o in added), None)
        if other and not _negated(unit, difference, lost[name], added[other]):
            yield lost.pop(name), added.pop(other)
    alone = rules(kind)
    yield from zip_longest(
        (hit for name, hit in lost.items() if name in alone.lost),
        (hit for name, hit in added.items() if name in alone.added),
    )


def _negated(unit: Unit, found: Difference, lost: Hit, added: Hit) -> bool:
    """Whether one of two opposites has a negation beside it: unsafe, not safe."""
    if not languages.meanings(lost.kind)["rules"].get("denied", True):
        return False
    english = languages.find(unit.source_language)
    sides = ((found.pair.source, english, lost), (found.pair.target, unit.language, added))
    return len({_denied(those, spoken, hit) for those, spoken, hit in sides}) > 1


def _denied(those: Sequence[Sentence], language: Language, hit: Hit) -> bool:
    negations = languages.negations(language)
    if negations is None:
        return False
    text = next((one.text.casefold() for one in those if hit.shown in one.text.casefold()), "")
    at, near = text.find(hit.shown), BESIDE if language.spaced else BESIDE // 4
    before, after = text[max(0, at - near) : at], text[at : at + len(hit.shown) + near]
    clause = CLAUSE.split(before)[-1] + CLAUSE.split(after)[0]
    return any(kind == "words" for kind, _ in negations.found(clause))


def _words_for(kind: str, name: str, unit: Unit) -> str:
    row = languages.meanings(kind)[name]
    tags = (unit.language.tag, unit.language.tag.partition("-")[0])
    forms = next((row[tag] for tag in tags if tag in row), "")
    words = [form.strip().replace("*", "…") for form in forms.split("|") if "~" not in form]
    return f"{unit.language.english_name} has words such as {', '.join(words[:3])}" if words else ""


@lru_cache(maxsize=4)  # a message is asked for one kind after the other
def _found(
    source: str, target: str, source_language: str, own: Language
) -> Mapping[str, Sequence[Difference]]:
    """Whatever differs in a message, by kind."""
    english = languages.find(source_language)
    found: defaultdict[str, list[Difference]] = defaultdict(list)
    if not languages.lexicon(english).known or not languages.lexicon(own).known:
        return found
    for pair in pairs(source, target, own):
        if pair.source and pair.target:
            for kind, (lost, added) in _compared(pair, english, own).items():
                found[kind].append(Difference(pair, lost, added))
    return found


def _compared(
    pair: Pair, english: Language, own: Language
) -> Mapping[str, tuple[dict[str, Hit], dict[str, Hit]]]:
    ours, theirs = hits(pair.source, english), hits(pair.target, own)
    said, saying = ({hit[:2] for hit in found} for found in (ours, theirs))
    found: defaultdict[str, tuple[dict[str, Hit], dict[str, Hit]]] = defaultdict(lambda: ({}, {}))
    for side, (those, other) in enumerate(((ours, saying), (theirs, said))):
        for hit in those:
            if not hit.near and hit[:2] not in other and (side or hit[:2] in _listed(own)):
                found[hit.kind][side].setdefault(hit.meaning, hit)
    for lost, added in _outright(ours, theirs):
        found[lost.kind][0].setdefault(lost.meaning, lost)
        found[lost.kind][1].setdefault(added.meaning, added)
    return found


def _outright(ours: Sequence[Hit], theirs: Sequence[Hit]) -> Iterator[tuple[Hit, Hit]]:
    """Opposites of a strict kind: "most" for "some", though "of" is near to some."""
    said = {hit[:2] for hit in ours}
    saying = {hit[:2] for hit in theirs if not hit.near}
    for hit in ours:
        if hit.near or hit[:2] in saying or not languages.meanings(hit.kind)["rules"].get("strict"):
            continue
        against = languages.opposites(hit.kind, hit.meaning)
        for other in theirs:
            same = other.kind == hit.kind and other.meaning in against
            if same and not other.near and other[:2] not in said:
                yield hit, other
                break


@cache
def _listed(language: Language) -> frozenset[tuple[str, str]]:
    """Each kind and class that the language has words for."""
    return frozenset(languages.lexicon(language).classes)
