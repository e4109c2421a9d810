"""What a document is made of, whatever program wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...pictures import DRAWINGS, PHOTOGRAPHS

Kind = Literal["heading", "paragraph", "list", "steps", "terms", "table", "figure", "box", "note"]


@dataclass(slots=True)
class Picture:
    """A picture of the document; `data` is empty if it lies elsewhere, at `address`."""

    data: bytes
    suffix: str
    alt: str
    address: str = ""

    @property
    def can_be_drawn(self) -> bool:
        """Whether it is here, and of a kind that sheets can have."""
        return bool(self.data) and self.is_known

    @property
    def is_known(self) -> bool:
        return f".{self.suffix}" in (*DRAWINGS, *PHOTOGRAPHS)


@dataclass(slots=True)
class DocumentItem:
    """An item of a list, a step, or a term with what it means as its first item below."""

    text: str
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DocumentBlock:
    """`text` and all items and cells are inline text of ours; `notes` say what is left to do.

    A "note" is nothing but these, and the notes below a page, each an item with its id.
    """

    kind: Kind
    text: str = ""
    level: int = 0  # of a heading, from 1; the number of a step that was typed
    items: list[DocumentItem] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    picture: Picture | None = None
    inside: list[DocumentBlock] = field(default_factory=list)  # of a box
    typed: str = ""  # the line, if an item was typed as a paragraph
    notes: list[str] = field(default_factory=list)
