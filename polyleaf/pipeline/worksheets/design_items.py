"""A design score: what can be measured of the drawn pages.

The Baker Able Leaflet Design (BALD) criteria are a score of this kind. Their table of points was in
no public text that we could search, and it asks for serif type, against today's guides for clear
print: the items are our own, each with the guide that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...checks.drawn.contrast import LARGE, NORMAL, needed, worst
from ...model.sheet import Edition, Language, Pdf
from ...model.worksheet import Instrument, WorksheetItem
from .item_answers import item, person
from .sheet_facts import SheetFacts

CLEAR_PRINT = 12.0  # points (UKAAF)
LINE = (30, 75)  # characters
LEADING = 1.25
JUSTIFIED = ("text-align: justify", "text-align:justify")


def design(facts: SheetFacts, pdf: Pdf, edition: Edition) -> Instrument:
    items = (*_type(pdf, facts.sheet.language, edition), *_pages(facts, pdf, edition))
    measured = [each for each in items if each.answer in ("yes", "no")]
    met = sum(each.answer == "yes" for each in measured)
    return Instrument(
        "design",
        "Design",
        f"Measured on the drawn pages of the edition {edition.name}: {met} of {len(measured)} "
        "items are met.",
        "Our own items, after UKAAF clear print, WCAG 2.2 and PDF/UA. This is not the Baker Able "
        "Leaflet Design (BALD) score: its table of points could not be found in public texts.",
        ("yes", "no", "not applicable"),
        items,
    )


def _type(pdf: Pdf, language: Language, edition: Edition) -> Iterator[WorksheetItem]:
    size = min((style.size for style in pdf.text_styles), default=0.0)
    said = f"the smallest text has {size:g} points"
    yield item("D1", "At least 12 points", "yes" if size >= CLEAR_PRINT else "no", said)
    low = [style for style in pdf.text_styles if worst(style) < needed(style)]
    least = min(map(worst, pdf.text_styles), default=21.0)
    said = f"the lowest contrast is {least:.1f}:1, in colour or in grey"
    asks = f"Contrast of at least {NORMAL}:1, {LARGE:g}:1 for large type"
    yield item("D2", asks, "no" if low else "yes", said)
    justified = any(words in edition.css for words in JUSTIFIED)
    said = "the style sheet sets lines of equal length" if justified else "lines end where words do"
    yield item("D3", "Aligned at the start, not justified", "no" if justified else "yes", said)
    inside = LINE[0] <= pdf.full_line <= LINE[1]
    said = f"a full line has about {pdf.full_line} columns"
    yield item("D4", "Lines of 30 to 75 characters", "yes" if inside else "no", said)
    roomy = language.line_height >= LEADING
    said = f"before fitting, {language.line_height:g} times the size of the type"
    yield item("D5", "Room between lines", "yes" if roomy else "no", said)
    serif = any("Serif" in family for family in pdf.families)
    said = f"set in {', '.join(pdf.families)}"
    yield item("D6", "Plain type without serifs", "no" if serif else "yes", said)
    yield person("D7", "No long runs of capitals, italics or underlining")


def _pages(facts: SheetFacts, pdf: Pdf, edition: Edition) -> Iterator[WorksheetItem]:
    heads = len(pdf.headings)
    said = f"{heads} headings, which a screen reader finds"
    yield item("D8", "Headings are tagged", "yes" if heads > 1 else "no", said)
    figures = facts.figures()
    if figures:
        said = "each picture has a description for screen readers"
        yield item("D9", "Pictures are described", "yes", said, figures)
    else:
        yield item("D9", "Pictures are described", "not applicable", "no picture")
    most = facts.leaflet.sides(facts.sheet.language.tag)
    pages = pdf.pages - pdf.own_pages
    said = "1 page" if pages == 1 else f"{pages} pages"
    said += f", should have at most {most}" if most else ""
    said += f", and {pdf.own_pages} of a form" if pdf.own_pages else ""
    fits = not most or pages <= most
    yield item("D10", "As many pages as planned", "yes" if fits else "no", said)
    cut = len(pdf.cut_words) + len(pdf.clipped_text) + len(pdf.overflows)
    said = "nothing leaves its box" if not cut else f"{cut} texts are cut or leave their box"
    yield item("D11", "Nothing is cut off", "no" if cut else "yes", said)
    yield person("D12", "White space, and one place to look first")
    yield person("D13", "Colour is never the only sign; it works in black and white")
    yield person("D14", "Paper, print and folding are good")
