"""A text, its translation and where both come from: what a translation memory is made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..catalog import Entry

# Not `\s`: a no-break space is the author's choice.
BLANKS = re.compile(r"[ \t\r\n]+")
LINK = re.compile(r"\[([^\[\]@]*)\]\([^()\s]*\)")
MARKUP = re.compile(r"\*+|\s*\[@[^\[\]]*\]|\{[^{}]*\}|</?\d{1,2}>")


class TextPair(NamedTuple):
    """A source text and its translation; `origin` names the file as a comment has it."""

    source: str
    target: str
    origin: str
    context: str | None = None
    distance: int = 0  # how far the language of the file is from the one that is wanted
    method: str | None = None  # of the catalog that it is in, as its header says
    # The message, if nothing needs it in its own catalog any more: it may go on elsewhere.
    free: Entry | None = None


def key(text: str) -> str:
    """What texts share that are the same but for spaces and line ends."""
    return BLANKS.sub(" ", text).strip()


def bare(text: str) -> str:
    """What texts share that are the same but for markup too: tools drop it, or write it as tags."""
    return key(MARKUP.sub("", LINK.sub(r"\1", text)))
