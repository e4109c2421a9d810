"""Which way pdfium reads a line, where a page has lines of both directions beside each other.

In a document of one direction it takes all lines for lines of that direction, by the document's
viewer preferences; without these it looks at the letters of each line. A page whose halves differ
says so: `--reads` is `ltr` or `rtl` for the lines in an element.
"""

from __future__ import annotations

from typing import Any


def stated(style: Any) -> str:
    """The value of `--reads`; empty if none is set. Pictures have no such properties."""
    try:
        tokens = style["__reads"]
    except KeyError:
        return ""
    values = (getattr(token, "value", None) for token in tokens or ())
    return next((value for value in values if value in ("ltr", "rtl")), "")


def is_right_to_left(style: Any) -> bool:
    """Whether pdfium will take a line in this style for one from right to left."""
    if said := stated(style):
        return said == "rtl"
    root = getattr(style, "root_style", None)  # a picture has none
    return root is not None and root["direction"] == "rtl"
