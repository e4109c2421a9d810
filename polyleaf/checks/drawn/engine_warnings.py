"""`engine`: the layout engine drew the sheet without a complaint."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.sheet import Pdf, RenderedPage


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    for complaint in pdf.engine_errors:
        message = f"WeasyPrint, {written.edition.name}: {complaint}"
        yield Finding(
            written.html.where, "engine", message, "fix the picture, template or style sheet"
        )
