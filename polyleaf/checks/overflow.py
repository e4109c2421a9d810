"""`overflow-sideways`, `overflow-down`, `text-lost`: all text is on a page, in its box."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Pdf, Written
from ..problems import Finding

SIDEWAYS = "shorten it, or let it break: white-space and width in the style sheet decide"
DOWN = "shorten it, or let its box grow: min-height instead of height in the style sheet"
LOST = "shorten it, or let its box go on to another page: it is absolutely positioned or too high"


def check(written: Written, pdf: Pdf) -> Iterator[Finding]:
    where, edition = written.html.where, written.edition.name
    for found in pdf.overflows:
        out = f"by {found.millimetres:.1f} mm on page {found.page} of the edition {edition}"
        if found.way == "sideways":
            message = f'"{found.text}" leaves its box {out}'
            yield Finding(where, "overflow-sideways", message, SIDEWAYS)
        else:
            message = f'"{found.text}" stands below its box {out}'
            yield Finding(where, "overflow-down", message, DOWN)
    for text in pdf.lost[:1]:
        others = f" and {len(pdf.lost) - 1} more texts are" if len(pdf.lost) > 1 else " is"
        message = f'"{text}"{others} on no page of the edition {edition}'
        yield Finding(where, "text-lost", message, LOST)
