"""The formats of sheets. To add one, write a `Format` and list it in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .. import markup
from ..model.sheet import Edition, Pdf, RenderedPage
from ..model.task import OutputFile

# What follows a sheet's name in that of its forms that are a sheet of their own, and of what goes
# to the printer: with the edge about which it turns the paper, or the sides that are in it.
FORM, PRINT = "_form.pdf", "_print_{}.pdf"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of a sheet. `pdf` is what the checks look at, if it has pages.

    `others` are named by what follows the sheet's own name: `_print.pdf`.
    """

    data: bytes
    pages: int = 0  # 0: it has none
    pdf: Pdf | None = None
    others: tuple[OutputFile, ...] = ()
    picture: bytes = b""  # of its first page, for the page to choose from


@dataclass(frozen=True, slots=True)
class Format:
    """How a page is turned into a file."""

    suffix: str
    needs_fonts: bool  # its pages are laid out here, in fonts of this machine
    weight: float  # the time that it takes; a PDF's is 1
    render: Callable[[RenderedPage], Rendered]
    leads_on: bool = False  # its pages have links to the other sheets of their leaflet


def _pdf(page: RenderedPage) -> Rendered:
    from .. import pdf  # the only step that loads the engine

    drawn = pdf.draw(page.html)
    others = list(_to_print(page, drawn))
    if drawn.form:
        others.append(OutputFile(FORM, drawn.form, drawn.own_pages, part="form"))
    patients = page.edition.shows == "sheet" and page.copy is None
    picture = pdf.first_page(drawn.data) if patients else b""
    return Rendered(drawn.data, drawn.pages, drawn, tuple(others), picture)


def _to_print(page: RenderedPage, drawn: Pdf) -> Iterator[OutputFile]:
    """The files for the printer of a sheet that is folded; forms of their own are not in it."""
    if (how := page.html.imposition) is None:
        return
    from .. import imposition

    panels = drawn.panels[: drawn.pages - drawn.own_pages]
    right_to_left = page.sheet.language.direction == "rtl"
    for file in imposition.impose(drawn.data, how, panels, right_to_left=right_to_left):
        yield OutputFile(
            PRINT.format(file.name),
            file.data,
            file.sides,
            part="print",
            duplex=file.way,
            creep=file.creep,
        )


def _html(page: RenderedPage) -> Rendered:
    return Rendered(markup.strict(page.html.text, page.edition.script).encode())


def _txt(page: RenderedPage) -> Rendered:
    text = markup.plain_text(page.html.text, page.sheet.language, page.edition.line_width)
    return Rendered(text.encode())


def _docx(page: RenderedPage) -> Rendered:
    sheet = page.sheet
    about = markup.WordProperties(
        title=sheet.leaflet.title.value,
        author=sheet.leaflet.written_by.value,
        version=f"{sheet.leaflet.published} · {sheet.leaflet.version}",
        published=sheet.leaflet.published,
        page=dict(page.edition.properties),
    )
    return Rendered(markup.word_file(page.html.text, sheet.language, about))


FORMATS = {
    "pdf": Format(".pdf", needs_fonts=True, weight=1.0, render=_pdf),
    "html": Format(".html", needs_fonts=False, weight=0.05, render=_html, leads_on=True),
    "docx": Format(".docx", needs_fonts=False, weight=0.2, render=_docx),
    "txt": Format(".txt", needs_fonts=False, weight=0.06, render=_txt),
}


def of(edition: Edition) -> Format:
    return FORMATS[edition.format]


def suffixes() -> dict[str, str]:
    """How the files of each format end, by its name in edition.toml."""
    return {name: each.suffix for name, each in FORMATS.items()}
