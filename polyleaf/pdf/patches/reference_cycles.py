"""What the engine needs to lay a sheet out is freed once the sheet is drawn.

Why: the engine's layout context knows the function that loads pictures, which knows the context;
and a counter in a page's margin keeps a function that writes it anew. So boxes and all styles hang
in reference cycles, which only the garbage collector can free: it takes a multiple of the time that
freeing them at once takes.

What: each layout context is remembered when it is made, and emptied by `break_reference_cycles`.

Upstream: docs/upstream/12-reference-cycles.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .patch import Patch

_open: list[Any] = []


def _context(*arguments: object) -> Any:
    context = CONTEXT.original(*arguments)
    _open.append(context)
    return context


@contextmanager
def break_reference_cycles() -> Iterator[None]:
    """What is laid out within it cannot be laid out again after it."""
    try:
        yield
    finally:
        while _open:
            context = _open.pop()
            context.target_collector.counter_lookup_items.clear()
            vars(context).clear()


CONTEXT = Patch(
    "weasyprint.document:LayoutContext",
    _context,
    verified={"70.0": "6a792a01ee88aacd"},
    relies_on=(
        "weasyprint.document:Document._build_layout_context",
        "weasyprint.formatting_structure.build:build_formatting_structure",
    ),
)
PATCHES = (CONTEXT,)
