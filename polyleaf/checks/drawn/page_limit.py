"""`pages`, `page-budget`, `text-grown`: a sheet has no more pages than its edition allows.

It is made to fit by no type below `smallest_type`. More than `max_pages` is an error. More than it
should have (`pages` of the leaflet, or of the edition's table `fit`), set as tightly as the edition
allows, is a warning. The finding says how much too long the text is, its hint which sections
are longest.
`text-grown` shows where a translation may be shortened: a warning at each message that has grown
most against its source, with the number of lines. Letters differ in width, so that the number is an
estimate. Forms that are a sheet of their own are not counted.
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
SECTIONS = 3  # that a hint names
SHOWN = 40  # characters
HINT = "it is one of the messages that have grown most, and the sheet has too many pages"


@dataclass(frozen=True, slots=True)
class Growth:
    text: Text
    times: float  # as long as its source
    lines: float  # more than it takes


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    edition, fitting = written.edition, written.html.fitting
    pages = pdf.pages - pdf.own_pages
    if edition.max_pages and pages > edition.max_pages:
        hint = "shorten the text or raise max_pages"
        yield _too_long(written, pdf, edition.max_pages, "pages", hint, Severity.ERROR)
    elif fitting and fitting.pages and pages > fitting.pages and not fitting.panels:
        hint = f"shorten the text, its longest sections above all: {_longest(written)}"
        yield _too_long(written, pdf, fitting.pages, "page-budget", hint, Severity.WARNING)
    else:
        return
    for growth in _grown(written, pdf)[:MOST]:
        lines = round(growth.lines)
        message = (
            f'"{_excerpt(growth.text)}" is {growth.times:.1f} times as long as its source,'
            f" about {lines} {'line' if lines == 1 else 'lines'} more"
        )
        yield Finding(growth.text.where, "text-grown", message, HINT, Severity.WARNING)


def _too_long(
    written: RenderedPage, pdf: Pdf, most: int, code: str, hint: str, severity: Severity
) -> Finding:
    pages = pdf.pages - pdf.own_pages
    long = sum(pdf.heights[most:pages]) / 10
    limit = "that the edition {} allows" if code == "pages" else "that it should have as {}"
    message = (
        f"{pages} pages in {written.sheet.language.english_name}, {pages - most} more than"
        f" the {most} {limit.format(written.edition.name)};"
        f" the text is about {max(1, round(long))} cm too long"
    )
    return Finding(written.html.where, code, message, hint, severity)


def _longest(written: RenderedPage) -> str:
    """The ids of the longest sections, for a hint."""
    sections = written.sheet.leaflet.sections
    longest = sorted(sections, key=lambda each: -sum(map(_columns, texts(each))))[:SECTIONS]
    return ", ".join(section.id for section in longest)


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
