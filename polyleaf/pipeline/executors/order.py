"""The longest jobs first, so that no core waits at the end for one that was begun last."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.task import Work


def longest_first(tasks: Iterable[Work]) -> tuple[Work, ...]:
    """The tasks by their likely time; equals stay in their order."""
    return tuple(sorted(tasks, key=lambda task: task.weight, reverse=True))
