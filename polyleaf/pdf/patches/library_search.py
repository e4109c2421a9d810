"""The engine's system libraries are found by their names, without a search.

Why: WeasyPrint tries the names that libraries have on other systems first. For each of these that
is not there, ctypes runs ldconfig and a compiler: a quarter of a second for all. On Linux the
loader finds what is there by the last name that is tried, its soname.

What: while the engine is loaded, `ctypes.util.find_library` finds nothing. Python's own function is
replaced, and for that time only, so there is no version to verify.

Upstream: WeasyPrint #1125; docs/upstream/02-library-search.md.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_library_search() -> Iterator[None]:
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(name: str) -> str | None:
    return None
