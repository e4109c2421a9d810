"""`pdf-unread`: another reader finds in the PDF all the text that layout put on its pages.

What it does not find, most viewers and printers do not show either, and none of them says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.sheet import Pdf, RenderedPage
from ..shared.message_lookup import MessageLookup

HINT = "look at what stands before it: a picture, or a length in the style sheet that is no number"


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if not pdf.unread:
        return
    messages = MessageLookup(written)
    for page, text in pdf.unread:
        message = f'a reader of the PDF does not find "{text}" on page {page}, nor what follows'
        yield Finding(messages.place_of(text), "pdf-unread", message, HINT)
