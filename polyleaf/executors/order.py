"""The longest jobs first, so that no core waits at the end for one that was begun last."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Leaflet, Task, texts

WEB = 0.05  # of the time that the same sheet takes as a PDF
HAN = {"Hans", "Hant", "Jpan", "Kore"}
SUBSETTING = 1000  # characters that are laid out in the time in which a Han font is cut down


def longest_first(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks by their likely time; equals stay in their order."""
    lengths: dict[int, int] = {}  # by identity: a leaflet is the same for its languages

    def length(leaflet: Leaflet) -> int:
        if id(leaflet) not in lengths:
            lengths[id(leaflet)] = sum(len(text.value) for text in texts(leaflet))
        return lengths[id(leaflet)]

    def weight(task: Task) -> float:
        if task.edition.format == "html":
            return length(task.leaflet) * WEB
        return length(task.leaflet) + SUBSETTING * (task.language.script in HAN)

    return tuple(sorted(tasks, key=weight, reverse=True))
