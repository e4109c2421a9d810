"""The engine without some of what Polyleaf replaces in it, to compare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from polyleaf.pdf import patches


@contextmanager
def without(*names: str) -> Iterator[None]:
    found = [patch for name in names for patch in patches.patches(name) if patch.is_installed]
    for patch in found:
        patch.remove()
    try:
        yield
    finally:
        for patch in found:
            patch.install()
