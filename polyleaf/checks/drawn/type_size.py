"""`type-small`: no text of the drawn sheet is smaller than its edition allows.

UKAAF's clear print asks for 12 points. Text inside pictures is not measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.sheet import Pdf, RenderedPage


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    floor, edition = written.edition.smallest_type, written.edition.name
    for size, style in sorted({style.size: style for style in reversed(pdf.text_styles)}.items()):
        if size < floor:
            message = f'{edition}, page {style.page}: "{style.excerpt}" is set in {size:g} points'
            hint = f"smallest_type of the edition is {floor:g} points"
            yield Finding(written.html.where, "type-small", message, hint)
