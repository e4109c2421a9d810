"""The same pages in less time: what WeasyPrint works out and then has no use for.

Every function here returns what WeasyPrint's own returns; tests hold the two against each other.

Deletable at any time; `install` is the only way in.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import absolute, float, inline, preferred


def install() -> None:
    for module in (absolute, float, inline, preferred):
        module.shrink_to_fit = _shrink_to_fit


def _shrink_to_fit(context: Any, box: Any, available: Any) -> Any:
    """min(max(narrowest, available), widest), CSS 2.2, 10.3.5.

    The narrowest is left out where the widest fits: to find it, every word is broken everywhere.
    """
    widest = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return widest
    narrowest = preferred.min_content_width(context, box, outer=False)
    return min(max(narrowest, available), widest)
