"""Text that layout put on a page, and a reader of PDF does not find in the file.

The file is read back by PDFium, which reads PDF in many browsers and shares no code with what wrote
it. A number that is none, say, ends a page's drawing for most readers, in silence.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2
from weasyprint.formatting_structure import boxes

from .box_tree import EXCERPT

# Readers drop hyphens at the ends of lines; these are also how PDFium says so.
HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\x02\ufffe")
# General categories (Unicode, 4.5) of what readers agree about. In a line from right to left PDFium
# reads R for ® and ℞, = for ≠, 1/2 for ½. A page that lost its end has lost letters too.
AGREED = frozenset({"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Mn", "Nd", "Nl", "Pc", "Pd", "Po"})


def unread(pages: list[Any], data: bytes) -> Iterator[tuple[int, str]]:
    """(page, the beginning of what is lost on it), pages from 1, of pages that lack letters."""
    try:
        found = _texts(data)
    except pypdfium2.PdfiumError as error:
        yield 1, str(error)
        return
    for number, page in enumerate(pages, 1):
        read = _letters(found[number - 1]) if number <= len(found) else Counter()
        drawn = [
            box
            for box in page._page_box.descendants()
            if isinstance(box, boxes.TextBox) and box.style["visibility"] == "visible"
        ]
        read -= _letters("".join(box.text for box in drawn if _is_off(box, page)))
        written = [box.text for box in drawn]
        if _letters("".join(written)) - read:
            yield number, _first_lost(written, read)


def _is_off(box: Any, page: Any) -> bool:
    """Whether no part of the text is on the paper; a reader may find it all the same."""
    across = -box.width <= box.position_x <= page.width
    return not (across and -box.height <= box.position_y <= page.height)


def _texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _letters(text: str) -> Counter[str]:
    """How often each sign occurs. Its order is not the page's: readers follow lines or tags.

    A mark that stands twice on a letter counts once, as PDFium takes two signs in one place for
    one that was drawn bold by hand.
    """
    kept = "".join(sign for sign in text if unicodedata.category(sign) in AGREED)
    signs = unicodedata.normalize("NFKD", kept)
    return Counter(
        sign
        for before, sign in pairwise(f" {signs}")
        if unicodedata.category(sign) in AGREED
        and sign not in HYPHENS
        and not (sign == before and unicodedata.category(sign) == "Mn")
        and not _is_lost_by_pdfium(sign)
    )


def _is_lost_by_pdfium(sign: str) -> bool:
    """At the start of words of Adlam, Rohingya and others beyond the BMP; other readers find it."""
    return sign > "\uffff" and unicodedata.bidirectional(sign) in ("R", "AL")


def _first_lost(written: list[str], read: Counter[str]) -> str:
    left = Counter(read)
    for place, text in enumerate(written):
        left.subtract(_letters(text))
        if any(count < 0 for count in left.values()):
            return " ".join("".join(written[place:]).split())[:EXCERPT]
    return ""
