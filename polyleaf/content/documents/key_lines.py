"""Lines of a document that are keys of a leaflet: dates, authors, a subtitle, notes of a page."""

from __future__ import annotations

import re

from . import known_lines
from .blocks import DocumentBlock, DocumentItem
from .html_blocks import SUBTITLE
from .leaflet_parts import Parts

MONTH_FIRST = ("US", "PH", "CA")
LONGEST_LINE = 120  # characters of a paragraph that may say a date or an author
DIVIDED = re.compile(r"\s*[|•·\t]\s*|\s{3,}")  # lines that say several things beside each other
BELOW_PAGE = "it was a note below a page: if it is no source, say it in the text"


def taken(block: DocumentBlock, parts: Parts, country: str) -> bool:
    """Take a line that is a key of the leaflet and nothing else; false for any other."""
    if block.kind == "note" and block.items:
        for item in block.items:
            parts.sources.append(DocumentItem(item.text, [*item.below, BELOW_PAGE]))
        return True
    if block.kind != "paragraph" or len(block.text) > LONGEST_LINE:
        return False
    if block.level == SUBTITLE and not parts.subtitle:
        parts.subtitle = block.text
        return True
    bare = " ".join(block.text.translate(known_lines.MARKS).split())
    if _keys(bare, parts, country in MONTH_FIRST):
        parts.lines.append(bare)
        return True
    if known_lines.REVIEWED.fullmatch(bare):
        block.notes.append("reviewed_by has who reviewed it, with their work and the day")
    return False


def from_around(text: str, parts: Parts, country: str) -> None:
    """Take the dates that a header or a footer says, where the text itself says none."""
    for piece in DIVIDED.split(text):
        if _day(" ".join(piece.split()), parts, country in MONTH_FIRST):
            parts.lines.append(piece)


def _keys(line: str, parts: Parts, month_first: bool) -> bool:
    """Take the dates and the author of a line; true if it says nothing else."""
    rest = [piece for piece in DIVIDED.split(line) if not _day(piece, parts, month_first)]
    authors = [found for piece in rest if (found := known_lines.AUTHOR.fullmatch(piece))]
    if len(authors) < len(rest) or len(authors) > 1 or (authors and parts.written_by):
        return False
    parts.written_by = authors[0][1] if authors else parts.written_by
    return True


def _day(text: str, parts: Parts, month_first: bool) -> bool:
    if (found := known_lines.REVIEW.fullmatch(text)) and parts.review_by is None:
        parts.review_by = known_lines.day(found[1], month_first=month_first)
        return parts.review_by is not None
    if (found := known_lines.PUBLISHED.fullmatch(text)) and parts.published is None:
        parts.published = known_lines.day(found[1], month_first=month_first)
        return parts.published is not None
    return False
