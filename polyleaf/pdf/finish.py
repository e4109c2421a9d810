"""What the document says about itself and its words, beyond what the engine writes."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from . import metadata, nested_lists
from .patches import font_subset
from .text import order
from .text.clusters import LAYOUT, MARKS

SPACE = " "
# What no reader takes for a number (ISO 32000-1, 7.3.3), and none draws where it should be.
NO_NUMBER = re.compile(rb"(?<![\w/<.])-?(?:nan|inf|\d{11,})(?![\w>])")


def finish(document: Any, pdf: Any) -> None:
    """A finisher for `write_pdf`: the tag tree and the catalog are there, nothing is written."""
    _find_wrong_numbers(pdf)
    _set_direction(document, pdf)
    _set_line_texts(document, pdf)
    nested_lists.nest(pdf)
    _set_link_contents(document)
    font_subset.name_outlines(pdf)
    metadata.declare(pdf)


def _find_wrong_numbers(pdf: Any) -> None:
    """Logs numbers that are none: at the first of them a reader may stop drawing, in silence."""
    for stream in pdf.objects:
        if isinstance(stream, Stream):
            drawn = b" ".join(map(pydyf._to_bytes, stream.stream))
            if found := NO_NUMBER.search(drawn):
                number = found[0][:12].decode()
                logging.getLogger("weasyprint").error(
                    "a picture or a length in the style sheet comes to %s, which a PDF cannot hold",
                    number,
                )


def _set_direction(document: Any, pdf: Any) -> None:
    """Pages of a right-to-left document turn the other way (ISO 32000-1, 12.2).

    Of a page with halves of both directions nothing is said: see `text.order`.
    """
    style = document.pages[0]._page_box.style
    if style["direction"] == "rtl" and not order.stated(style):
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"


def _set_line_texts(document: Any, pdf: Any) -> None:
    """Gives right-to-left lines their text in the order of reading (ISO 32000-1, 14.9.4).

    On the page their glyphs stand in the order of the paper, from the left, where readers that know
    nothing of tags expect them. `patches.readable_text` remembered the texts.
    """
    texts = {
        stream.reference: stream.line_texts
        for stream in pdf.objects
        if hasattr(stream, "line_texts")
    }
    if not texts:
        return
    ends = {id(end) for page in document.pages for end in _line_ends(page._page_box)}
    pages = {
        entry.reference: texts[entry["Contents"]]
        for entry in pdf.objects
        if _is(entry, "/Page") and entry["Contents"] in texts
    }
    for element in pdf.objects:
        if _is(element, "/StructElem") and (lines := pages.get(element.get("Pg"))):
            found = [lines[kid] for kid in element["K"] if isinstance(kid, int) and kid in lines]
            if found:
                text = "".join(text + SPACE * (id(box) in ends) for box, text in found)
                element["ActualText"] = pydyf.String(text)


def _set_link_contents(document: Any) -> None:
    """Gives each link words that say where it leads (ISO 14289-1, 7.18.5): its title, or its text.

    The engine gives it the address, which is source-1 for a citation.
    """
    for page in document.pages:
        for *_, box in page.links:
            element = box.element
            words = element.get("title") or "".join(element.itertext())
            words = " ".join(words.translate(LAYOUT | MARKS).split())
            if words and box.link_annotation is not None:  # else it leads nowhere
                box.link_annotation["Contents"] = pydyf.String(words)


def _is(entry: Any, kind: str) -> bool:
    return isinstance(entry, pydyf.Dictionary) and entry.get("Type") == kind


def _line_ends(box: Any) -> Iterator[Any]:
    """The last text box of each line below `box`: the space between words after it is gone."""
    if isinstance(box, boxes.LineBox):
        texts = [part for part in box.descendants() if isinstance(part, boxes.TextBox)]
        yield from texts[-1:]
    for child in getattr(box, "children", ()):
        yield from _line_ends(child)
