"""A layout that is of no use ends with the page that shows it.

Why: to choose a setting, sheets are laid out in several. Whether one is worse than the best so far
shows on the page whose foot is too blank, and the pages after it take as long as those before.

What: within `watched`, each page is shown as soon as it is laid out, and layout may end there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from .patch import Patch


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page without its margins, as `inspect` asks for it."""

    _page_box: Any


Hopeless = Callable[[list[Any]], bool]
_watching: list[Hopeless] = []


class OfNoUseError(Exception):
    """The layout has ended early."""


@contextmanager
def watched(hopeless: Hopeless) -> Iterator[None]:
    """Raises OfNoUseError once the pages so far are hopeless, if the engine lets it know."""
    _watching.append(hopeless)
    try:
        yield
    finally:
        _watching.pop()


def _make_all_pages(*arguments: Any) -> Iterator[Any]:
    seen: list[Any] = []
    for page in PAGES.original(*arguments):
        yield page
        seen.append(LaidOut(page))
        if _watching and _watching[-1](seen):
            raise OfNoUseError


PAGES = Patch(
    "weasyprint.layout:make_all_pages",
    _make_all_pages,
    verified={"70.0": "155f8a5e2a90c141"},
    relies_on=("weasyprint.layout:layout_document",),
)
PATCHES = (PAGES,)
