"""A catalog × a new template → a catalog: nothing a translator wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from .corrections import Correction, as_corrected, is_correction
from .messages import Catalog, Entry, Key, Previous

SAME_PLACE = 50.0  # per cent alike, for a text that stands where another one stood
ANYWHERE = 75.0  # and for one that moved


def merge(catalog: Catalog, template: Catalog) -> Catalog:
    """`template`'s messages with `catalog`'s translations.

    The same message keeps its translation; so does one that was obsolete and returns. A changed
    one gets that of the most similar message, first from the same context, as fuzzy with the
    source text it was made from. What is no longer used stays as obsolete at the end.
    """
    return correct(catalog, template, "")[0]


def correct(catalog: Catalog, template: Catalog, reason: str) -> tuple[Catalog, list[Correction]]:
    """As `merge`; a source text that was only corrected keeps its translation, for `reason`.

    Also tells which those are. Without a reason none is.
    """
    known = {entry.key: entry for entry in catalog.entries}
    wanted = {entry.key for entry in template.entries}
    pool = [entry for key, entry in known.items() if key not in wanted and any(entry.msgstr)]
    elsewhere = {entry.msgid: entry for entry in catalog.entries if any(entry.msgstr)}
    merged: list[Entry] = []
    corrected: list[Correction] = []
    used: set[Key] = set()
    for message in template.entries:
        old = known.get(message.key)
        found = None if old else _similar(message, pool) or _copied(message, elsewhere)
        entry = _fuzzy(message, found) if found else _kept(message, old, catalog)
        if found:
            used.add(found.key)
        if reason and is_correction(entry):
            was = entry.previous.msgid if entry.previous else ""
            entry = as_corrected(entry, reason)
            corrected.append((was, entry))
        merged.append(entry)
    gone = (entry for entry in pool if entry.key not in used)
    header = replace(catalog.header, msgstr=(_dated(catalog, template),))
    return replace(catalog, header=header, entries=(*merged, *map(_obsolete, gone))), corrected


def new_catalog(path: str, template: Catalog, locale: str, plural_forms: str) -> Catalog:
    """An empty catalog for a language. Its method stays open: only its translator can say."""
    fields = {
        "Language": locale,
        "Plural-Forms": plural_forms,
        "X-Polyleaf-Method": "",
        "X-Polyleaf-Reviewed-By": "",
        "X-Polyleaf-Reviewed-On": "",
    }
    lines = [
        line
        for line in template.header.msgstr[0].split("\n")
        if line and line.partition(":")[0] not in fields
    ]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    header = replace(template.header, msgstr=("\n".join(lines) + "\n",), flags=())
    forms = int(plural_forms.split("=")[1].split(";")[0])
    empty = (_sized(entry, forms) for entry in template.entries)
    return Catalog(path, header, tuple(empty))


def _similar(message: Entry, pool: Sequence[Entry]) -> Entry | None:
    """What the message may have been: alike in its place, alike elsewhere, a little in its place.

    A text that moved whole is worth more than one that happens to stand where it stands now.
    """
    pool = [
        entry for entry in pool if (entry.msgid_plural is None) == (message.msgid_plural is None)
    ]
    near = [entry for entry in pool if entry.msgctxt == message.msgctxt]
    for candidates, cutoff in ((near, ANYWHERE), (pool, ANYWHERE), (near, SAME_PLACE)):
        texts = [entry.msgid for entry in candidates]
        best = process.extractOne(message.msgid, texts, scorer=fuzz.ratio, score_cutoff=cutoff)
        if best is not None:
            return candidates[best[2]]
    return None


def _copied(message: Entry, elsewhere: Mapping[str, Entry]) -> Entry | None:
    """The same text in another context, which still stands there."""
    found = elsewhere.get(message.msgid)
    same = found and (found.msgid_plural is None) == (message.msgid_plural is None)
    return found if same else None


def _fuzzy(message: Entry, found: Entry) -> Entry:
    # A translation that was fuzzy already keeps the text it was made from, not the one in between.
    former = Previous(found.msgctxt, found.msgid, found.msgid_plural)
    previous = found.previous if found.fuzzy and found.previous else former
    return replace(
        message,
        msgstr=found.msgstr,
        comments=found.comments,
        flags=("fuzzy", *(flag for flag in message.flags if flag != "fuzzy")),
        previous=previous,
    )


def _kept(message: Entry, old: Entry | None, catalog: Catalog) -> Entry:
    if old is None:
        forms = catalog.field("Plural-Forms").partition("nplurals=")[2].partition(";")[0]
        return _sized(message, int(forms) if forms.isdigit() else 2)
    theirs = tuple(flag for flag in old.flags if flag not in message.flags and flag != "fuzzy")
    fuzzy = ("fuzzy",) if old.fuzzy else ()
    return replace(
        message,
        msgstr=old.msgstr,
        comments=old.comments,
        flags=(*fuzzy, *message.flags, *theirs),
        previous=old.previous,
    )


def _sized(message: Entry, forms: int) -> Entry:
    return replace(message, msgstr=("",) * (1 if message.msgid_plural is None else forms))


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=())


def _dated(catalog: Catalog, template: Catalog) -> str:
    created = template.field("POT-Creation-Date")
    return "\n".join(
        f"POT-Creation-Date: {created}" if line.startswith("POT-Creation-Date:") else line
        for line in catalog.header.msgstr[0].split("\n")
    )
