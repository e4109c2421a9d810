"""`pages`, `text-grown`: a sheet has no more pages than its edition allows.

It is never made to fit by smaller type. The finding says by how many pages and centimetres it is
too long. `text-grown` shows where a translation may be shortened: a warning at each message that
has grown most against its source, with the number of lines. Letters differ in width, so that the
number is an estimate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...languages import scripts
from ...model import inline
from ...model.findings import Finding, Severity
from ...model.leaflet import Text
from ...model.sheet import Pdf, RenderedPage
from ...model.walk import texts

MOST = 5  # messages
SHOWN = 40  # characters
HINT = "it is one of the messages that have grown most, and the sheet has too many pages"


@dataclass(frozen=True, slots=True)
class Growth:
    text: Text
    times: float  # as long as its source
    lines: float  # more than it takes


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    most = written.edition.max_pages
    if not most or pdf.pages <= most:
        return
    long = sum(pdf.heights[most:]) / 10
    message = (
        f"{pdf.pages} pages in {written.sheet.language.english_name}, {pdf.pages - most} more than"
        f" the {most} of the edition {written.edition.name};"
        f" the text is about {max(1, round(long))} cm too long"
    )
    yield Finding(written.html.where, "pages", message, "shorten the text or raise max_pages")
    for growth in _grown(written, pdf)[:MOST]:
        lines = round(growth.lines)
        message = (
            f'"{_excerpt(growth.text)}" is {growth.times:.1f} times as long as its source,'
            f" about {lines} {'line' if lines == 1 else 'lines'} more"
        )
        yield Finding(growth.text.where, "text-grown", message, HINT, Severity.WARNING)


def _grown(written: RenderedPage, pdf: Pdf) -> list[Growth]:
    """The messages that take a line or more than their source, most lines first."""
    sheet, line = written.sheet, pdf.full_line
    if sheet.provenance.method == "source" or not line:
        return []
    pairs = zip(texts(sheet.leaflet), texts(sheet.source), strict=True)
    grown = [
        Growth(text, new / old, (new - old) / line)
        for text, source in pairs
        if (new := _columns(text)) - (old := _columns(source)) >= line and old
    ]
    return sorted(grown, key=lambda growth: -growth.lines)


def _columns(text: Text) -> int:
    return scripts.columns(inline.plain(inline.parse(text.value)))


def _excerpt(text: Text) -> str:
    plain = inline.plain(inline.parse(text.value))
    return plain if len(plain) <= SHOWN else f"{plain[: SHOWN - 1]}…"
