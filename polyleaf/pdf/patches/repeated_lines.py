"""A line that is set again, as it was set before, is not shaped again.

Why: to balance columns the engine lays their content out several times, a table cell is measured
before it is laid out, what does not fit on a page is laid out again on the next, and all of a sheet
in each setting that is tried. Each time it has Pango break and shape the same text for the same
width.

What: what `split_first_line` answered is remembered within one sheet (`remembered`), or else one
layout, for all styles that set text alike: the space between lines, say, is not asked for. The
answer holds a Pango layout, which is drawn as it is; a text that is cut short with an ellipsis gets
a layout of its own before, since the ellipsis is written into it.

Upstream: docs/upstream/18-repeated-lines.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from .patch import Patch

# What the engine looks at to break and shape text: `text.line_break`, `text.fonts`.
PROPERTIES = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
_sheets: list[dict[Any, Any]] = []


@contextmanager
def remembered() -> Iterator[None]:
    """All layouts within it are of one sheet."""
    _sheets.append({})
    try:
        yield
    finally:
        _sheets.pop()


def _split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: Any,
    justification_spacing: Any,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """(layout, length, where the next line begins, width, height, baseline) of a line of text."""
    question = (max_width, justification_spacing, is_line_start, minimum)
    if context is None:  # inside a picture
        return SPLIT.original(text, style, context, *question)
    lines = _sheets[-1] if _sheets else vars(context).setdefault("repeated_lines", {})
    key = (text, _setting(style), *question)
    if key not in lines:
        lines[key] = SPLIT.original(text, style, context, *question)
    return lines[key]


def _setting(style: Any) -> str:
    """How a style sets text; the style keeps it."""
    if (known := style.__dict__.get("text_setting")) is None:
        known = style.text_setting = repr([style[name] for name in PROPERTIES])
    return str(known)


def _draw_text(stream: Any, box: Any, offset_x: Any, overflow: str, *ellipsis: Any) -> None:
    if overflow == "ellipsis" or ellipsis != ("none",):
        box.pango_layout = copy(box.pango_layout)
        box.pango_layout.setup(box.style)
        box.pango_layout.set_text(box.pango_layout.text)
    DRAW.original(stream, box, offset_x, overflow, *ellipsis)


SPLIT, MEASURE = (
    Patch(
        f"weasyprint.layout.{module}:split_first_line",
        _split_first_line,
        verified={"70.0": "44d81937ac121781"},
        relies_on=(
            "weasyprint.text.line_break:Layout",
            "weasyprint.text.line_break:first_line_metrics",
        ),
    )
    for module in ("inline", "preferred")
)
DRAW = Patch(
    "weasyprint.draw:draw_text",
    _draw_text,
    verified={"70.0": "e422cd880410e990"},
    relies_on=("weasyprint.draw.text:draw_first_line",),
)
PATCHES = (SPLIT, MEASURE, DRAW)
