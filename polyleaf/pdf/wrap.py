"""A word that is longer than its line ends anywhere, also where an element begins inside it.

WeasyPrint heeds `overflow-wrap` only in the text at the start of a line: a long word that fits, but
whose citation or full stop does not, sticks out of its box. Here the line then ends before the
element that is too much; before the one before it, if that leaves a sign at the start of a line
which belongs to its end.

What ends inside a word without a hyphen is noted, so that readers of the PDF can join it.

Deletable when WeasyPrint does so itself; `install` is the only way in.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

CLOSING = ("Pe", "Pf", "Po")  # general categories of what no line starts with


def install() -> None:
    inline._break_waiting_children = _break
    inline.split_text_box = _split


_break_own = inline._break_waiting_children
_split_own = inline.split_text_box


def _split(context: Any, box: Any, *arguments: Any, **named: Any) -> Any:
    """The part of a text that fits; it remembers whether its line ends inside a word."""
    part, resume, preserved = _split_own(context, box, *arguments, **named)
    if part is not None and resume is not None:
        text = box.text.encode()
        around = text[:resume].decode()[-1:] + text[resume:].decode()[:1]
        hyphenated = part.text.endswith(box.style["hyphenate_character"])
        inside = all(unicodedata.category(sign)[0] in "LM" for sign in around)
        known = hyphenated or inline.can_break_text(around, box.style["lang"])
        part.divided = inside and not known
    return part, resume, preserved


def _break(context: Any, block: Any, *arguments: Any) -> Any:
    """Where to go on in the next line: index of a child → where in it; nothing if nowhere."""
    found = _break_own(context, block, *arguments)
    line_children, kept, waiting = arguments[7:10]
    if found or not waiting or not _may_wrap(block.style):
        return found
    too_much = line_children[-1][1] if line_children else waiting[-1][1]
    while len(waiting) > 1 and _closes(too_much):
        too_much = waiting.pop()[1]
    kept.extend(waiting)
    return {waiting[-1][0] + 1: None}


def _may_wrap(style: Any) -> bool:
    return bool(style["white_space"] == "normal" and style["overflow_wrap"] != "normal")


def _closes(box: Any) -> bool:
    """Whether it starts with such a sign; a mark of direction in front of it is no letter."""
    texts = (part.text for part in box.descendants() if isinstance(part, boxes.TextBox))
    kinds = (unicodedata.category(sign) for text in texts for sign in text)
    return next((kind for kind in kinds if kind != "Cf"), "") in CLOSING
