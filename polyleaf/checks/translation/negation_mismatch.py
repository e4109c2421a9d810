"""`negation-lost`, `negation-added`: a translation has the negations of its source.

"Do not stop a medicine" without its "not" is the opposite. Wrong, in a French sheet:

- "Demandez-nous." for "Do not wait." (lost);
- "Arrêtez un médicament sans nous demander." for "Do not stop a medicine without asking us.": of
  two negations in one sentence, one is lost;
- "Ne nous appelez pas." for "Call us today." (added; reported of safety texts only, since languages
  say "a colour that stays" as "a colour that does not go away").

Right: "N'attendez pas.", "Évitez d'attendre." (avoid), "4 comprimés au maximum" for "no more than 4
tablets", "inconnu" for "not known". Sentences are compared one by one if there are as many in both
texts, otherwise the texts as wholes. The words are data, in polyleaf/languages/negation.toml: a
language that is missing there has no such findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ... import languages
from ...languages import Negations
from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.english import words_only
from ..shared.message_finding import message_finding, shorten

# A stop in a number or an abbreviation (e.g., 2.5) has no space after it, or two have none between.
END = re.compile(r"(?<=[.!?।॥؟۔…])[^\w\s]{0,20}\s+|(?<=[。！？])")


class Sentence(NamedTuple):
    """A sentence with its negations, and the words that are near to one."""

    text: str
    words: tuple[str, ...]
    near: tuple[str, ...]


def check_message(unit: Unit) -> Iterator[Finding]:
    english = languages.negations(languages.find(unit.source_language))
    own = languages.negations(unit.language)
    if english is None or own is None:
        return
    source, target = _sentences(english, unit.source), _sentences(own, unit.target)
    if _folded(unit.source) == _folded(unit.target):
        return  # it is not translated at all
    wholes = (_whole(source), _whole(target))
    pairs = zip(source, target, strict=True) if len(source) == len(target) else [wholes]
    for one, other in pairs:
        yield from _lost(unit, one, other, own)
    if unit.safety:
        yield from _added(unit, *wholes)


def _is_short(source: Sentence, target: Sentence) -> bool:
    return len(target.words) + len(target.near) < len(source.words)


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _lost(unit: Unit, source: Sentence, target: Sentence, own: Negations) -> Iterator[Finding]:
    if not _is_short(source, target):
        return
    kept = len(target.words) + len(target.near)
    words = " and ".join(f'"{word}"' for word in source.words)
    shown = f'"{shorten(target.text)}" has {"fewer negations" if kept else "no negation"}'
    hint = f"{unit.language.english_name} has words such as {', '.join(own.examples)}"
    # Of two, one may be put in another way ("no, nobody": "no, it is not"), but not all.
    severity = Severity.ERROR if unit.safety and not kept else Severity.WARNING
    yield message_finding(
        unit, "negation-lost", f"the source has {words}, but {shown}", hint, severity
    )


def _added(unit: Unit, source: Sentence, target: Sentence) -> Iterator[Finding]:
    if target.words and not source.words and not source.near:
        message = f'the translation has "{target.words[0]}", but the source has no negation'
        yield message_finding(unit, "negation-added", message, severity=Severity.WARNING)


@lru_cache(maxsize=4096)  # a source is the same for every language
def _sentences(negations: Negations, value: str) -> tuple[Sentence, ...]:
    parts = (part for part in END.split(words_only(value)) if any(map(str.isalpha, part)))
    return tuple(_of(part, list(negations.found(part))) for part in parts)


def _of(text: str, kinds: Sequence[tuple[str, str]]) -> Sentence:
    words, near = (tuple(w for k, w in kinds if k == kind) for kind in ("words", "near"))
    return Sentence(text, words, near)


def _whole(sentences: Sequence[Sentence]) -> Sentence:
    text = " ".join(sentence.text for sentence in sentences)
    return Sentence(
        text,
        tuple(word for sentence in sentences for word in sentence.words),
        tuple(word for sentence in sentences for word in sentence.near),
    )
