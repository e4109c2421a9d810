"""Lists of HTML, and items that were typed as paragraphs → lists, steps and terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from .blocks import DocumentBlock, DocumentItem
from .inline_text import one_line

DOUBTFUL = ("-", "–", "—", "o")  # a single one of these may be no bullet


def marked_list(element: Element) -> DocumentBlock:
    """A list with bullets or numbers; what is below its items stays below them."""
    items: list[DocumentItem] = []
    for child in element:
        if child.tag in ("ul", "ol") and items:  # as some programs nest them
            items[-1].below += _flat(child)
        elif child.tag == "li":
            items.append(_item(child))
    made = [item for item in items if item.text or item.below]
    block = DocumentBlock("steps" if element.tag == "ol" else "list", items=made)
    first = element.get("start", "1")
    if element.tag == "ol" and first != "1":
        block.notes.append(f"its numbers began at {first}: they begin at 1 now")
    return block


def terms(element: Element) -> DocumentBlock:
    """A list of definitions."""
    items: list[DocumentItem] = []
    for child in element.iter():
        if child.tag == "dt":
            items.append(DocumentItem(one_line(child)))
        elif child.tag == "dd" and items:
            items[-1].below.append(one_line(child))
    return DocumentBlock("terms", items=items)


def notes_of_pages(element: Element) -> Iterator[DocumentItem]:
    """Footnotes and endnotes as mammoth lists them: each with its id as its text."""
    for child in element:
        name = child.get("id", "")
        if child.tag == "li" and name.startswith(("footnote-", "endnote-")):
            yield DocumentItem(name, [one_line(child).removesuffix("↑").strip()])


def gathered(blocks: Iterable[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Items that were typed as paragraphs, one after another, are one list."""
    last: DocumentBlock | None = None
    for block in blocks:
        if last is not None and _goes_on(last, block):
            last.items += block.items
            continue
        if last is not None:
            yield _settled(last)
        last = block
    if last is not None:
        yield _settled(last)


def _goes_on(last: DocumentBlock, block: DocumentBlock) -> bool:
    if block.kind != last.kind or not block.typed or not last.typed:
        return False
    return block.kind == "list" or (last.level == 1 and block.level == len(last.items) + 1)


def _settled(block: DocumentBlock) -> DocumentBlock:
    """A line that only begins as an item does is a paragraph, as it stands."""
    if len(block.items) == 1 and (block.kind == "steps" or block.typed.startswith(DOUBTFUL)):
        return DocumentBlock("paragraph", block.typed) if block.typed else block
    return block


def _item(element: Element) -> DocumentItem:
    own = Element("p")
    own.text = element.text
    below: list[str] = []
    for child in element:
        if child.tag in ("ul", "ol"):
            below += _flat(child)
            own.append(_tail(child))
        else:
            own.append(child)
    return DocumentItem(one_line(own), below)


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
