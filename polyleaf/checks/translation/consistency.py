"""`translated-twice`, `translated-alike`: one text has one translation, two texts have two.

Within one catalog. Wrong is

- one source that is translated in two ways, wherever it stands: "Call us." as "Appelez-nous." and
  as "Téléphonez-nous."; the message says so if only punctuation or capitals differ;
- one translation for two sources that say different things: "Nehmen Sie es zum Essen." for both
  "Take it with food." and "Do not take it with food."; one of them is out of place.

Sources with the same words may have the same translation, whatever their capitals, order,
punctuation, markup, numbers, or an ending in s ("Trial", "Trials"). So may sources that many
languages do not distinguish: single words ("Spots", "Bumps"), and a short text that is part of the
other ("Not known", "What is not known").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ...languages import scripts
from ...model import inline
from ...model.findings import Finding, Severity
from ...model.unit import Translation, Unit
from ..shared.english import words_only
from ..shared.message_finding import message_finding, shorten

ENDING = re.compile(r"e?s?$")  # of a plural: dish, dishes; eye, eyes
SHORT = 3  # words


def check_catalog(translation: Translation) -> Iterator[Finding]:
    yield from _twice(translation)
    yield from _alike(translation)


def _twice(translation: Translation) -> Iterator[Finding]:
    by_source: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in translation.units:
        by_source[inline.one_line(unit.source)].append(unit)
    for units in by_source.values():
        count = Counter(inline.one_line(unit.target) for unit in units)
        usual, _ = count.most_common(1)[0]  # of two that are as frequent, the first
        first = next(unit for unit in units if inline.one_line(unit.target) == usual)
        for unit in units:
            if inline.one_line(unit.target) != usual:
                slight = _words(unit.target) == _words(first.target)
                differs = "other punctuation or capitals" if slight else "another translation"
                message = (
                    f'"{shorten(unit.source)}" has {differs} at {first.where}: "{shorten(usual)}"'
                )
                hint = "use one for both, or waive this if they mean different things"
                yield message_finding(unit, "translated-twice", message, hint, Severity.WARNING)


def _alike(translation: Translation) -> Iterator[Finding]:
    by_target: defaultdict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in translation.units:
        if words := _words(unit.target):
            by_target[words].append(unit)
    for first, *others in by_target.values():
        for unit in others:
            if _differ(_stems(first.source), _stems(unit.source)):
                message = (
                    f'"{shorten(unit.source)}" is translated as "{shorten(first.source)}" is '
                    f'at {first.where}: "{shorten(unit.target)}"'
                )
                hint = "one of them is the translation of something else"
                yield message_finding(unit, "translated-alike", message, hint, Severity.WARNING)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sources say what no language would say in the same words."""
    fewer, more = sorted((one, other), key=len)
    return one != other and len(fewer) > 1 and not (len(fewer) <= SHORT and fewer < more)


def _stems(source: str) -> frozenset[str]:
    return frozenset(ENDING.sub("", w) for w in _words(source) if not any(map(str.isdigit, w)))


def _words(value: str) -> tuple[str, ...]:
    return tuple(scripts.words(words_only(value).casefold()))
