"""`left-out`: an edition leaves out a part of the leaflet so that the sheet fits its pages.

The order is that of `drop` in the edition's table `fit`. Whoever hands the sheet out has to know
what is not on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage

HINT = "shorten the messages that it prints, or hand out the whole leaflet with it"
SECTIONS = "sections"  # the part whose sections a leaflet may name, so that they stay whole


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if dropped := pdf.setting.dropped:
        edition, hint = written.edition.name, HINT
        parts = [name for name in dropped if name != SECTIONS]
        if SECTIONS in dropped:
            source = written.sheet.source
            whole = source.named_sections((edition, *written.edition.extends))
            cut = (section.id for section in source.sections if section.id not in whole)
            parts.insert(0, f"parts of the sections {', '.join(cut)}")
            hint = (
                f"`editions: {{{edition}: {{sections: […]}}}}` names those it has whole; or {HINT}"
            )
        message = (
            f"{edition} in {written.sheet.language.english_name} leaves out:"
            f" {', '.join(parts)}; it would not fit its pages"
        )
        yield Finding(written.html.where, "left-out", message, hint, Severity.WARNING)
