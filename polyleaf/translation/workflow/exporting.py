"""Catalogs → files for translators, one for each leaflet and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ... import files, languages
from ...content.project import CALL, Project, select, wrong_call
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.leaflet import Text
from ...model.sheet import Language
from ...model.unit import fingerprint
from .. import catalog
from ..catalog import Entry
from ..exchange import ExchangeFormat, Parcel, SentText, State
from ..memory.word_counts import words
from ..reader import find_language
from .up_to_date import UpToDate, up_to_date

FOLDER = "exchange"  # of the project, unless another one is named


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that was written, its messages and words, and those that are left to translate."""

    path: str
    messages: int
    words: int
    messages_left: int
    words_left: int


@dataclass(frozen=True, slots=True)
class Exported:
    sent: tuple[SentFile, ...]
    findings: tuple[Finding, ...]


def export(
    project: Project,
    names: Iterable[str],
    tags: Sequence[str],
    format_: ExchangeFormat,
    output: Path | None = None,
    *,
    untranslated: bool = False,
    copies_source: bool = False,
) -> Exported:
    """Writes the messages of `names` (leaflets, interface or glossary) in each language.

    With `untranslated` only those that have no translation, or a fuzzy one; with `copies_source`
    empty targets of XLIFF 1.2 begin as their sources. A broken leaflet or catalog is a finding, and
    the others are written. Raises PolyleafError if the call is wrong.
    """
    domains = _domains(project, names, format_)
    folder = output or project.root / FOLDER
    sent: list[SentFile] = []
    findings: list[Finding] = []
    for language in wanted(project, tags):
        for domain in domains:
            try:
                found = up_to_date(project, domain, language)
                parcel = _parcel(project, found, untranslated=untranslated)
                parcel = replace(parcel, copies_source=copies_source)
                path = folder / f"{domain}_{language.tag}{format_.suffix}"
                if parcel.texts:
                    _write(project, path, format_.write(parcel), own=output is None)
                sent.append(_sent(project, path, parcel))
            except PolyleafError as error:
                findings += error.findings
            except OSError as error:
                message = f"cannot be written: {error.strerror or error}"
                where = Where(str(error.filename or folder))
                findings.append(Finding(where, "output-unwritable", message))
    return Exported(tuple(sent), tuple(sorted(set(findings))))


def wanted(project: Project, tags: Sequence[str]) -> list[Language]:
    """The languages of the command line, else those of clinic.yaml but for the source's."""
    named = [(tag, CALL, ExitStatus.CALL) for tag in tags]
    configured = [(tag, where, ExitStatus.INPUT) for tag, where in project.languages]
    found = [find_language(*each) for each in named or configured]
    others = {each.tag: each for each in found if each.tag != project.source.tag}
    if not others:
        hint = "`polyleaf export rosacea -l so --to xliff`"
        raise wrong_call("export-nothing", "name a language to translate into", hint)
    return list(others.values())


def text_id(entry: Entry) -> str:
    """Eight hexadecimal digits that stand for a message in files of others."""
    return fingerprint(entry.msgctxt, entry.msgid, "")


def _write(project: Project, path: Path, data: bytes, *, own: bool) -> None:
    """The file, in the project's `own` folder or another; raises PolyleafError, OSError."""
    if own and not files.stays_inside(project.root, path):
        message, hint = "its folder leads outside the project", "name it with --output"
        raise PolyleafError([Finding(Where(project.shown(path)), "outside-project", message, hint)])
    files.write_atomically(path, data)


def _domains(project: Project, names: Iterable[str], format_: ExchangeFormat) -> list[str]:
    known = project.leaflet_names()
    asked = list(names) or ([GLOSSARY] if format_.terms_only else known)
    chosen = select(asked, dict.fromkeys([*known, INTERFACE, GLOSSARY]), "leaflet")
    if format_.terms_only and chosen != [GLOSSARY]:
        hint = "`polyleaf export glossary -l so --to tbx`"
        raise wrong_call("export-terms", f"{format_.name} is for the glossary alone", hint)
    return chosen


def _parcel(project: Project, found: UpToDate, *, untranslated: bool) -> Parcel:
    texts = found.texts()
    reviewed = catalog.provenance(found.catalog, found.signed)
    signed = reviewed.signature in ("current", "outdated")
    entries = [entry for entry in found.catalog.active if entry.msgid_plural is None]
    sent = tuple(
        _text(entry, texts.get(entry.key), _state(entry, found, signed=signed)) for entry in entries
    )
    if untranslated:
        sent = tuple(each for each in sent if each.state in ("new", "needs-review"))
    return Parcel(
        domain=found.domain,
        title=found.leaflet.title.value if found.leaflet else found.domain.capitalize(),
        source=languages.find(project.source_tag(found.domain)),
        target=found.language,
        texts=sent,
        machine=reviewed.method == "machine",
    )


def _state(entry: Entry, found: UpToDate, *, signed: bool) -> State:
    if not any(entry.msgstr):
        return "new"
    if not entry.translated:
        return "needs-review"
    return "final" if signed and found.is_signed(entry) else "translated"


def _text(entry: Entry, text: Text | None, state: State) -> SentText:
    return SentText(
        id=text_id(entry),
        context=entry.msgctxt or "",
        source=entry.msgid,
        target=entry.msgstr[0],
        state=state,
        notes=tuple(_notes(entry)),
        places=(f"{text.where.path}:{text.where.line}",) if text else entry.references,
        max_length=text.max_length if text else None,
    )


def _notes(entry: Entry) -> Iterator[str]:
    marks = catalog.offered.marks(entry)
    yield from (note for note in entry.extracted if note not in marks)
    if entry.fuzzy and entry.previous and entry.previous.msgid != entry.msgid:
        yield f"the source has changed; it was: {entry.previous.msgid}"


def _sent(project: Project, path: Path, parcel: Parcel) -> SentFile:
    left = [each for each in parcel.texts if each.state in ("new", "needs-review")]
    counts = {each.id: words(each.source, parcel.source) for each in parcel.texts}
    return SentFile(
        path=project.shown(path),
        messages=len(parcel.texts),
        words=sum(counts.values()),
        messages_left=len(left),
        words_left=sum(counts[each.id] for each in left),
    )
