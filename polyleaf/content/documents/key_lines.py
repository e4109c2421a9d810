"""Lines of a document that are keys of a leaflet: dates, authors, a subtitle, notes of a page."""

from __future__ import annotations

from . import known_lines
from .blocks import DocumentBlock, DocumentItem
from .html_blocks import SUBTITLE
from .leaflet_parts import Parts

MONTH_FIRST = ("US", "PH", "CA")
LONGEST_LINE = 120  # characters of a paragraph that may say a date or an author
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
    if _key(bare, parts, country in MONTH_FIRST):
        parts.lines.append(bare)
        return True
    if known_lines.REVIEWED.fullmatch(bare):
        block.notes.append("reviewed_by has who reviewed it, with their work and the day")
    return False


def _key(line: str, parts: Parts, month_first: bool) -> bool:
    if (found := known_lines.REVIEW.fullmatch(line)) and parts.review_by is None:
        parts.review_by = known_lines.day(found[1], month_first=month_first)
        return parts.review_by is not None
    if (found := known_lines.PUBLISHED.fullmatch(line)) and parts.published is None:
        parts.published = known_lines.day(found[1], month_first=month_first)
        if parts.published is not None:
            return True
    if (found := known_lines.AUTHOR.fullmatch(line)) and not parts.written_by:
        parts.written_by = found[1]
        return True
    return False
