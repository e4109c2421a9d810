"""Which rows of a batch file may be built, and what is wrong with the others.

Whatever stands in a cell may be about a person, be it only that columns have slipped. So nothing
of a row is told but its place; of the project's own names, those that are meant perhaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from ... import languages
from ...content import editions
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Severity, Where, did_you_mean
from ...model.task import Task
from .copy_rows import CopyRow


@dataclass
class RowChecker:
    """Takes the rows of one batch file, and keeps what is wrong with them."""

    project: Project
    findings: list[Finding] = field(default_factory=list)
    refused: set[Where] = field(default_factory=set)  # rows

    def refuse(self, row: Where, findings: Iterable[Finding] = ()) -> None:
        """Nothing of this row is built."""
        self.refused.add(row)
        self.findings += findings

    def left(self, asked: Iterable[CopyRow]) -> list[CopyRow]:
        return [row for row in asked if row.where not in self.refused]

    def look_up(self, asked: Iterable[CopyRow]) -> None:
        """Refuses rows that ask for a leaflet, language or edition that is not there."""
        leaflets, formats = self.project.leaflet_names(), self._editions()
        for row in asked:
            wrong = [*_language(row)]
            for cell, known, kind in (
                (row.leaflet, leaflets, "leaflet"),
                (row.edition, formats, "edition"),
            ):
                if cell.text not in known:
                    message, hint = f"there is no such {kind}", did_you_mean(cell.text, known)
                    wrong.append(Finding(cell.where, f"{kind}-unknown", message, hint))
            if wrong:
                self.refuse(row.where, wrong)

    def tell_apart(self, asked: list[CopyRow]) -> None:
        """Refuses rows that would write the same file: nobody knows which of them is meant."""
        formats = self._editions()
        for _, same in groupby(sorted(asked, key=_file), _file):
            first, *others = same
            for other in others:
                message = "another row has this id for the same leaflet, language and edition"
                hint = f"it is on line {first.where.line}; neither is built"
                self.refuse(first.where)
                finding = Finding(other.id.where, "batch-duplicate", message, hint)
                self.refuse(other.where, [finding])
        for row in asked:
            if f"{row.edition.text}_{row.id.text}" in formats:
                message = "its file would have the name of an ordinary sheet in another edition"
                self.refuse(row.where, [Finding(row.id.where, "batch-id", message, "rename it")])

    def compare(
        self, tasks: list[tuple[CopyRow, Task]], printed: dict[str, frozenset[str]]
    ) -> None:
        """Refuses columns that no leaflet prints; tells of values that their own does not print.

        `printed` has the placeholders {copy.…} of each leaflet.
        """
        anywhere = frozenset[str]().union(*printed.values())
        for row, task in tasks:
            for name, where in row.columns:
                if name not in anywhere:
                    message = f"no leaflet of this file holds {{{name}}}"
                    hint = did_you_mean(name, anywhere)
                    self.refuse(row.where, [Finding(where, "batch-column", message, hint)])
            for value in row.values:
                if value.name in anywhere - printed[task.leaflet.name]:
                    message = f"{task.leaflet.name} does not print {{{value.name}}}"
                    finding = Finding(
                        value.where, "batch-unused", message, severity=Severity.WARNING
                    )
                    self.findings.append(finding)

    def _editions(self) -> list[str]:
        return editions.names(self.project.template_roots)


def _language(row: CopyRow) -> Iterator[Finding]:
    cell = row.language
    try:
        language = languages.find(cell.text)
    except PolyleafError as error:
        message, hint = "no sheet can be set in such a language", "such as en, hi or zh-Hans"
        yield Finding(cell.where, error.findings[0].code, message, hint)
    else:
        if language.pseudo:
            message = f"{language.tag} is no language: nobody's copy can be in it"
            yield Finding(cell.where, "pseudo-locale", message)


def _file(row: CopyRow) -> tuple[str, ...]:
    """What names its file, where capitals do not tell two names apart."""
    try:
        tag = languages.find(row.language.text).tag
    except PolyleafError:
        tag = row.language.text
    return tuple(s.casefold() for s in (row.leaflet.text, tag, row.edition.text, row.id.text))
