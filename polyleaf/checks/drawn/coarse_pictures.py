"""`picture-coarse`: a picture has too few pixels for the place where it is printed.

Printers' handbooks ask for 300 dots an inch. Below 150 its edges are steps, and small letters in it
cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage
from ..shared.message_lookup import MessageLookup

LEAST = 150  # dots an inch
GOOD = 300


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    for picture in pdf.pictures:
        if 0 < picture.dots_per_inch < LEAST:
            where = MessageLookup(written).place_of(picture.alt)
            edition, dots = written.edition.name, round(picture.dots_per_inch)
            message = (
                f"{edition}, page {picture.page}: the picture “{picture.alt}” is printed with"
                f" {dots} dots an inch"
            )
            times = GOOD / picture.dots_per_inch
            hint = f"use one that has {times:.1f} times as many pixels each way, or a smaller size"
            yield Finding(where, "picture-coarse", message, hint, Severity.WARNING)
