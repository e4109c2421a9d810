"""A table row of more than a third of the page may break, whatever its style says.

Why: `break-inside: avoid` keeps a row whole, and leaves blank what is left of the page. A row that
is taller than a page is broken all the same, but without the table's head on its pages but the
last. CSS cannot say from which height on a row may break.

What: such a row is laid out as if it had no `avoid`: it begins where the row before it ends, and
the head stands on each of its pages.

Upstream: docs/upstream/20-tall-rows.md.
"""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.layout.block import block_container_layout

from .patch import Patch, edited

SHARE = 1 / 3
AVOID = "                if avoid_break:\n                    remove_placeholders("
UNLESS_TALL = AVOID.replace("avoid_break:", "avoid_break and not is_tall(context, row):")


def _is_tall(context: Any, row: Any) -> bool:
    """Whether one of its cells, laid out without an end, is that high. Footnotes would be counted
    twice.
    """
    if context.footnotes:
        return False
    return any(_height(context, cell) > SHARE * context.page_bottom for cell in row.children)


def _height(context: Any, cell: Any) -> float:
    shapes = list(context.excluded_shapes)
    laid_out, *_ = block_container_layout(
        context,
        cell,
        bottom_space=-inf,
        skip_stack=None,
        page_is_empty=True,
        absolute_boxes=[],
        fixed_boxes=[],
        adjoining_margins=None,
        first_letter_style=None,
        first_line_style=None,
        discard=False,
        max_lines=None,
    )
    context.excluded_shapes[:] = shapes
    return float(laid_out.border_height())


TABLE = Patch(
    "weasyprint.layout.block:table_layout",
    edited("weasyprint.layout.table:table_layout", {AVOID: UNLESS_TALL}, is_tall=_is_tall),
    verified={"70.0": "5515842bbf8ddaee"},
    relies_on=("weasyprint.layout.block:block_container_layout",),
)
PATCHES = (TABLE,)
