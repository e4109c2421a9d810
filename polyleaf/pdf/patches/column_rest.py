"""What follows a balanced part of columns, or a wide block that breaks, is not lost.

Why: text is balanced before a block with `column-span: all`, by columns that grow until all fits.
If they have grown beyond the page by the last step, or fill it to the last line, the engine takes
the page for full: the wide block and all that follows is on no page. And a wide block that goes on
on the next page begins there with another child, or the engine crashes.

What: columns that end at the page's end hold all their text, since that fitted before they were
balanced, and layout goes on after them. The place where a wide block goes on is kept apart from
those of columns. What `_column_tries` has changes the same function.

Upstream: WeasyPrint #984, #1604; docs/upstream/19-column-rest.md.
"""

from __future__ import annotations

from . import _column_tries
from .patch import Patch, edited

TARGET = "weasyprint.layout.block:columns_layout"
OVERSHOT = """\
                    height = max_height
                    stop_rendering = True
                    break
"""
AT_THE_END = """\
                    height = max_height
                    break
"""
WIDE = """\
                    context, block, original_bottom_space, skip_stack, containing_block,
"""
WIDE_FROM = """\
                    context, block, original_bottom_space,
                    skip_stack and skip_stack[0], containing_block,
"""
GOES_ON = """\
                column_skip_stack = resume_at
                break
            page_is_empty = False
"""
GOES_ON_APART = GOES_ON.replace("= resume_at", "= {0: resume_at}")
FULL = """\
                    # let the columns continue on the next page
                    stop_rendering = True
"""
FULL_IF_MORE = FULL.replace("True", "column_skip_stack is not None")
FITS = "max(consumed_heights) <= max_height)"
FITS_NEARLY = "max(consumed_heights) <= max_height + 0.01)"

COLUMNS = Patch(
    TARGET,
    edited(
        "weasyprint.layout.column:columns_layout",
        {
            OVERSHOT: AT_THE_END,
            FULL: FULL_IF_MORE,
            FITS: FITS_NEARLY,
            WIDE: WIDE_FROM,
            GOES_ON: GOES_ON_APART,
            **_column_tries.CHANGES,
        },
    ),
    verified={"70.0": "7a05cce3272fc581"},
)
PATCHES = (COLUMNS,)
