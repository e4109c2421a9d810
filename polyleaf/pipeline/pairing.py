"""Which languages a sheet has: one, or two beside each other, as its edition wants.

An edition with `pair = true` sets a language beside the source, or beside the one that a pair
names. Every other edition passes over pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import languages
from ..content.project import CALL, Project
from ..model.findings import ExitStatus, Finding, PolyleafError, Severity, Where
from ..model.jobs import PAIR, Selection
from ..model.sheet import Edition
from ..translation.asked_languages import AskedLanguages, is_one
from ..translation.reader import Reader


def of_sheet(
    reader: Reader, spoken: AskedLanguages, leaflet: str, edition: Edition
) -> AskedLanguages | None:
    """What a sheet is in; none if the edition passes it over.

    The source language has no pair with itself.
    """
    if edition.pair == (len(spoken.languages) == 2):
        return spoken
    first = spoken.languages[0]
    if not edition.pair or (reader.is_source(leaflet, first) and not first.pseudo):
        return None
    source = reader.project.source
    both = (*spoken.languages, source)
    return spoken._replace(asked=f"{spoken.asked}{PAIR}{source.tag}", languages=both)


def misfits(
    project: Project,
    asked_languages: Iterable[AskedLanguages],
    editions: Iterable[Edition],
    selection: Selection,
) -> Iterator[Finding]:
    """Pairs for which no edition is asked, and editions for which there is no pair.

    A pair of clinic.yaml may wait for another edition than those of the command line.
    """
    asked_languages, editions = list(asked_languages), list(editions)
    if editions and not any(edition.pair for edition in editions):
        for spoken in asked_languages:
            called = spoken.exit_status is ExitStatus.CALL
            if len(spoken.languages) == 2 and (called or not selection.editions):
                yield _without_edition(spoken, editions)
    source = project.source
    if asked_languages and all(
        len(each.languages) == 1 and is_one(each.languages[0], source) for each in asked_languages
    ):
        for edition in editions:
            if edition.pair:
                called = bool(selection.languages or selection.editions)
                where = CALL if called else dict(project.editions)[edition.name]
                message = f"{edition.name} sets a language beside another: {source.tag} is alone"
                hint = "name another language, such as ur, or two of them: ur+hi"
                yield Finding(where, "pair-none", message, hint, Severity.WARNING)


def named(project: Project) -> frozenset[tuple[str, str]]:
    """Language and edition of all that clinic.yaml names, and of some that are never built."""
    alone = [*tags(project)]
    pairs = (
        PAIR.join(_canonical(spoken)) for spoken, _ in project.asked_languages if PAIR in spoken
    )
    beside = (f"{tag}{PAIR}{project.source.tag}" for tag in alone)
    every = {*alone, *beside, *pairs}
    return frozenset((tag, edition) for tag in every for edition, _ in project.editions)


def tags(project: Project) -> Iterator[str]:
    """The tags of clinic.yaml that are languages."""
    for tag, where in project.languages:
        try:
            yield languages.find(tag, where).tag
        except PolyleafError:
            continue


def _canonical(spoken: str) -> Iterator[str]:
    return (languages.canonical(tag) or tag for tag in spoken.split(PAIR))


def _without_edition(spoken: AskedLanguages, editions: list[Edition]) -> Finding:
    names = ", ".join(edition.name for edition in editions)
    have = "has" if len(editions) == 1 else "have"
    message = f'"{spoken.asked}" is a sheet in two languages, and {names} {have} one'
    hint = "bilingual has two, and so has an edition of your own with `pair = true`"
    where: Where = spoken.where
    return Finding(where, "pair-edition", message, hint, Severity.ERROR, spoken.exit_status)
