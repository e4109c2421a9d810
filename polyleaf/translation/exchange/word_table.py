"""A Word table for translators who have no tool: a page of advice, then a row for each message."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ...files.safe_xml import UNFIT
from ...markup.word_file.open_xml import add, undated
from ...model.sheet import Language
from . import protected
from .parcel import Parcel, SentText
from .protected import Code
from .table_columns import head
from .word_runs import SIZE, add_font, paint

WIDTHS = (2.6, 7.0, 7.0)  # cm, of an A4 page upright
GREY, CODE = "707070", "1F5FA8"
SMALL = 7  # points
STEPS = (
    "Write the translation of each text into the cell to the right of it.",
    "Leave the first column and the source texts as they are: they say where a translation goes.",
    "Keep everything that is blue, such as {clinic.phone} or [@source], letter by letter.",
    "Keep blue stars and brackets around the same words: **strong**, [link](address).",
    "Do not merge, split or add cells. Tracked changes and comments may stay in the file.",
    "If you do not understand a text, leave its cell empty and write a comment.",
)


def write(parcel: Parcel) -> bytes:
    """The document; its properties name the leaflet and both languages."""
    import docx  # not needed for any other format

    document = docx.Document()
    properties = document.core_properties
    properties.title = f"{parcel.title}: {parcel.target.english_name}"
    properties.subject = subject(parcel)
    properties.author = "Polyleaf"
    properties.language = parcel.target.tag
    _advise(document, parcel)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    table.autofit = False
    _set_widths(document, table)
    _fill_head(table.rows[0], parcel)
    for sent in parcel.texts:
        _fill(table.add_row(), parcel, sent)
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream.getvalue())


def subject(parcel: Parcel) -> str:
    return f"polyleaf {parcel.domain} {parcel.source.tag} {parcel.target.tag}"


def _advise(document: Any, parcel: Parcel) -> None:
    """The first page: what this is, and how to fill it in."""
    document.add_heading(f"{parcel.title} – {parcel.target.english_name}", level=1)
    words = f"From {parcel.source.english_name} into {parcel.target.english_name}"
    document.add_paragraph(f"{words} ({parcel.target.own_name}), {len(parcel.texts)} texts.")
    for step in STEPS:
        document.add_paragraph(step, style="List Number")
    document.add_page_break()


def _set_widths(document: Any, table: Any) -> None:
    """An A4 page, and columns that fill it; rows to come take over the widths."""
    from docx.shared import Cm

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _fill_head(row: Any, parcel: Parcel) -> None:
    source, target = parcel.source, parcel.target
    titles = (
        "Key",
        head("Source", source.english_name, source.tag),
        head("Translation", target.english_name, target.tag),
    )
    for cell, title in zip(row.cells, titles, strict=True):
        run = cell.paragraphs[0].add_run(title)
        run.bold = True
    _set_row(row, "cantSplit", "tblHeader")


def _fill(row: Any, parcel: Parcel, sent: SentText) -> None:
    key, source, target = row.cells
    _set_row(row, "cantSplit")
    for number, line in enumerate(_about(sent)):
        paragraph = key.paragraphs[0] if not number else key.add_paragraph()
        run = paragraph.add_run(line)
        paint(run, GREY, SMALL)
    _put(source, sent.source, parcel.source, parcel.source)
    _put(target, sent.target, parcel.target, parcel.source)


def _about(sent: SentText) -> Iterator[str]:
    """The key alone in its line, then what helps to translate."""
    yield sent.id
    if sent.context:
        yield sent.context
    yield from sent.notes
    if sent.state == "needs-review":
        yield "needs review"


def _put(cell: Any, text: str, language: Language, of_codes: Language) -> None:
    """A text in a cell, in its own direction; codes are blue, and in the source's direction.

    What is typed into the cell looks as the mark at the end of its paragraph does.
    """
    from docx.oxml import OxmlElement

    paragraph = cell.paragraphs[0]
    properties = paragraph._p.get_or_add_pPr()
    if language.direction == "rtl":
        add(properties, "bidi")
    mark = OxmlElement("w:rPr")
    add_font(mark, language)
    properties.append(mark)
    for part in protected.split(UNFIT.sub("", text)):
        code = isinstance(part, Code)
        run = paragraph.add_run(part.text if isinstance(part, Code) else part)
        add_font(run._r.get_or_add_rPr(), of_codes if code else language)
        if code:
            paint(run, CODE, SIZE)


def _set_row(row: Any, *names: str) -> None:
    for name in names:
        add(row._tr.get_or_add_trPr(), name)
