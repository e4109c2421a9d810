"""The page's text is remembered as it was written, so that text which layout drops can be found.

Why: a box that may not go on to another page drops what it cannot hold. The engine neither draws it
nor logs it, and no page's tree of boxes has it.

What: the tree of boxes keeps, before layout, what each element's own text is. Every page has a copy
of the tree's root with its attributes; `inspect.clipped_text` compares.

Upstream: WeasyPrint #2798, #2469; docs/upstream/14-dropped-text.md.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

from .patch import Patch

GAP = "\n"  # another element stands there, or a line ends


def texts(box: Any) -> dict[Any, str]:
    """element → its own text, without what style sheets add."""
    found: dict[Any, str] = {}
    waiting = [box]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # absolutely positioned boxes are behind a placeholder
        if isinstance(box, boxes.TextBox):
            if box.element_tag and "::" not in box.element_tag:  # a page's margins have no element
                before = f"{found[box.element]}{GAP}" if box.element in found else ""
                found[box.element] = before + box.text
        elif not box.is_running():
            waiting += reversed(box.children)
    return found


def _build_formatting_structure(*arguments: Any) -> Any:
    root = BUILD.original(*arguments)
    root.written = texts(root)
    return root


BUILD = Patch(
    "weasyprint.document:build_formatting_structure",
    _build_formatting_structure,
    verified={"70.0": "cec02c4844472c92"},
    relies_on=("weasyprint.document:Document._render",),
)
PATCHES = (BUILD,)
