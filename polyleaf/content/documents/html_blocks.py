"""HTML → blocks: headings, paragraphs, lists, tables, pictures, boxes."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

from .blocks import DocumentBlock, DocumentItem, Picture
from .inline_text import inline
from .to_html import tree

HEADINGS = {f"h{level}": level for level in range(1, 7)}
SILENT = {"script", "style", "template", "noscript", "head", "nav", "iframe", "button", "svg",
          "input", "select", "option", "textarea"}  # fmt: skip
AROUND = {"header", "footer", "aside"}  # of a page, unless they are within its article
WRAPPERS = {"div", "section", "article", "main", "body", "header", "footer", "aside", "details",
            "summary", "form", "fieldset", "center", "figure", "span", "address"}  # fmt: skip
BLOCKS = {"p", "pre", "ul", "ol", "dl", "dt", "dd", "li", "table", "blockquote", "hr", "caption",
          "figcaption"}  # fmt: skip
BOX = re.compile(r"callout|warning|alert|inset|notice|panel|infobox|care-card|admonition", re.I)
DATA = re.compile(r"data:image/([\w.+-]+)[^,]*?(;base64)?,", re.IGNORECASE)
SUFFIXES = {"jpeg": "jpg", "svg+xml": "svg", "x-emf": "emf", "x-wmf": "wmf"}
BULLET = re.compile(r"^(?:[•·▪◦●○‣∙]|[-–—]|\\\*|o(?=\s))\s+(?=\S)")
NUMBERED = re.compile(r"^\(?(\d{1,2})[.)]\s+(?=\S)")
BOLD = re.compile(r"\*\*(.+)\*\*", re.DOTALL)
SUBTITLE = 8  # what stands for a level of such a paragraph
SHORT = 80  # characters of a line in bold that is a heading


def read(text: str) -> list[DocumentBlock]:
    """The blocks of a page, those of its article alone if it has one."""
    body = tree(text).find("body")
    if body is None:
        return []
    whole = next(
        (found for tag in ("main", "article") if (found := body.find(f".//{tag}")) is not None),
        body,
    )
    return list(_gathered(_blocks(whole, whole is not body)))


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
        block = tag in HEADINGS or tag in BLOCKS or tag in WRAPPERS - {"span"}
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
        if text := inline(element).replace("\n", " ").replace("**", ""):
            yield DocumentBlock("heading", text, HEADINGS[tag])
        yield from _pictures(element)
    elif tag in ("p", "pre", "dt", "dd", "li", "caption", "figcaption"):
        yield from _paragraphs(element)
    elif tag in ("ul", "ol"):
        yield _list(element, tag)
        yield from _pictures(element)
    elif tag == "dl":
        yield _terms(element)
    elif tag == "table":
        yield from _table(element, within)
    elif tag == "blockquote" or BOX.search(element.get("class", "")):
        yield DocumentBlock("box", inside=list(_gathered(_blocks(element, within))))
    elif tag == "figure" and (images := list(_pictures(element))):
        caption = element.find("figcaption")
        images[0].text = inline(caption).replace("\n", " ") if caption is not None else ""
        yield from images
    elif tag != "hr":
        yield from _blocks(element, within)


def _paragraphs(element: Element) -> Iterator[DocumentBlock]:
    """A paragraph, one for each of its lines, and the pictures in it."""
    for line in inline(element).split("\n"):
        if not line.strip():
            continue
        bold = BOLD.fullmatch(line)
        if bold and "**" not in bold[1] and len(line) <= SHORT and line[-3] not in ".,;":
            yield DocumentBlock("heading", bold[1].strip(), 7)
        elif bullet := BULLET.match(line):
            yield DocumentBlock("list", items=[DocumentItem(line[bullet.end() :])])
        elif number := NUMBERED.match(line):
            yield DocumentBlock(
                "steps", items=[DocumentItem(line[number.end() :])], level=int(number[1]), text=line
            )
        else:
            level = SUBTITLE if element.get("class") == "subtitle" else 0
            yield DocumentBlock("paragraph", line, level)
    yield from _pictures(element)


def _list(element: Element, tag: str) -> DocumentBlock:
    items: list[DocumentItem] = []
    for child in element:
        if child.tag in ("ul", "ol") and items:  # as some programs nest them
            items[-1].below += _flat(child)
        elif child.tag == "li":
            items.append(_item(child))
    made = [item for item in items if item.text or item.below]
    return DocumentBlock("steps" if tag == "ol" else "list", items=made, level=0)


def _item(element: Element) -> DocumentItem:
    own = Element("p")
    own.text = element.text
    below: list[str] = []
    for child in element:
        if child.tag in ("ul", "ol"):
            below += _flat(child)
            own.append(_tail(child))
        elif child.tag in ("p", "div"):
            own.append(_with_break(child))
        else:
            own.append(child)
    return DocumentItem(" ".join(inline(own).split("\n")), below)


def _flat(element: Element) -> list[str]:
    """The items of a list below a list, with those below them."""
    found: list[str] = []
    for child in element:
        if child.tag == "li":
            item = _item(child)
            found += [text for text in (item.text, *item.below) if text]
    return found


def _tail(child: Element) -> Element:
    made = Element("span")
    made.text = child.tail
    return made


def _with_break(child: Element) -> Element:
    made = Element("span")
    made.text, made.tail = child.text, f" {child.tail or ''}"
    made.extend(list(child))
    return made


def _terms(element: Element) -> DocumentBlock:
    items: list[DocumentItem] = []
    for child in element.iter():
        if child.tag == "dt":
            items.append(DocumentItem(" ".join(inline(child).split("\n"))))
        elif child.tag == "dd" and items:
            items[-1].below.append(" ".join(inline(child).split("\n")))
    return DocumentBlock("terms", items=items)


def _table(element: Element, within: bool) -> Iterator[DocumentBlock]:
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    cells = [row for row in cells if row]
    if not cells:
        return
    if len(cells) == 1 and len(cells[0]) == 1:  # a box, as Word has none of its own
        yield DocumentBlock("box", inside=list(_gathered(_blocks(cells[0][0], within))))
        return
    rows = [[" ".join(inline(cell).split("\n")) for cell in row] for row in cells]
    width = max(map(len, rows))
    made = DocumentBlock("table", rows=[row + [""] * (width - len(row)) for row in rows])
    caption = element.find("caption")
    made.text = inline(caption).replace("\n", " ") if caption is not None else ""
    merged = any(cell.get("colspan") or cell.get("rowspan") for row in cells for cell in row)
    if merged:
        made.notes.append("cells of this table were joined: see that each stands in its column")
    if any(cell.find(".//table") is not None for row in cells for cell in row):
        made.notes.append("a table stood in a cell of this table")
    yield made
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


def _gathered(blocks: Iterable[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Items that were typed as paragraphs, one after another, are one list."""
    last: DocumentBlock | None = None
    for block in blocks:
        typed = block.kind in ("list", "steps") and len(block.items) == 1
        if last is not None and typed and block.kind == last.kind and _goes_on(last, block):
            last.items += block.items
            continue
        if last is not None:
            yield _settled(last)
        last = block
    if last is not None:
        yield _settled(last)


def _goes_on(last: DocumentBlock, block: DocumentBlock) -> bool:
    return block.kind == "list" or (bool(block.level) and block.level == len(last.items) + 1)


def _settled(block: DocumentBlock) -> DocumentBlock:
    """A line that begins with a number and has no second is a paragraph, as it stands."""
    if block.kind == "steps" and block.level and len(block.items) == 1:
        return DocumentBlock("paragraph", block.text)
    block.text = "" if block.kind == "steps" else block.text
    return block
