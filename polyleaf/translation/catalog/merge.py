"""Catalog × new template → catalog, without losing anything that a translator wrote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from . import offered, renamed_sections
from .corrections import Correction, Translations, accepted
from .messages import (
    METHOD,
    REVIEWED_BY,
    REVIEWED_ON,
    SAME_PLACE,
    Catalog,
    Entry,
    Key,
    Previous,
    most_similar,
)

ANYWHERE = 75.0  # per cent similar, for a text that has moved


def merge(
    catalog: Catalog, template: Catalog, reason: str = ""
) -> tuple[Catalog, list[Correction]]:
    """`template`'s messages with `catalog`'s translations, and the accepted corrections.

    An unchanged message keeps its translation, and an obsolete one that returns gets it back. A
    changed message gets the translation of the most similar one, preferably from the same context,
    as fuzzy with the former source text. Contexts that a tool dropped are put in again where the
    source text is unique. A section that got another id keeps its translations; with a `reason` so
    does a text that was only corrected or moved. Unused messages are kept as obsolete at the end.
    The header stays: a date of ours beside a translator's would be a conflict in git each time.
    """
    corrected: list[Correction] = []
    if not reason:
        catalog, corrected = renamed_sections.followed(catalog, template)
    known = {entry.key: entry for entry in catalog.entries}
    wanted = {entry.key for entry in template.entries}
    pool = [entry for key, entry in known.items() if key not in wanted and any(entry.msgstr)]
    lost, said = _without_context(catalog, template), translations(catalog)
    elsewhere = {entry.msgid: entry for entry in catalog.entries if any(entry.msgstr)}
    merged: list[Entry] = []
    used: set[Key] = set()
    for message in template.entries:
        old = known.get(message.key) or lost.get(message.msgid)
        found = None if old else _similar(message, pool) or _copied(message, elsewhere)
        entry = _fuzzy(message, found) if found else _kept(message, old, catalog)
        if taken := found or old:
            used.add(taken.key)
        if reason and (correction := accepted(entry, reason, said)):
            corrected.append(correction)
            entry = correction[1]
        merged.append(entry)
    gone = (entry for entry in pool if entry.key not in used)
    return replace(catalog, entries=(*merged, *map(_obsolete, gone))), corrected


def translations(catalog: Catalog) -> Translations:
    """What is said for each source text in any of its places."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in catalog.entries:
        if any(entry.msgstr):
            found[entry.msgid].add(entry.msgstr)
    return found


def new_catalog(path: str, template: Catalog, locale: str, plural_forms: str) -> Catalog:
    """An empty catalog for a language; its translator has to fill in the method."""
    fields = {"Language": locale, "Plural-Forms": plural_forms}
    fields |= dict.fromkeys((METHOD, REVIEWED_BY, REVIEWED_ON), "")
    header = replace(template.with_fields(fields).header, flags=())
    forms = int(plural_forms.split("=")[1].split(";")[0])
    empty = (_sized(entry, forms) for entry in template.entries)
    return Catalog(path, header, tuple(empty))


def _without_context(catalog: Catalog, template: Catalog) -> dict[str, Entry]:
    """Messages that lost their context, by source text, if the template has the text just once."""
    times = Counter(entry.msgid for entry in template.entries)
    known = {entry.key for entry in catalog.entries}
    wanted = {entry.msgid: entry for entry in template.entries if times[entry.msgid] == 1}
    return {
        entry.msgid: entry
        for entry in catalog.active
        if entry.msgctxt is None
        and (message := wanted.get(entry.msgid))
        and message.msgctxt is not None
        and message.key not in known
        and entry.msgid_plural == message.msgid_plural
    }


def _similar(message: Entry, pool: Sequence[Entry]) -> Entry | None:
    """The message's probable former text: similar and in its place, similar elsewhere, or less
    similar in its place. A text that moved is preferred to one that just has the same place.
    """
    pool = [
        entry for entry in pool if (entry.msgid_plural is None) == (message.msgid_plural is None)
    ]
    near = [entry for entry in pool if entry.msgctxt == message.msgctxt]
    for candidates, cutoff in ((near, ANYWHERE), (pool, ANYWHERE), (near, SAME_PLACE)):
        if found := most_similar(message, candidates, cutoff):
            return found
    return None


def _copied(message: Entry, elsewhere: Mapping[str, Entry]) -> Entry | None:
    """The same text in another context, where it is still used."""
    found = elsewhere.get(message.msgid)
    same = found and (found.msgid_plural is None) == (message.msgid_plural is None)
    return found if same else None


def _fuzzy(message: Entry, found: Entry) -> Entry:
    # A translation that was already fuzzy keeps the text it was made from, not a later one.
    former = Previous(found.msgctxt, found.msgid, found.msgid_plural)
    previous = found.previous if found.fuzzy and found.previous else former
    return replace(
        message,
        msgstr=found.msgstr,
        comments=offered.without(found.comments),
        flags=("fuzzy", *(flag for flag in message.flags if flag != "fuzzy")),
        previous=previous,
    )


def _kept(message: Entry, old: Entry | None, catalog: Catalog) -> Entry:
    if old is None:
        forms = catalog.field("Plural-Forms").partition("nplurals=")[2].partition(";")[0]
        return _sized(message, int(forms) if forms.isdigit() else 2)
    theirs = tuple(flag for flag in old.flags if flag not in message.flags and flag != "fuzzy")
    fuzzy = ("fuzzy",) if old.fuzzy else ()
    old = offered.accepted(old) if old.translated else old
    return replace(
        message,
        msgstr=old.msgstr,
        comments=old.comments,
        extracted=(*message.extracted, *offered.marks(old)),
        flags=(*fuzzy, *message.flags, *theirs),
        sticky=old.sticky,
        previous=old.previous,
    )


def _sized(message: Entry, forms: int) -> Entry:
    return replace(message, msgstr=("",) * (1 if message.msgid_plural is None else forms))


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=())
