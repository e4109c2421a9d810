"""The height of an empty line is computed once for each style.

Why: the engine asks for it at each text box and each line, and builds a long key each time
to look it up.

What: the style remembers the result.

Upstream: docs/upstream/05-strut.md.
"""

from __future__ import annotations

from typing import Any

from .patch import Patch


def _strut(style: Any) -> Any:
    """(height, baseline) of a line with nothing in it."""
    if (known := style.__dict__.get("strut")) is None:
        known = style.strut = STRUT.original(style)
    return known


STRUT = Patch("weasyprint.layout.inline:strut", _strut, verified={"70.0": "b57885b70dd08efe"})
PATCHES = (STRUT,)
