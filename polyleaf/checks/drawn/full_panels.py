"""`panel-full`: a panel of a folded sheet has more text than it can hold.

Each panel is a page of its own, so that nothing is cut off: what has no room goes on to a further
page, and is counted. The finding is at the message with the first line that has none, in the
catalog or in the content; its hint names the source, and what may be shortened instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Where
from ...model.sheet import FullPanel, Pdf, RenderedPage
from ...model.walk import texts
from ..shared.message_finding import shorten
from ..shared.message_lookup import MessageLookup

NAMES = {
    "front": "the front panel",
    "flap": "the flap",
    "inside": "the three panels inside",
    "back": "the back panel",
}


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if not pdf.full_panels:
        return
    messages = MessageLookup(written)
    for full in pdf.full_panels:
        where = messages.place_in_leaflet(full.text, full.around)
        yield Finding(where, "panel-full", _message(written, full), _hint(written, where))


def _message(written: RenderedPage, full: FullPanel) -> str:
    panel, edition = NAMES.get(full.panel, full.panel), written.edition.name
    verb = "hold" if full.panel == "inside" else "holds"
    lines = "1 line" if full.lines == 1 else f"{full.lines} lines"
    language = written.sheet.language.english_name
    if not full.lines:
        return (
            f"{panel} of the edition {edition} {verb} too much in {language}: a picture is too high"
        )
    return (
        f"{panel} of the edition {edition} {verb} {lines} too many in {language},"
        f' from "{shorten(full.text)}" on'
    )


def _hint(written: RenderedPage, where: Where) -> str:
    sheet, edition = written.sheet, written.edition.name
    pairs = zip(texts(sheet.leaflet), texts(sheet.source), strict=True)
    source = next((old.where for text, old in pairs if text.where == where), None)
    place = f"; the source is {source}" if source and source != where else ""
    named = sheet.source.named_sections((edition, *written.edition.extends))
    fewer = f", or name fewer sections in `editions: {{{edition}: …}}`" if named else ""
    return f"shorten it or what stands before it{fewer}{place}"
