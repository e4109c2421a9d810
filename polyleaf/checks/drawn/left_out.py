"""`left-out`: an edition leaves out a part of the leaflet so that the sheet fits its pages.

The order is that of `drop` in the edition's table `fit`. Whoever hands the sheet out has to know
what is not on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage

HINT = "shorten the messages that it prints, or hand out the whole leaflet with it"


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if pdf.setting.dropped:
        message = (
            f"{written.edition.name} in {written.sheet.language.english_name} leaves out:"
            f" {', '.join(pdf.setting.dropped)}; it would not fit its pages"
        )
        yield Finding(written.html.where, "left-out", message, HINT, Severity.WARNING)
