"""What the document says of itself, and of its words, beyond what the engine writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from . import metadata, subset

SPACE = " "


def finish(document: Any, pdf: Any) -> None:
    """A finisher for `write_pdf`: the tag tree and the catalog are there, nothing is written."""
    _say_direction(document, pdf)
    _say_lines(document, pdf)
    subset.name_outlines(pdf)
    metadata.declare(pdf)


def _say_direction(document: Any, pdf: Any) -> None:
    """Pages of a right-to-left document turn the other way (ISO 32000-1, 12.2)."""
    if document.pages[0]._page_box.style["direction"] == "rtl":
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"


def _say_lines(document: Any, pdf: Any) -> None:
    """Gives right-to-left lines their text in the order it is read in (ISO 32000-1, 14.9.4).

    On the page their glyphs stand in the order of the paper, from the left, where readers that know
    nothing of tags expect them.
    """
    spoken = {
        stream.reference: stream.spoken for stream in pdf.objects if hasattr(stream, "spoken")
    }
    if not spoken:
        return
    ends = {id(end) for page in document.pages for end in _line_ends(page._page_box)}
    pages = {
        entry.reference: spoken[entry["Contents"]]
        for entry in pdf.objects
        if _is(entry, "/Page") and entry["Contents"] in spoken
    }
    for element in pdf.objects:
        if _is(element, "/StructElem") and (lines := pages.get(element.get("Pg"))):
            said = [lines[kid] for kid in element["K"] if isinstance(kid, int) and kid in lines]
            if said:
                text = "".join(text + SPACE * (id(box) in ends) for box, text in said)
                element["ActualText"] = pydyf.String(text)


def _is(entry: Any, kind: str) -> bool:
    return isinstance(entry, pydyf.Dictionary) and entry.get("Type") == kind


def _line_ends(box: Any) -> Iterator[Any]:
    """The last text box of each line below `box`: a space between words was there, and is gone."""
    if isinstance(box, boxes.LineBox):
        texts = [part for part in box.descendants() if isinstance(part, boxes.TextBox)]
        yield from texts[-1:]
    for child in getattr(box, "children", ()):
        yield from _line_ends(child)
