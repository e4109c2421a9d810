"""Whether a translation that came back is taken, and whether it would do damage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from ... import checks
from ...languages import normalised
from ...model.findings import Finding, PolyleafError, Severity
from ...model.jobs import GLOSSARY
from ...model.unit import Translation, Unit
from .. import catalog, exchange, localize
from ..catalog import Catalog, Entry, Key
from ..exchange import ReturnedText
from .up_to_date import UpToDate

Verdict = Literal["taken", "fuzzy", "changed", "same", "kept", "unknown", "untranslated"]
Judgement = tuple[Entry, Verdict, Finding | None]
# A message with one of these cannot be printed, or tells the patient less than its source.
DAMAGE = ("placeholder-lost", "citation-lost", "link-lost", "emphasis-lost", "mark-lost")
LETTERS_LOST = re.compile(r"\?{3,}|\ufffd")
BROKEN_LINE = re.compile(r"[ \t]*[\r\n]+\s*|\t+")


def judged(entry: Entry, text: ReturnedText, *, signed: bool) -> Judgement:
    """The message with the better translation: the returned one, unless its own is worth more.

    `signed` says that somebody has signed its own, which is kept then.
    """
    found = exchange.restored(text.source, text.target, entry.msgid)
    words = _tidy(entry, text.target if found is None else found)
    if not words.strip():
        return entry, "kept" if any(entry.msgstr) else "untranslated", None
    if words == entry.msgstr[0]:
        confirmed = entry.fuzzy and not text.fuzzy and text.confirmed
        made = _with(entry, words, text, fuzzy=entry.fuzzy and not confirmed)
        return made, "taken" if confirmed else "same", None
    if signed:
        hint = "--replace takes it, and the review ends"
        return entry, "kept", _kept(text, "import-signed", "the translation is signed", hint)
    if entry.translated and text.fuzzy:
        hint = "it is marked as not finished"
        return entry, "kept", _kept(text, "import-kept", "there is a finished translation", hint)
    made = _with(entry, words, text, fuzzy=text.fuzzy)
    return made, "fuzzy" if text.fuzzy else "taken", None


def raise_if_damaged(
    now: UpToDate,
    made: Mapping[Key, Entry],
    texts: Mapping[Key, ReturnedText],
    others: Sequence[Finding],
) -> None:
    """Raises PolyleafError with every finding if a new translation would do damage."""
    found = [*others, *_damage(now, made, texts)]
    if any(finding.severity is Severity.ERROR for finding in found):
        raise PolyleafError(sorted(set(found)))


def checked(now: UpToDate, made: Catalog, texts: Mapping[Key, ReturnedText]) -> tuple[Finding, ...]:
    """What the checks find in the texts that came back, where they stand in their files."""
    if now.domain == GLOSSARY:
        catalog.glossary(made)  # raises PolyleafError for a form that matches anything
        return ()
    units = localize.units(now.leaflet, catalog.messages(made, now.signed), now.language)
    placed = tuple(
        replace(unit, where=text.where)
        if (text := texts.get((unit.context or None, unit.source)))
        else unit
        for unit in units
    )
    paths = {text.where.path for text in texts.values()}
    found = checks.translation(Translation(now.language, placed))
    return tuple(finding for finding in found if finding.where.path in paths)


def _damage(
    now: UpToDate, made: Mapping[Key, Entry], texts: Mapping[Key, ReturnedText]
) -> Iterator[Finding]:
    safe = {key: text.safety for key, text in now.texts().items()}
    before = now.catalog.index()
    for key, text in texts.items():
        entry = made[key]
        if entry.msgstr == before[key].msgstr:
            continue
        if exchange.restored(text.source, text.target, entry.msgid) is None:
            message = "the file has a code that its source does not have"
            hint = "ask for the file again: a placeholder or an emphasis was lost"
            yield Finding(text.where, "import-code", message, hint)
        elif LETTERS_LOST.search(entry.msgstr[0]) and not LETTERS_LOST.search(entry.msgid):
            message = "its letters were lost: they are question marks"
            hint = "ask for the file again, saved as UTF-8"
            yield Finding(text.where, "import-letters", message, hint)
        elif now.domain != GLOSSARY:
            unit = Unit(
                source=entry.msgid,
                target=entry.msgstr[0],
                language=now.language,
                where=text.where,
                source_where=text.where,
                context=entry.msgctxt or "",
                safety=safe.get(key, False),
            )
            yield from _of_damage(checks.message(unit))


def _of_damage(found: Iterable[Finding]) -> Iterator[Finding]:
    for finding in found:
        if finding.code in DAMAGE:
            hint = f"{finding.hint}; " if finding.hint else ""
            yield finding._replace(hint=f"{hint}nothing was taken: correct the file, import again")


def _with(entry: Entry, words: str, text: ReturnedText, *, fuzzy: bool) -> Entry:
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    notes = tuple(line for note in text.notes for line in note.splitlines() if line.strip())
    made = replace(
        entry,
        msgstr=(words,),
        flags=("fuzzy", *flags) if fuzzy else flags,
        previous=entry.previous if fuzzy else None,
        comments=tuple(dict.fromkeys((*entry.comments, *notes))),
    )
    return made if fuzzy else catalog.offered.accepted(made)


def _tidy(entry: Entry, words: str) -> str:
    """The text in the form NFC, without line ends and margins that a program put in."""
    words = normalised(words)
    if words == entry.msgstr[0]:
        return words
    if "\n" in entry.msgid:
        lines = (line.strip() for line in words.strip().splitlines())
        return "\n".join(lines)
    return BROKEN_LINE.sub(" ", words.strip() if entry.msgid.strip() == entry.msgid else words)


def _kept(text: ReturnedText, code: str, why: str, hint: str) -> Finding:
    message = f'{why}, so "{text.target[:40]}" is not taken'
    return Finding(text.where, code, message, hint, Severity.WARNING)
