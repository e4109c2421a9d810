"""A machine's draft of what has no translation: always fuzzy, always called a machine's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ...content.project import Project, select, wrong_call
from ...languages import normalised
from ...model.findings import Finding
from ...model.jobs import INTERFACE
from ...model.sheet import Language
from .. import catalog, translators
from ..catalog import METHOD, Catalog, Entry, Key
from ..interface import METHODS
from ..translators import DraftJob, Translator, po_program
from .catalog_files import FileChange, Updated, apply
from .exporting import wanted
from .up_to_date import UpToDate, up_to_date

MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """Which translator drafts, and what it gets."""

    translator: str  # the name of an installed one
    command: str = ""  # a program in its place
    address: str = ""  # of its server
    seconds: float = 60.0


def draft(
    project: Project,
    names: Iterable[str],
    tags: Sequence[str],
    options: DraftOptions,
    say: Callable[[str], None],
) -> Updated:
    """Fills the empty messages of `names` in each language; others stay as they are.

    `say` takes a line for each catalog. Raises PolyleafError if the call is wrong.
    """
    known = project.leaflet_names()
    chosen = select(list(names) or known, [*known, INTERFACE], "leaflet")
    name = options.translator or options.command.split()[0]
    by_program = partial(po_program.translate, options.command)
    make: Translator = translators.find(name) if options.translator else by_program
    languages = wanted(project, tags)
    if not tags and len(languages) > 1:
        hint = "`polyleaf translate rosacea -l so --with libretranslate`"
        raise wrong_call("draft-language", "name the languages to draft", hint)
    drafts = Drafts(project, name, make, options, say)
    steps = [partial(drafts.of, domain, language) for language in languages for domain in chosen]
    return apply(project, steps)


@dataclass(frozen=True, slots=True)
class Drafts:
    """A translator at work on the catalogs of a project."""

    project: Project
    name: str
    make: Translator
    options: DraftOptions
    say: Callable[[str], None]

    def of(self, domain: str, language: Language) -> Iterator[FileChange]:
        """The catalog of a domain with what the machine made of its empty messages."""
        now = up_to_date(self.project, domain, language)
        empty = [e for e in now.catalog.active if not any(e.msgstr) and e.msgid_plural is None]
        self.say(f"{self.project.shown(now.path)}: {len(empty):,} messages to draft")
        if not empty:
            yield FileChange(now.path, None)
            return
        shown = self.project.shown(now.path)
        source = self.project.source_tag(domain)
        options = self.options
        job = DraftJob(shown, source, language.tag, options.address, options.seconds)
        given = catalog.write(replace(now.catalog, entries=tuple(empty)))
        made = catalog.read(self.make(given, job), shown)
        new = self._with_drafts(now, made)
        same = now.old is not None and catalog.same(new, now.old)
        nothing = new.entries == now.catalog.entries
        data = None if same or nothing else catalog.write(new)
        yield FileChange(now.path, data, tuple(_placed(job.findings)))

    def _with_drafts(self, now: UpToDate, made: Catalog) -> Catalog:
        found = {entry.key: normalised(entry.msgstr[0]) for entry in made.active}
        entries = tuple(self._drafted(entry, found) for entry in now.catalog.entries)
        new = replace(now.catalog, entries=entries)
        if entries == now.catalog.entries:
            return new
        method = now.catalog.field(METHOD)
        known = method in METHODS or not any(entry.translated for entry in now.catalog.active)
        return new.with_fields({METHOD: MACHINE}) if known else new

    def _drafted(self, entry: Entry, found: dict[Key, str]) -> Entry:
        words = found.get(entry.key, "")
        if entry.obsolete or any(entry.msgstr) or not words.strip():
            return entry
        return replace(
            entry,
            msgstr=(words,),
            flags=("fuzzy", *entry.flags),
            comments=(*entry.comments, f"drafted by {self.name}"),
        )


def _placed(findings: Iterable[Finding]) -> Iterator[Finding]:
    """A line of what was sent is none of the catalog."""
    yield from (finding._replace(where=finding.where._replace(line=0)) for finding in findings)
