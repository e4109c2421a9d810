"""The catalog files that a command changes, and how the command went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ... import files
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Where
from ..catalog import Catalog
from ..interface import catalog_in


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file and its new bytes; None if it does not change."""

    path: Path
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Updated:
    """The files that a command has written, and its findings."""

    written: tuple[str, ...]
    unchanged: int
    findings: tuple[Finding, ...]
    corrected: tuple[str, ...] = ()  # source texts that were accepted as corrections


def read(project: Project, path: Path) -> Catalog | None:
    """The catalog in a file; None if there is no file. Raises PolyleafError if it is broken."""
    return catalog_in(project, path) if files.exists(path) else None


def apply(project: Project, steps: Iterable[Callable[[], Iterator[FileChange]]]) -> Updated:
    """Writes the changes of each step. A step with an error leaves its files as they are."""
    findings: list[Finding] = []
    done: list[FileChange] = []
    written: list[str] = []
    for step in steps:
        try:
            changes = list(step())
            written += _write(project, changes)
            done += changes
        except PolyleafError as error:
            findings += error.findings
        except OSError as error:
            where = Where(project.shown(Path(error.filename or project.root)))
            message = f"cannot be written: {error.strerror or error}"
            findings.append(Finding(where, "output-unwritable", message))
    findings += (finding for change in done for finding in change.findings)
    return Updated(
        written=tuple(written),
        unchanged=sum(change.data is None for change in done),
        findings=tuple(sorted(set(findings))),
        corrected=tuple(dict.fromkeys(line for change in done for line in change.corrected)),
    )


def joined(first: Updated, then: Updated) -> Updated:
    """What two rounds have done, of which the second changes files of the first."""
    written = dict.fromkeys((*first.written, *then.written))
    return Updated(
        written=tuple(written),
        unchanged=first.unchanged - len(written) + len(first.written),
        findings=tuple(sorted({*first.findings, *then.findings})),
        corrected=tuple(dict.fromkeys((*first.corrected, *then.corrected))),
    )


def _write(project: Project, changes: Iterable[FileChange]) -> list[str]:
    """Writes each changed file atomically, and returns their names."""
    written = []
    for change in changes:
        if change.data is None:
            continue
        shown = project.shown(change.path)
        if not files.stays_inside(project.root, change.path):
            message = "its folder leads outside the project"
            raise PolyleafError([Finding(Where(shown), "outside-project", message)])
        files.write_atomically(change.path, change.data)
        written.append(shown)
    return written
