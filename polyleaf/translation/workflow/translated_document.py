"""A leaflet's translation that a clinic has as a document → the catalog, fuzzy, and how sure it is.

What is unsure is reported, not written; nothing that is translated is replaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from ... import languages
from ...checks.shared import naming
from ...content.documents.document_blocks import blocks
from ...content.project import CALL, Project, wrong_call
from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where, did_you_mean
from ...model.sheet import Language
from .. import alignment, catalog, localize
from ..alignment import Aligned, Alignment, DocumentText, FeatureReader, PairFitting
from ..catalog import Entry, Key
from ..exchange import ReturnedText
from ..reader import find_language, read_glossary
from . import judging, returned_files
from .catalog_files import FileChange, Updated, apply
from .importing import ImportOptions, with_method
from .up_to_date import UpToDate, up_to_date

FLOOR = 95  # sureness from which a pair is written; docs/import.md says what was measured
LEAST = 0.15  # share of the smaller side that must be found, else it is no translation of it
MOST_TEXTS = 2_000
OURS = re.compile(r"from .+, blocks? [\d, ]+, sureness \d+$")


@dataclass(frozen=True, slots=True)
class TakenDocument:
    """The catalog that was written, and what became of messages and texts."""

    updated: Updated
    counts: Counter[str]
    catalog: str


def take(
    project: Project, path: str, leaflet: str, tags: list[str], options: ImportOptions
) -> TakenDocument:
    """Raises PolyleafError if the call is wrong; other faults are findings of the outcome."""
    language = _language(project, leaflet, tags)
    counts: Counter[str] = Counter()

    def change() -> Iterator[FileChange]:
        now = up_to_date(project, leaflet, language)
        texts = _texts(path, language)
        taking = _Taking(project, now, path, options, counts)
        new, found = taking.taken(texts)
        nothing = new.entries == now.catalog.entries
        data = None if nothing or options.dry_run else catalog.write(new)
        yield FileChange(now.path, data, tuple(found))

    updated = apply(project, [change])
    return TakenDocument(updated, counts, project.shown(project.catalog_path(leaflet, language)))


def _language(project: Project, leaflet: str, tags: list[str]) -> Language:
    if leaflet not in (known := project.leaflet_names()):
        hint = did_you_mean(leaflet, known)
        raise wrong_call("leaflet-unknown", f'there is no leaflet "{leaflet}"', hint)
    if len(tags) != 1:
        message = "--translation-of takes one document in one language"
        raise wrong_call("import-language", message, "name its language with -l")
    language = find_language(tags[0], CALL, ExitStatus.CALL)
    if language.tag == project.source.tag:
        message = f"{language.tag} is the language of the leaflet itself"
        hint = "name the language of the document with -l; without it, it becomes a new leaflet"
        raise wrong_call("import-language", message, hint)
    return language


def _texts(path: str, language: Language) -> tuple[DocumentText, ...]:
    data = returned_files.file_bytes(path)
    texts = alignment.texts_of(blocks(data, path))
    if not texts:
        raise _refused(path, "import-leaflet", "there is no text in it", "is it a scan?")
    if len(texts) > MOST_TEXTS:
        message = f"it has over {MOST_TEXTS:,} paragraphs"
        raise _refused(path, "import-leaflet", message, "take the part that is this leaflet")
    if other := alignment.other_language([text.text for text in texts], language):
        message = f"it reads like {other}, not like {language.english_name}"
        raise _refused(path, "import-language", message, "name its own language with -l")
    return texts


def _refused(path: str, code: str, message: str, hint: str) -> PolyleafError:
    return PolyleafError([Finding(Where(path), code, message, hint)])


class _Taking:
    """A document's texts into a catalog."""

    def __init__(
        self,
        project: Project,
        now: UpToDate,
        path: str,
        options: ImportOptions,
        counts: Counter[str],
    ) -> None:
        self.project, self.now, self.path, self.options = project, now, path, options
        self.counts = counts
        self.values = dict(project.clinic.values)
        assert now.leaflet is not None
        self.keys: list[Key] = [(t.context, t.value) for t in localize.translatable(now.leaflet)]
        self.findings: list[Finding] = []

    def taken(self, texts: tuple[DocumentText, ...]) -> tuple[catalog.Catalog, list[Finding]]:
        """The catalog with what is sure enough; raises PolyleafError if hardly anything fits."""
        index = self.now.catalog.index()
        found = self._aligned(texts)
        best = self._best(found.pairs, index)
        sure = {key: pair for key, pair in best.items() if pair.sureness >= FLOOR}
        if len(sure) < LEAST * min(len(index), len(texts)):
            raise self._no_translation(len(sure), len(index))
        new = {key: self._judged(index[key], pair) for key, pair in sure.items()}
        self._report(best, found.left, index)
        made = tuple(
            new.get(entry.key, entry) if not entry.obsolete else entry
            for entry in self.now.catalog.entries
        )
        whole = replace(self.now.catalog, entries=made)
        return with_method(self.now.catalog, whole, new, [self.options.method]), self.findings

    def _aligned(self, texts: tuple[DocumentText, ...]) -> Alignment:
        language, source = self.now.language, self.project.source
        terms = naming.rows(read_glossary(self.project, language))
        readers = (
            FeatureReader(source, terms[0], self.values),
            FeatureReader(language, terms[1], self.values),
        )
        keys = [(context or "", msgid) for context, msgid in self.keys]
        return alignment.align(keys, texts, readers, languages.length_ratio(language))

    def _best(self, pairs: Iterable[Aligned], index: dict[Key, Entry]) -> dict[Key, Aligned]:
        """Each message with its surest text."""
        fitting = PairFitting(self.project.source, self.now.language, self.values)
        best: dict[Key, Aligned] = {}
        for pair in pairs:
            context, msgid = key = self.keys[pair.message]
            fits = fitting.fitted(context or "", msgid, pair)
            if key in index and (key not in best or best[key].sureness < fits.sureness):
                best[key] = fits
        return best

    def _judged(self, entry: Entry, pair: Aligned) -> Entry:
        those = f"block{'s' if len(pair.numbers) > 1 else ''} {', '.join(map(str, pair.numbers))}"
        origin = f"from {PurePath(self.path).name}, {those}, sureness {pair.sureness}"
        text = ReturnedText(
            where=Where(self.path),
            source=entry.msgid,
            target=pair.text,
            context=entry.msgctxt,
            fuzzy=True,
            notes=(origin, *(f"look: {note}" for note in pair.notes)),
            confirmed=False,
        )
        signed = self.now.is_signed(entry) and not self.options.replace
        fresh = replace(entry, comments=tuple(c for c in entry.comments if not OURS.match(c)))
        made, verdict, finding = judging.judged(fresh, text, signed=signed)
        self.counts[verdict] += 1
        self.findings += [finding] if finding else []
        return made if verdict in ("fuzzy", "taken") else entry

    def _report(
        self, best: dict[Key, Aligned], left: Iterable[DocumentText], index: dict[Key, Entry]
    ) -> None:
        """What was not written, for a person to look at."""
        where = Where(self.path)
        for key, entry in index.items():
            pair = best.get(key)
            if pair is None and not any(entry.msgstr):
                self.counts["not found"] += 1
                message = f'nothing in it translates "{entry.msgid}" ({entry.msgctxt})'
                self.findings.append(
                    Finding(where, "import-missing", message, severity=Severity.WARNING)
                )
            elif pair is not None and pair.sureness < FLOOR:
                self.counts["unsure"] += 1
                numbers = ", ".join(map(str, pair.numbers))
                message = (
                    f'block {numbers} may translate "{entry.msgid}" ({entry.msgctxt}), '
                    f'sureness {pair.sureness}: "{pair.text}"'
                )
                hint = "if it does, copy it into the catalog"
                self.findings.append(
                    Finding(where, "import-unsure", message, hint, Severity.WARNING)
                )
        for text in left:
            self.counts["without a place"] += 1
            message = f'block {text.number} has no place in the leaflet: "{text.text}"'
            self.findings.append(
                Finding(where, "import-unplaced", message, severity=Severity.WARNING)
            )

    def _no_translation(self, found: int, messages: int) -> PolyleafError:
        message = (
            f'it is hardly a translation of "{self.now.domain}": '
            f"{found} of {messages} messages have a likely text in it"
        )
        hint = "name the leaflet that it translates; nothing was written"
        return _refused(self.path, "import-leaflet", message, hint)
