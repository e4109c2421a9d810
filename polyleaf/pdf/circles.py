"""What the engine needs to lay a sheet out, let go once it is drawn.

Its context knows the way to pictures, which knows the context; and a counter in a page's margin
remembers how to write itself anew. So the whole tree of boxes and all styles hang in circles, which
only a search for garbage would undo, in a multiple of the time that it takes to let them go.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import document as engine
from weasyprint.layout import LayoutContext

_open: list[LayoutContext] = []


class Context(LayoutContext):  # type: ignore[misc]
    """The engine's own, which is found again."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        _open.append(self)


def install() -> None:
    engine.LayoutContext = Context


@contextmanager
def let_go() -> Iterator[None]:
    """What is laid out within it cannot be laid out again after it."""
    try:
        yield
    finally:
        while _open:
            context = _open.pop()
            context.target_collector.counter_lookup_items.clear()
            vars(context).clear()
