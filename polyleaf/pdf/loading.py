"""The engine's system libraries, found by their names."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Within it, no search is made for a library whose name the loader does not know.

    WeasyPrint tries the names that libraries have on other systems first. For each of these that
    is not there, ctypes runs ldconfig and a compiler: a quarter of a second for all. On Linux the
    loader finds what is there by the last name that is tried, its soname.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _unknown
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _unknown(name: str) -> str | None:
    return None
