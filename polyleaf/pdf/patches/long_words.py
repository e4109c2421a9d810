"""A word that is longer than its line ends anywhere, also where an element begins inside it.

Why: WeasyPrint heeds `overflow-wrap` only in the text at the start of a line. A long word that
fits, but whose citation or full stop does not, sticks out of its box.

What: the line ends before the element that is too much; or before the one before it, if otherwise
the next line would begin with a sign that belongs to the end of a line. A line that ends inside a
word without a hyphen is noted on its text box, so that readers of the PDF can join the word.

Upstream: WeasyPrint #1614, #2900; docs/upstream/15-long-words.md.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from .patch import Patch

CLOSING = ("Pe", "Pf", "Po")  # general categories of the signs that no line begins with


def _split_text_box(context: Any, box: Any, *arguments: Any, **named: Any) -> Any:
    """The part of a text that fits; it remembers whether its line ends inside a word."""
    part, resume, preserved = SPLIT.original(context, box, *arguments, **named)
    if part is not None and resume is not None:
        text = box.text.encode()
        around = text[:resume].decode()[-1:] + text[resume:].decode()[:1]
        hyphenated = part.text.endswith(box.style["hyphenate_character"])
        inside = all(unicodedata.category(sign)[0] in "LM" for sign in around)
        known = hyphenated or inline.can_break_text(around, box.style["lang"])
        part.divided = inside and not known
    return part, resume, preserved


def _break_waiting_children(context: Any, block: Any, *arguments: Any) -> Any:
    """Where the next line goes on: the index of a child → where in it; None if the line cannot end.

    The engine's own is asked first.
    """
    found = BREAK.original(context, block, *arguments)
    line_children, kept, waiting = arguments[7:10]
    if found or not waiting or not _may_wrap(block.style):
        return found
    too_much = line_children[-1][1] if line_children else waiting[-1][1]
    while len(waiting) > 1 and _begins_with_closing_sign(too_much):
        too_much = waiting.pop()[1]
    kept.extend(waiting)
    return {waiting[-1][0] + 1: None}


def _may_wrap(style: Any) -> bool:
    return bool(style["white_space"] == "normal" and style["overflow_wrap"] != "normal")


def _begins_with_closing_sign(box: Any) -> bool:
    """Marks of direction in front of the sign do not count."""
    texts = (part.text for part in box.descendants() if isinstance(part, boxes.TextBox))
    kinds = (unicodedata.category(sign) for text in texts for sign in text)
    return next((kind for kind in kinds if kind != "Cf"), "") in CLOSING


SPLIT = Patch(
    "weasyprint.layout.inline:split_text_box",
    _split_text_box,
    verified={"70.0": "8c564329599ef23f"},
)
BREAK = Patch(
    "weasyprint.layout.inline:_break_waiting_children",
    _break_waiting_children,
    verified={"70.0": "addc8165baaf655e"},
    relies_on=("weasyprint.layout.inline:split_inline_box",),
)
PATCHES = (SPLIT, BREAK)
