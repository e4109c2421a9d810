"""A box, or a sentence that asks to call for help → a callout, and what stood in it beside text."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import known_lines
from .blocks import DocumentBlock, DocumentItem
from .inline_text import ENDS, plain, run_on

LONGEST_HEADING = 60  # characters of a first sentence that may stand above a box
LONGEST_LEAD = 100  # of a line that ends with a colon, above what it leads to
SENTENCE = re.compile(r"(.{2,}?[.!?])\s+(?=\S)", re.DOTALL)
STANDS = ("table", "figure")  # a callout has text alone


def callout(inside: list[DocumentBlock], tone: str = "") -> list[DocumentBlock]:
    """The callout, whose heading is its own or its first short sentence, and what follows it."""
    flat = list(_flat(inside))
    texts = [block for block in flat if block.kind not in STANDS]
    after = [block for block in flat if block.kind in STANDS]
    if not texts:
        return after
    lines = [_text(block) for block in texts]
    made = DocumentBlock("box", notes=[note for block in texts for note in block.notes])
    leads = plain(lines[0]).endswith((":", "：")) and len(lines[0]) <= LONGEST_LEAD
    if texts[0].kind == "heading" or (leads and len(lines) > 1):
        heading, lines = lines[0], lines[1:]
    elif (first := SENTENCE.match(lines[0])) and len(first[1]) <= LONGEST_HEADING:
        heading, lines[0] = first[1].rstrip("."), lines[0][first.end() :]
    else:
        heading = "[add what this box is about]"
    text = " ".join(_ended(line, lines) for line in lines if line) or "[add what it says]"
    urgent = known_lines.is_emergency(f"{heading}: {text}")
    made.text = tone or ("urgent" if urgent else "info")
    made.items = [DocumentItem(plain(heading)), DocumentItem(text)]
    if len(lines) > 1 or any(block.items for block in texts):
        made.notes.append("the lines of this box stand one after another now")
    return [made, *after]


def _flat(blocks: list[DocumentBlock]) -> list[DocumentBlock]:
    """Boxes in a box are of one."""
    found: list[DocumentBlock] = []
    for block in blocks:
        found += _flat(block.inside) if block.kind == "box" else [block]
    return found


def _text(block: DocumentBlock) -> str:
    """What it says, on one line; the items of a list are divided."""
    if block.kind in ("heading", "paragraph"):
        return block.text
    return run_on([text for item in block.items for text in (item.text, *item.below)])


def _ended(line: str, lines: list[str]) -> str:
    """A line that another one follows, with an end."""
    return line if line is lines[-1] or line.rstrip("*").endswith(ENDS) else f"{line}."


def change(block: DocumentBlock, new: Callable[[str], str]) -> None:
    """Each text of a block by another one."""
    block.text = new(block.text)
    for item in block.items:
        item.text, item.below = new(item.text), [new(text) for text in item.below]
    block.rows = [[new(cell) for cell in row] for row in block.rows]
