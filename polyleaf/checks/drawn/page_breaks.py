"""`heading-alone`, `caption-alone`, `item-alone`, `row-split`: a break parts nothing that belongs
together.

The rules of style sheets that hold this are in docs/layout.md. They give way where nothing fits,
and a heading that goes across all columns is not kept with the columns after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage
from ..shared.message_lookup import MessageLookup

KINDS = {
    "heading": (
        "heading-alone",
        "stands at the end of page {} without what follows",
        "break-after: avoid on the heading; put it into the block that follows if that is wide",
    ),
    "caption": (
        "caption-alone",
        "stands at the end of page {} without its table",
        "break-after: avoid on the caption",
    ),
    "item": (
        "item-alone",
        "is the only item of its list before or after the break, on page {}",
        "li:first-child { break-after: avoid } li:last-child { break-before: avoid }",
    ),
    "row": (
        "row-split",
        "is a row that goes over the end of page {}, though it is low",
        "break-inside: avoid on the rows",
    ),
}


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if not pdf.partings:
        return
    messages, edition = MessageLookup(written), written.edition.name
    for found in dict.fromkeys(pdf.partings):
        code, said, hint = KINDS[found.kind]
        message = f'"{found.text}" {said.format(found.page)} of the edition {edition}'
        where = messages.place_of(found.text, found.around)
        yield Finding(where, code, message, hint, Severity.WARNING)
