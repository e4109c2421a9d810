"""`blank-foot`: no page but the last leaves more of its foot blank than its edition allows.

A page that ends early looks like the end of the leaflet. What begins the next page did not fit as
a whole: let it break, or move a shorter block there. A page that a forced break ends may be short.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage
from ..shared.message_lookup import MessageLookup

HINT = (
    "let it break (break-inside), or move a shorter block before it; blank_foot of the edition is"
)


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    most, edition = written.edition.blank_foot, written.edition.name
    short = [foot for foot in pdf.feet if round(foot.blank) > most and not foot.forced]
    if not most or not short:
        return
    messages = MessageLookup(written)
    for foot in short:
        message = (
            f"page {foot.page} of the edition {edition} ends with {foot.blank:.0f} mm blank;"
            f' the next page begins with "{foot.following}"'
        )
        where, hint = messages.place_in_leaflet(foot.following), f"{HINT} {most:g} mm"
        yield Finding(where, "blank-foot", message, hint, Severity.WARNING)
