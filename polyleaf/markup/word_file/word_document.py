"""A page's body → the document: its paper, what it says of itself, and the foot of each page."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any
from xml.etree.ElementTree import Element

from ... import languages
from ...languages import office_fonts
from ...model.sheet import Language
from ..plain_text import dom
from .open_xml import add, undated
from .word_flow import WordFlow
from .word_properties import WordProperties
from .word_styles import set_styles

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # mm
MARGIN = 20.0  # mm
HEX = re.compile("#?([0-9A-Fa-f]{6})")


def written(body: Element, language: Language, about: WordProperties) -> bytes:
    import docx

    document = docx.Document()
    for paragraph in list(document.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    _say(document.core_properties, language, about)
    width = _set_paper(document.sections[0], about)
    accent = HEX.fullmatch(about.page.get("--accent", ""))
    set_styles(document, language, accent[1].upper() if accent else "")
    flow = WordFlow(document, language, width)
    flow.children(body, document)
    _repeat(document.sections[0], flow, body, about)
    _name_fonts(document)
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream.getvalue())


def _say(properties: Any, language: Language, about: WordProperties) -> None:
    """The properties; all dates are the leaflet's, so that the same sheet is the same file."""
    when = datetime.datetime.combine(about.published, datetime.time())
    properties.title, properties.author = about.title[:255], about.author[:255]
    properties.language = languages.with_country(language.tag)
    properties.version, properties.comments = about.version[:255], ""
    properties.last_modified_by, properties.revision = "Polyleaf", 1
    properties.created = properties.modified = properties.last_printed = when


def _set_paper(section: Any, about: WordProperties) -> float:
    """The size of the page; returns the width of its text in millimetres."""
    from docx.shared import Mm

    width, height = PAPERS.get(about.page.get("--paper-size", "").lower(), PAPERS["a4"])
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    return width - 2 * MARGIN


def _repeat(section: Any, flow: WordFlow, body: Element, about: WordProperties) -> None:
    """On each page its number and the version; above it, what staff must know of a draft."""
    for notice in body.iter():
        if "staff" in dom.classes(notice):
            flow.paragraph(notice, section.header, "Header", section.header.paragraphs[0])
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    if flow.language.direction == "rtl":
        add(foot._p.get_or_add_pPr(), "bidi")
    run = foot.add_run(f"\u200e{about.version}\u200e · ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = foot.add_run()
        if kind:
            add(run._r, "fldChar", fldCharType=kind)
        else:
            add(run._r, "instrText").text = text


def _name_fonts(document: Any) -> None:
    """Which font Word takes where the first one is not installed (ISO/IEC 29500-1, 17.8.3.1)."""
    first, other = office_fonts.NASTALIQ
    made = f'<w:font w:name="{first}"><w:altName w:val="{other}"/></w:font></w:fonts>'
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = part.blob.replace(b"</w:fonts>", made.encode())
