"""A task → all that its sheet is made from, now that it has been read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import fonts, machine
from ..model import Figure, Task
from ..problems import Finding
from ..state import Digests, Source, of_fonts, of_job


def sources(task: Task, digests: Digests) -> Iterator[Source]:
    """Everything; raises PolyleafError if its fonts cannot be found."""
    yield from of_job(task.job, digests)
    yield Source("due", task.leaflet.review_by.isoformat())
    if task.clinic.logo:
        yield Source("file", task.clinic.logo.name)
    for name in pictures(task):
        yield Source("file", f"content/{name}")
    yield from of_its_fonts(task)


def pictures(task: Task) -> list[str]:
    """The names of a leaflet's pictures, below content/."""
    blocks = (block for section in task.leaflet.sections for block in section.blocks)
    return sorted({block.image.name for block in blocks if isinstance(block, Figure)})


def of_its_fonts(task: Task) -> Iterator[Source]:
    """A web page is drawn by its reader's browser, with the fonts that are there."""
    if task.edition.suffix == ".pdf":
        yield from of_fonts(fonts.FOLDERS, machine.font_files(task.language.families))


def not_as_locked(task: Task, root: Path) -> tuple[Finding, ...]:
    """What fonts.lock says of the fonts that the sheet is drawn with."""
    if task.edition.suffix != ".pdf":
        return ()
    return tuple(fonts.differences(root / fonts.LOCK, task.language.families))
