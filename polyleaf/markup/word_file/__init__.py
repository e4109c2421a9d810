"""A page → a document of Word (ISO/IEC 29500-1), to be printed elsewhere or edited by hand.

word_document   the document: paper, properties, the foot of each page
word_styles     its headings, lists and boxes as styles, in the letters of the language
word_flow       blocks, from the top of the page to its end
word_inline     texts, links and citations → runs
word_lists      markers of lists
word_grids      tables, and boxes, which are tables of one cell
word_pictures   pictures with what they say
open_xml        elements, and archives without the time
"""

from __future__ import annotations

from ...model.sheet import Language
from ..plain_text import dom
from .word_properties import WordProperties

__all__ = ["WordProperties", "word_file"]


def word_file(document: str, language: Language, about: WordProperties) -> bytes:
    """The page of a sheet in `language` as .docx; the same page gives the same bytes."""
    from . import word_document  # python-docx loads slowly

    return word_document.written(dom.body(document, pictures=True), language, about)
