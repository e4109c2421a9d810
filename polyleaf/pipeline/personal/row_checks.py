"""Which rows of a batch file may be built, and what is wrong with the others.

Any cell may contain personal data, for example when columns have shifted. So findings give the
place of a cell but never quote it; hints name only the project's own leaflets and editions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from ...content import editions
from ...content.project import Project
from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where, did_you_mean
from ...model.task import Task
from ...translation import asked_languages
from ...translation.asked_languages import AskedLanguages
from .copy_rows import CopyRow, spelled

NO_LANGUAGE = "sheets cannot be set in this language", "use a tag such as en, hi or zh-Hans"
MEANT = {  # by the code of what is wrong: a cell may not be quoted
    "pseudo-locale": ("a pseudo-locale: no personal copy can be in it", ""),
    "pair-form": ("this is no pair of two languages", "write it as ur+hi"),
}


@dataclass
class RowChecker:
    """Checks the rows of one batch file and collects what is wrong with them."""

    project: Project
    findings: list[Finding] = field(default_factory=list)
    refused: set[Where] = field(default_factory=set)  # rows

    def refuse(self, row: Where, findings: Iterable[Finding] = ()) -> None:
        """Do not build this row."""
        self.refused.add(row)
        self.findings += findings

    def accepted(self, rows: Iterable[CopyRow]) -> list[CopyRow]:
        return [row for row in rows if row.where not in self.refused]

    def spelled(self, rows: Iterable[CopyRow]) -> list[CopyRow]:
        """The rows with leaflets and editions as the project writes them: `A4` is a4."""
        leaflets = frozenset(self.project.leaflet_names())
        formats = frozenset(self._editions())

        def as_known(row: CopyRow) -> CopyRow:
            leaflet = replace(row.leaflet, text=spelled(row.leaflet.text, leaflets))
            edition = replace(row.edition, text=spelled(row.edition.text, formats))
            return replace(row, leaflet=leaflet, edition=edition)

        return [as_known(row) for row in rows]

    def check_names(self, rows: Iterable[CopyRow]) -> None:
        """Refuse rows with a leaflet, language or edition that does not exist."""
        leaflets, formats = self.project.leaflet_names(), self._editions()
        for row in rows:
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

    def check_file_names(self, rows: list[CopyRow]) -> None:
        """Refuse rows that would write the same file as another row or as an ordinary sheet."""
        formats = self._editions()
        for _, same in groupby(sorted(rows, key=_file), _file):
            first, *others = same
            for other in others:
                message = "another row has this id for the same leaflet, language and edition"
                hint = f"it is on line {first.where.line}; neither is built"
                self.refuse(first.where)
                finding = Finding(other.id.where, "batch-duplicate", message, hint)
                self.refuse(other.where, [finding])
        for row in rows:
            if f"{row.edition.text}_{row.id.text}" in formats:
                message = "its file would have the name of an ordinary sheet in another edition"
                self.refuse(row.where, [Finding(row.id.where, "batch-id", message, "rename it")])

    def check_values(
        self, tasks: list[tuple[CopyRow, Task]], printed: dict[str, frozenset[str]]
    ) -> None:
        """Refuse columns that no leaflet prints; warn of values that the row's leaflet omits.

        `printed` has the placeholders {copy.…} of each leaflet.
        """
        anywhere = frozenset[str]().union(*printed.values())
        for row, task in tasks:
            for name, where in row.columns:
                if name not in anywhere:
                    message = f"no leaflet of this file prints {{{name}}}"
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


def languages_of(cell: str) -> AskedLanguages:
    """A language or a pair; raises PolyleafError, which quotes the cell."""
    return asked_languages.read(cell, Where(""), ExitStatus.INPUT)[0]


def _language(row: CopyRow) -> Iterator[Finding]:
    cell = row.language
    try:
        languages_of(cell.text)
    except PolyleafError as error:
        message, hint = MEANT.get(error.findings[0].code, NO_LANGUAGE)
        yield Finding(cell.where, error.findings[0].code, message, hint)


def _file(row: CopyRow) -> tuple[str, ...]:
    """Return what names its file, for file systems that ignore case."""
    try:
        tag = languages_of(row.language.text).tag
    except PolyleafError:
        tag = row.language.text
    return tuple(s.casefold() for s in (row.leaflet.text, tag, row.edition.text, row.id.text))
