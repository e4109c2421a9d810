"""A page → plain text, for messages and records.

dom          the page as a tree, and what of it no text has
words        an element's inline content → one line
text_blocks  paragraphs, headings, lists: the order of a page
text_tables  tables and forms → "column: value"
labels       numbers of lists, names with their colon
passage      one paragraph, heading or item → its lines
"""

from ...model.sheet import Language
from . import dom, text_blocks

__all__ = ["plain_text"]


def plain_text(document: str, language: Language, width: int) -> str:
    """The text of an HTML document in `language`, in lines of `width` columns; 0: unbroken lines.

    It is in Unicode's composed form (NFC), has no blanks at the ends of lines, and ends with a
    line break.
    """
    return text_blocks.written(dom.body(document), language, width)
