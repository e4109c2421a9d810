"""HTML → blocks: headings, paragraphs, lists, tables, pictures, boxes."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

from . import html_lists
from .blocks import DocumentBlock, Picture
from .html_lines import BOLD_LINE, bold_heading, of_line
from .html_tables import table
from .inline_text import escaped, inline, one_line, plain
from .to_html import tree

HEADINGS = {f"h{level}": level for level in range(1, 7)}
SILENT = {"script", "style", "template", "noscript", "head", "nav", "iframe", "button", "svg",
          "input", "select", "option", "textarea"}  # fmt: skip
AROUND = {"header", "footer", "aside"}  # of a page, unless they are within its article
WRAPPERS = {"div", "section", "article", "main", "body", "header", "footer", "aside", "details",
            "summary", "form", "fieldset", "center", "figure", "address"}  # fmt: skip
BLOCKS = {"p", "pre", "ul", "ol", "dl", "dt", "dd", "li", "table", "blockquote", "hr", "caption",
          "figcaption"}  # fmt: skip
LINES = ("p", "pre", "dt", "dd", "li", "caption", "figcaption")
BOX = re.compile(r"callout|warning|alert|inset|notice|panel|infobox|care-card|admonition", re.I)
SITE = re.compile(r"\s+[|–—-]\s+")  # what stands before the name of a site in a title
DATA = re.compile(r"data:image/([\w.+-]+)[^,]*?(;base64)?,", re.IGNORECASE)
SUFFIXES = {"jpeg": "jpg", "svg+xml": "svg", "x-emf": "emf", "x-wmf": "wmf"}
SUBTITLE = 8  # what stands for a level of such a paragraph
LONGEST_HEADING = 200  # characters; a longer one is a text in the looks of a heading


def read(text: str) -> list[DocumentBlock]:
    """The blocks of a page, those of its article alone if it has one."""
    root = tree(text)
    body = root.find("body")
    if body is None:
        return []
    whole = next(
        (found for tag in ("main", "article") if (found := body.find(f".//{tag}")) is not None),
        body,
    )
    blocks = _inside(whole, whole is not body)
    title = root.findtext("./head/title") or ""
    if title.strip() and not any(block.kind == "heading" and block.level == 1 for block in blocks):
        name = escaped(SITE.split(title.strip(), maxsplit=1)[0])
        blocks.insert(0, DocumentBlock("heading", name, 1))
    return blocks


def _inside(element: Element, within: bool) -> list[DocumentBlock]:
    return list(html_lists.gathered(_blocks(element, within)))


def _blocks(element: Element, within: bool) -> Iterator[DocumentBlock]:
    """The blocks below an element; text between them is a paragraph each."""
    loose = Element("p")
    loose.text = element.text

    def paragraph() -> Iterator[DocumentBlock]:
        nonlocal loose
        found, loose = loose, Element("p")
        yield from _paragraphs(found)

    for child in element:
        tag = child.tag if isinstance(child.tag, str) else "script"
        skipped = tag in SILENT or (tag in AROUND and not within)
        block = tag in HEADINGS or tag in BLOCKS or tag in WRAPPERS
        if skipped or block:
            yield from paragraph()
            if block and not skipped:
                yield from _block(child, tag, within)
            loose.text = child.tail
        else:
            loose.append(child)
    yield from paragraph()


def _block(element: Element, tag: str, within: bool) -> Iterator[DocumentBlock]:
    if tag in HEADINGS:
        yield from _heading(element, tag)
    elif tag in LINES and element.find(".//table") is None:  # which pages of 1998 have in a line
        yield from _paragraphs(element)
    elif tag in ("ul", "ol"):
        yield from _list(element)
    elif tag == "dl":
        yield html_lists.terms(element)
        yield from _pictures(element)
    elif tag == "table":
        yield from table(element, lambda cell: _inside(cell, within))
    elif tag == "blockquote" or BOX.search(element.get("class", "")):
        yield DocumentBlock("box", inside=_inside(element, within))
    elif tag == "figure" and (images := list(_pictures(element))):
        caption = element.find("figcaption")
        images[0].text = one_line(caption) if caption is not None else ""
        yield from images
    elif tag != "hr":
        yield from _blocks(element, within)


def _heading(element: Element, tag: str) -> Iterator[DocumentBlock]:
    text = plain(inline(element))
    if len(text) > LONGEST_HEADING:
        yield from _paragraphs(element)
        return
    if text:
        yield DocumentBlock("heading", text, HEADINGS[tag])
    yield from _pictures(element)


def _paragraphs(element: Element) -> Iterator[DocumentBlock]:
    """A paragraph, one for each of its lines, and the pictures in it."""
    for line in inline(element).split("\n"):
        if block := of_line(line):
            if block.kind == "paragraph" and element.get("class") == "subtitle":
                block.level = SUBTITLE
            yield block
    yield from _pictures(element)


def _list(element: Element) -> Iterator[DocumentBlock]:
    if notes := list(html_lists.notes_of_pages(element)):
        yield DocumentBlock("note", items=notes)
        return
    block = html_lists.marked_list(element)
    headings = [bold_heading(item.text) for item in block.items if not item.below]
    if element.tag == "ol" and all(headings) and len(headings) == len(block.items):
        for heading in headings:  # whose numbers Word makes
            yield DocumentBlock("heading", heading, BOLD_LINE)
    elif block.items:
        yield block
    yield from _pictures(element)


def _pictures(element: Element) -> Iterator[DocumentBlock]:
    for image in element.iter("img"):
        source, alt = image.get("src", ""), " ".join(image.get("alt", "").split())
        yield DocumentBlock("figure", picture=_picture(source, alt))


def _picture(source: str, alt: str) -> Picture:
    kind = DATA.match(source)
    if kind is None:
        return Picture(b"", "", alt, source[:200])
    rest = source[kind.end() :]
    try:
        data = b64decode(rest) if kind[2] else unquote_to_bytes(rest)
    except (Base64Error, ValueError):
        data = b""
    return Picture(data, SUFFIXES.get(kind[1].lower(), kind[1].lower()), alt)
