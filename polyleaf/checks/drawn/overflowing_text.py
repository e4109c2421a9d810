"""`overflow-sideways`, `overflow-down`, `text-lost`: all text is on a page, in its box.

A finding points to the message: in the catalog, or in the content if that is drawn. A template's
own word, or a value of clinic.yaml, is reported at the leaflet.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.sheet import Pdf, RenderedPage
from ..shared.message_lookup import MessageLookup

SIDEWAYS = "shorten it, or let it break: white-space and width in the style sheet decide"
DOWN = "shorten it, or let its box grow: min-height instead of height in the style sheet"
LOST = "shorten it, or let its box go on to another page: it is absolutely positioned or too high"


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if not pdf.overflows and not pdf.clipped_text:
        return
    messages, edition = MessageLookup(written), written.edition.name
    for found in pdf.overflows:
        where = messages.place_of(found.text, found.around)
        out = f"by {found.millimetres:.1f} mm on page {found.page} of the edition {edition}"
        if found.way == "sideways":
            message = f'"{found.text}" leaves its box {out}'
            yield Finding(where, "overflow-sideways", message, SIDEWAYS)
        else:
            message = f'"{found.text}" stands below its box {out}'
            yield Finding(where, "overflow-down", message, DOWN)
    for text in pdf.clipped_text[:1]:
        more = len(pdf.clipped_text) - 1
        others = f" and {more} more texts are" if more else " is"
        message = f'"{" ".join(text.split())}"{others} on no page of the edition {edition}'
        yield Finding(messages.place_of(text), "text-lost", message, LOST)
