"""Translations that came back → catalogs, as msgmerge would, and never to their damage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ...content.project import Project
from ...model.findings import Finding, PolyleafError
from ...model.sheet import Language
from .. import catalog
from ..catalog import METHOD, Catalog, Entry, Key
from ..exchange import ReturnedPart, ReturnedText
from ..interface import METHODS
from . import judging, returned_files, text_matching
from .catalog_files import FileChange, Updated, apply
from .judging import Verdict
from .up_to_date import UpToDate, up_to_date


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How translations are taken."""

    leaflet: str = ""  # the one that all files are of; empty if they say it
    method: str = ""  # how they were made
    replace: bool = False  # also what somebody has signed
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """The catalogs that were written, and for each how many messages became what."""

    updated: Updated
    counts: dict[str, Counter[Verdict]] = field(default_factory=dict)


def take(
    project: Project, paths: Sequence[str], tags: Sequence[str], options: ImportOptions
) -> Imported:
    """Merges files of any format into the catalogs of their leaflets and languages.

    A catalog with an error in what it would get is left as it is. Raises PolyleafError if the call
    is wrong.
    """
    groups, findings = returned_files.read(project, paths, tags, options.leaflet)
    counts: dict[str, Counter[Verdict]] = {}

    def change(domain: str, language: Language, parts: list[ReturnedPart]) -> Iterator[FileChange]:
        now = up_to_date(project, domain, language)
        merge = Merge(now, parts, options)
        new, found = merge.merged()
        counts[project.shown(now.path)] = merge.counts
        nothing = new.entries == now.catalog.entries
        data = None if nothing or options.dry_run else catalog.write(new)
        yield FileChange(now.path, data, found)

    steps = [partial(change, domain, *group) for (domain, _), group in groups.items()]
    updated = apply(project, steps)
    every = tuple(sorted({*updated.findings, *findings}))
    return Imported(replace(updated, findings=every), counts)


class Merge:
    """A catalog, and what came back for it."""

    def __init__(
        self, now: UpToDate, parts: Iterable[ReturnedPart], options: ImportOptions
    ) -> None:
        self.now, self.parts, self.options = now, list(parts), options
        self.before = now.catalog.index()
        self.counts: Counter[Verdict] = Counter()
        self.findings: list[Finding] = []

    def merged(self) -> tuple[Catalog, tuple[Finding, ...]]:
        """The catalog with the translations; raises PolyleafError with all that forbids it."""
        entries = [entry for entry in self.now.catalog.active if entry.msgid_plural is None]
        texts = [text for part in self.parts for text in part.texts]
        matches = text_matching.match(entries, texts)
        self.findings += matches.findings
        if not matches.found and any(text.target.strip() for text in matches.left):
            self._none_fits(entries, matches.left)
        new = {key: self._judged(key, text) for key, text in matches.found.items()}
        new |= self._of_former_sources(entries, matches)
        judging.raise_if_damaged(self.now, new, matches.found, self.findings)
        made = tuple(
            new.get(entry.key, entry) if not entry.obsolete else entry
            for entry in self.now.catalog.entries
        )
        self.counts["untranslated"] = sum(not any(e.msgstr) for e in made if not e.obsolete)
        said = [self.options.method or next((p.method for p in self.parts if p.method), "")]
        whole = replace(self.now.catalog, entries=made)
        whole = with_method(self.now.catalog, whole, matches.found.keys(), said)
        found = judging.checked(self.now, whole, matches.found)
        return whole, (*self.findings, *found)

    def _judged(self, key: Key, text: ReturnedText) -> Entry:
        """The message with the better one of both translations."""
        entry = self.before[key]
        signed = self.now.is_signed(entry) and not self.options.replace
        made, verdict, finding = judging.judged(entry, text, signed=signed)
        self.counts[verdict] += 1
        self.findings += [finding] if finding else []
        return made

    def _of_former_sources(
        self, entries: Sequence[Entry], matches: text_matching.Matches
    ) -> dict[Key, Entry]:
        """Messages whose source has changed since: fuzzy, with the source of the translation."""
        former = [_entry(text) for text in matches.left if text.target.strip() and text.source]
        open_ = [e for e in entries if e.key not in matches.found and not e.translated]
        bare = [replace(e, msgstr=("",), previous=None, flags=_unfuzzy(e)) for e in open_]
        delivered = replace(self.now.catalog, entries=tuple(former))
        merged, _ = catalog.merge(delivered, replace(delivered, entries=tuple(bare)))
        made: dict[Key, Entry] = {}
        for entry, old in zip(merged.entries, open_, strict=False):
            if any(entry.msgstr):
                made[old.key] = replace(entry, comments=old.comments)
        used = {entry.previous.msgid for entry in made.values() if entry.previous}
        self.counts["changed"] = len(made)
        left = [text for text in matches.left if text.source not in used]
        self.findings += text_matching.unknown(left)
        self.counts["unknown"] = sum(bool(text.target.strip()) for text in left)
        return made

    def _none_fits(self, entries: Sequence[Entry], left: Sequence[ReturnedText]) -> None:
        """Raises PolyleafError unless some source is a former one of this leaflet."""
        former = [_entry(text) for text in left if text.source]
        bare = tuple(replace(e, msgstr=("",), previous=None, flags=()) for e in entries)
        delivered = replace(self.now.catalog, entries=tuple(former))
        merged, _ = catalog.merge(delivered, replace(delivered, entries=bare))
        if not any(any(entry.msgstr) for entry in merged.active):
            message = f'none of its texts is in the leaflet "{self.now.domain}"'
            hint = "take the right file, or name its leaflet with --leaflet"
            where = self.parts[0].where
            raise PolyleafError([Finding(where, "import-leaflet", message, hint)])


def _entry(text: ReturnedText) -> Entry:
    return Entry(msgid=text.source, msgstr=(text.target,), msgctxt=text.context, where=text.where)


def _unfuzzy(entry: Entry) -> tuple[str, ...]:
    return tuple(flag for flag in entry.flags if flag != "fuzzy")


def with_method(
    before: Catalog, made: Catalog, delivered: Iterable[Key], said: Sequence[str]
) -> Catalog:
    """The catalog with the worst origin of what is in it; a review is never recorded here.

    `said` is how the messages of `delivered` were translated.
    """
    former = before.index()
    if all(entry.msgstr == former[entry.key].msgstr for entry in made.active):
        return made
    those = set(delivered)
    kept = any(entry.translated and entry.key not in those for entry in made.active)
    every = [*said, *([made.field(METHOD)] if kept else [])]
    ranks = [name if name in METHODS else "untold" for name in every]
    worst = max(ranks, key=METHODS.index)
    method = "" if worst == "untold" else worst
    return made if made.field(METHOD) == method else made.with_fields({METHOD: method})
