"""`negation-lost`, `negation-added`, `negation-moved`: a translation has the negations of its
source.

"Do not stop a medicine" without its "not" is the opposite. Wrong:

- "Demandez-nous." for "Do not wait." (lost);
- "Arrêtez un médicament sans nous demander." for "Do not stop a medicine without asking us.": of
  two negations in one sentence, one is lost;
- "No llame aunque su piel esté bien." for "Call even if your skin is calm." (added; reported of
  safety texts only, since languages say "a colour that stays" as "a colour that does not go away");
- "No busque ayuda y espere." for "Get help, and do not wait." (moved into another clause).

Right: "N'attendez pas.", "Évitez d'attendre." (avoid), "4 comprimés au maximum" for "no more than 4
tablets", "inconnu" for "not known". Each sentence is compared with its own translation (see
shared/sentences.py). The words are data, in polyleaf/languages/negation.toml: a language that is
missing there has no such findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ... import languages
from ...languages import Negations
from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared import negated_clause
from ..shared.message_finding import message_finding, shorten
from ..shared.sentences import Pair, Sentence, pairs


class Said(NamedTuple):
    """A text with its negations, and the words that are near to one."""

    text: str
    words: tuple[str, ...]
    near: tuple[str, ...]


def check_message(unit: Unit) -> Iterator[Finding]:
    english = languages.negations(languages.find(unit.source_language))
    own = languages.negations(unit.language)
    if english is None or own is None or _folded(unit.source) == _folded(unit.target):
        return  # of the last it is known that it is not translated at all
    for pair in pairs(unit.source, unit.target, unit.language):
        if pair.source and pair.target:
            source, target = _of(english, pair.source), _of(own, pair.target)
            yield from _lost(unit, source, target, own, forbids=english.forbids(source.text))
            if source.words and target.words:
                yield from _moved(unit, pair, english, own)
            if unit.safety:
                yield from _added(unit, source, target)


def _is_short(source: Said, target: Said) -> bool:
    return len(target.words) + len(target.near) < len(source.words)


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _lost(
    unit: Unit, source: Said, target: Said, own: Negations, *, forbids: bool
) -> Iterator[Finding]:
    if not _is_short(source, target):
        return
    kept = len(target.words) + len(target.near)
    words = " and ".join(f'"{word}"' for word in source.words)
    shown = f'"{shorten(target.text)}" has {"fewer negations" if kept else "no negation"}'
    hint = f"{unit.language.english_name} has words such as {', '.join(own.examples)}"
    # "Not known" may be put in another way, and of two negations one, but not "do not".
    grave = unit.safety and forbids and not kept
    severity = Severity.ERROR if grave else Severity.WARNING
    yield message_finding(
        unit, "negation-lost", f"the source has {words}, but {shown}", hint, severity
    )


def _added(unit: Unit, source: Said, target: Said) -> Iterator[Finding]:
    if len(target.words) > len(source.words) + len(source.near) and not source.words:
        message = f'the translation has "{target.words[0]}", but the source has no negation'
        yield message_finding(unit, "negation-added", message, severity=Severity.WARNING)


def _moved(unit: Unit, pair: Pair, english: Negations, own: Negations) -> Iterator[Finding]:
    """Of two clauses one has the negation: in both texts the same one."""
    if len(pair.source) != 1 or len(pair.target) != 1:
        return
    ours = english.clauses(pair.source[0].text, commas=False)
    theirs = own.clauses(pair.target[0].text, commas=True)
    turned = len(ours) == len(theirs) == 2 and {ours, theirs} == {(True, False), (False, True)}
    # "No files and folders" has one clause, though it has an "and".
    turned = turned and english.begins_denied(pair.source[0].text)
    if turned or _is_about_another(unit, pair, english, own):
        message = f'the negation of "{shorten(pair.source[0].text)}" is in another clause'
        hint = "see which of the two things is not to be done"
        yield message_finding(unit, "negation-moved", message, hint, Severity.WARNING)


def _is_about_another(unit: Unit, pair: Pair, english: Negations, own: Negations) -> bool:
    spoken = languages.find(unit.source_language)
    # A comma of the source may divide what one "not" is about: "never on sores, or after laser".
    source = negated_clause.clauses(pair.source[0].text, english, spoken, commas=False)
    target = negated_clause.clauses(pair.target[0].text, own, unit.language, commas=True)
    return negated_clause.is_turned(source, target)


@lru_cache(maxsize=4096)  # a source is the same for every language
def _of(negations: Negations, those: tuple[Sentence, ...]) -> Said:
    text = " ".join(one.text for one in those)
    found = [pair for one in those for pair in negations.found(one.text)]
    words, near = (tuple(w for k, w in found if k == kind) for kind in ("words", "near"))
    return Said(text, words, near)
