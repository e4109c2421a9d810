"""A box that shrinks to fit is measured at its narrowest only if its widest does not fit.

Why: the width of a float, an inline block or a box that is placed by hand is min(max(narrowest,
available), widest), as CSS 2.2 has it in 10.3.5. To find the narrowest, the engine breaks the text
of the box wherever it may break.

What: where the widest fits into what is available, nothing else is measured.

Upstream: docs/upstream/04-shrink-to-fit.md.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout.preferred import max_content_width, min_content_width

from .patch import Patch


def _shrink_to_fit(context: Any, box: Any, available: Any) -> Any:
    widest = max_content_width(context, box, outer=False)
    if widest <= available:
        return widest
    narrowest = min_content_width(context, box, outer=False)
    return min(max(narrowest, available), widest)


PATCHES = tuple(
    Patch(
        f"weasyprint.layout.{module}:shrink_to_fit",
        _shrink_to_fit,
        verified={"70.0": "38ecf6d5c6439df6"},
    )
    for module in ("absolute", "float", "inline", "preferred")
)
