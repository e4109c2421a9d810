"""The texts of a document in reading order, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...content.documents.blocks import DocumentBlock

TextKind = Literal["heading", "paragraph", "item", "picture"]
HEADINGS = ("title", "subtitle", "heading", "question", "term", "option", "zone-name", "column")
ITEMS = ("list-item", "step", "key-point", "benefit", "risk", "unknown", "table-cell", "ask-back")
PICTURES = ("figure-alt", "step-alt", "picture-text")
# Whole texts in bold, and the number of a section, are the look of the document.
BOLD = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*", re.DOTALL)
SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.):．、]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """`number` is that of its block in the document, from 1; `text` is inline text of ours."""

    number: int
    kind: TextKind
    text: str


def kind_of(context: str) -> TextKind:
    """What a message should be in a document, by its msgctxt."""
    role = context.rpartition("/")[2]
    if role in PICTURES:
        return "picture"
    if role.endswith(HEADINGS):
        return "heading"
    return "item" if role in ITEMS else "paragraph"


def texts_of(blocks: Iterable[DocumentBlock]) -> tuple[DocumentText, ...]:
    return tuple(
        DocumentText(number, kind, text)
        for number, block in enumerate(blocks, 1)
        for kind, raw in _texts(block)
        if (text := _plain_look(raw, kind)) and any(map(str.isalnum, text))
    )


def _texts(block: DocumentBlock) -> Iterator[tuple[TextKind, str]]:
    if block.picture is not None:
        yield "picture", block.picture.alt
        yield "paragraph", block.text
        return
    if block.kind != "steps":
        yield ("heading" if block.kind == "heading" else "paragraph"), block.text
    for item in block.items:
        yield ("heading" if block.kind == "terms" else "item"), item.text
        for text in item.below:
            yield "item", text
    for row in block.rows:
        for cell in row:
            yield "item", cell
    for inside in block.inside:
        yield from _texts(inside)


def _plain_look(raw: str, kind: TextKind) -> str:
    text = raw.strip()
    if not BOLD.sub("", text).strip():
        text = BOLD.sub(r"\1", text)
    if kind == "heading":
        text = SECTION_NUMBER.sub("", text, count=1) or text
    return " ".join(text.split())
