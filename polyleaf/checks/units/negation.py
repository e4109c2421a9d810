"""`negation-lost`, `negation-added`: a translation says no where its source does.

"Do not stop a medicine" without its "not" is the opposite. Wrong, in a French sheet:

- "Demandez-nous." for "Do not wait." (lost);
- "Arrêtez un médicament sans nous demander." for "Do not stop a medicine without asking us.": of
  two negations in one sentence, one is lost;
- "Ne nous appelez pas." for "Call us today." (added; told for safety texts alone, because languages
  say "a colour that stays" as "a colour that does not go away").

Right: "N'attendez pas.", "Évitez d'attendre." (avoid), "4 comprimés au maximum" for "no more than 4
tablets", "inconnu" for "not known". Sentences are compared one by one if there are as many in both
texts, else the texts as wholes. Which words count is data, in polyleaf/languages/negation.toml: a
language that is not there has no such findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ... import languages
from ...languages import Negations
from ...model import Unit
from ...problems import Finding, Severity
from ..english import said
from ..strings import SOURCE_LANGUAGE
from .found import found, short

# A stop in a number or an abbreviation (e.g., 2.5) has no space after it, or two have none between.
END = re.compile(r"(?<=[.!?।॥؟۔…])[^\w\s]{0,20}\s+|(?<=[。！？])")


class Said(NamedTuple):
    """The negations of one sentence, and what is near to one."""

    text: str
    words: tuple[str, ...]
    near: tuple[str, ...]


def check(unit: Unit) -> Iterator[Finding]:
    english = languages.negations(languages.find(SOURCE_LANGUAGE))
    theirs = languages.negations(unit.language)
    if english is None or theirs is None:
        return
    source, target = _said(english, unit.source), _said(theirs, unit.target)
    if _folded(unit.source) == _folded(unit.target):
        return  # it is not translated at all
    wholes = (_whole(source), _whole(target))
    pairs = zip(source, target, strict=True) if len(source) == len(target) else [wholes]
    for one, other in pairs:
        yield from _lost(unit, one, other, theirs)
    if unit.safety:
        yield from _added(unit, *wholes)


def _is_short(source: Said, target: Said) -> bool:
    return len(target.words) + len(target.near) < len(source.words)


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _lost(unit: Unit, source: Said, target: Said, theirs: Negations) -> Iterator[Finding]:
    if not _is_short(source, target):
        return
    kept = len(target.words) + len(target.near)
    words = " and ".join(f'"{word}"' for word in source.words)
    shown = f'"{short(target.text)}" has {"fewer negations" if kept else "no negation"}'
    hint = f"{unit.language.english_name} has words such as {', '.join(theirs.examples)}"
    # Of two, one may be said in another way ("no, nobody": "no, it is not"), but not all.
    severity = Severity.ERROR if unit.safety and not kept else Severity.WARNING
    yield found(unit, "negation-lost", f"the source says {words}, but {shown}", hint, severity)


def _added(unit: Unit, source: Said, target: Said) -> Iterator[Finding]:
    if target.words and not source.words and not source.near:
        message = f'the translation says "{target.words[0]}", but the source has no negation'
        yield found(unit, "negation-added", message, severity=Severity.WARNING)


@lru_cache(maxsize=4096)  # a source is the same for every language
def _said(negations: Negations, value: str) -> tuple[Said, ...]:
    """Its sentences."""
    parts = (part for part in END.split(said(value)) if any(map(str.isalpha, part)))
    return tuple(_of(part, list(negations.found(part))) for part in parts)


def _of(text: str, kinds: Sequence[tuple[str, str]]) -> Said:
    words, near = (tuple(w for k, w in kinds if k == kind) for kind in ("words", "near"))
    return Said(text, words, near)


def _whole(sentences: Sequence[Said]) -> Said:
    text = " ".join(sentence.text for sentence in sentences)
    return Said(
        text,
        tuple(word for sentence in sentences for word in sentence.words),
        tuple(word for sentence in sentences for word in sentence.near),
    )
