"""Which other sheets of its leaflet a page leads to: itself in other languages, and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .. import languages
from ..model.jobs import PAIR
from ..model.task import Sibling, Task
from . import formats
from .incremental.siblings import Known, Name
from .plan import PlannedSheet

LEADS_TO = (".pdf", ".txt")  # besides the same page in other languages


def planned(sheets: Iterable[PlannedSheet]) -> Iterator[Name]:
    """The names of the sheets that are for patients."""
    for sheet in sheets:
        if sheet.edition.shows == "sheet":
            yield Name(sheet.job.leaflet, sheet.job.language, sheet.edition.name, sheet.file)


def of(task: Task, known: Known, tags: Sequence[str]) -> tuple[Sibling, ...]:
    """The sheets among those `known`, in the order of `tags`, clinic.yaml's languages."""
    if not formats.of(task.edition).leads_on:
        return ()
    found = [_sibling(name) for name in known.get(task.job.leaflet, ()) if _leads(task, name)]
    return tuple(sorted(found, key=lambda each: (tags.index(each.language.tag), each.file)))


def _sibling(name: Name) -> Sibling:
    first, *beside = map(languages.find, name.language.split(PAIR))
    return Sibling(name.file, first, name.edition, *beside)


def _leads(task: Task, name: Name) -> bool:
    """To a pair only from the page in its reader's language."""
    if name.edition == task.job.edition:
        return name.language != task.job.language
    return name.language.split(PAIR)[0] == task.job.tags[0] and name.file.endswith(LEADS_TO)
