"""The files of the output folder, written whole or not at all."""

from __future__ import annotations

import errno
from dataclasses import replace

from .. import files
from ..content.project import Project
from ..model.findings import Finding, Severity, Where
from ..model.task import Outcome


def write(project: Project, outcome: Outcome) -> Outcome:
    """The outcome, its file written; what cannot be written has failed, and the old file stays."""
    if outcome.data is None:
        return outcome
    mode = 0o600 if outcome.task.copy else 0o666  # a personal copy is for the person who prints it
    others = ((other.name, other.data) for other in outcome.others)
    for name, data in ((outcome.file, outcome.data), *others):
        path = project.output / name
        if not files.stays_inside(project.output, path):
            message, where = (
                "its folder leads outside the output folder",
                Where(project.shown(path)),
            )
            return _failed(outcome, Finding(where, "outside-project", message))
        try:
            files.write_atomically(path, data, mode)
        except OSError as error:
            return _failed(outcome, unwritable(project, name, error))
    return outcome


def _failed(outcome: Outcome, finding: Finding) -> Outcome:
    return replace(outcome, data=None, others=(), findings=(*outcome.findings, finding))


def unwritable(project: Project, file: str, error: OSError) -> Finding:
    """A file of the output folder could not be written."""
    where = Where(project.shown(project.output / file))
    message = f"cannot be written: {error.strerror or error}"
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    hint = f"{'make room, or ' if full else ''}name another folder with --output"
    return Finding(where, "output-unwritable", message, hint)


def damaged_rows(project: Project, file: str, count: int) -> Finding:
    """Rows of the manifest that a build did not write, or that were damaged since."""
    where = Where(project.shown(project.output / file))
    rows = "a row of it is" if count == 1 else f"{count} rows of it are"
    message = f"{rows} not as Polyleaf writes them, and left out of the page to choose from"
    hint = "build without names and options once; then every sheet is listed again"
    return Finding(where, "manifest-damaged", message, hint, Severity.WARNING)
