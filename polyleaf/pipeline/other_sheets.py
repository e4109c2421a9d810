"""Which other sheets of its leaflet a page leads to: itself in other languages, and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .. import languages
from ..model.task import Sibling, Task
from . import formats
from .incremental.siblings import Known, Name
from .plan import PlannedSheet


def planned(sheets: Iterable[PlannedSheet]) -> Iterator[Name]:
    """The names of the sheets that are for patients."""
    for sheet in sheets:
        if sheet.edition.shows == "sheet":
            yield Name(sheet.job.leaflet, sheet.job.language, sheet.edition.name, sheet.file)


def of(task: Task, known: Known, tags: Sequence[str]) -> tuple[Sibling, ...]:
    """The sheets among those `known`, in the order of `tags`, clinic.yaml's languages."""
    if not formats.of(task.edition).leads_on:
        return ()
    found = [
        Sibling(name.file, languages.find(name.language), name.edition)
        for name in known.get(task.job.leaflet, ())
        if _leads(task, name)
    ]
    return tuple(sorted(found, key=lambda each: (tags.index(each.language.tag), each.file)))


def _leads(task: Task, name: Name) -> bool:
    if name.edition == task.job.edition:
        return name.language != task.job.language
    return name.language == task.job.language and name.file.endswith(".pdf")
