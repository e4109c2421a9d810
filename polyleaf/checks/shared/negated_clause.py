"""Of two clauses of a sentence, the one that has its negation, by what the clauses are about.

"Rosacea can be calmed, even though it cannot be cured" is not "it cannot be calmed, even though it
can be cured", in whatever order a language puts the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from ... import languages
from ...languages import Negations
from ...model.sheet import Language

ABOUT = frozenset({"advice", "body", "comparison", "nouns", "signs", "things", "people"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """What is named in the negated clause alone, and what in the others alone."""

    negated: frozenset[tuple[str, str]]
    plain: frozenset[tuple[str, str]]


def is_turned(source: Clauses | None, target: Clauses | None) -> bool:
    """Whether of what the two clauses name, each has gone to the other."""
    if source is None or target is None:
        return False
    return bool(source.negated & target.plain and source.plain & target.negated)


def clauses(text: str, negations: Negations, language: Language, *, commas: bool) -> Clauses | None:
    """None if not exactly one clause is negated; `commas` if they divide clauses too."""
    parts = negations.parts(text, commas=commas)
    denied = [any(kind == "words" for kind, _ in negations.found(part)) for part in parts]
    if denied.count(True) != 1 or len(parts) < 2:
        return None
    negated = _about(parts[denied.index(True)], language)
    plain = frozenset().union(
        *(_about(part, language) for part, no in zip(parts, denied, strict=True) if not no)
    )
    return Clauses(negated - plain, plain - negated)


def _about(text: str, language: Language) -> frozenset[tuple[str, str]]:
    hits = languages.lexicon(language).hits(text)
    return frozenset(hit[:2] for hit in hits if hit.kind in ABOUT and not hit.near)
