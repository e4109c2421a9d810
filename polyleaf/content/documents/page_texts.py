"""Every text of a page, block by block, and where it stands if that is not its body."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .inline_text import STRUCK
from .lost_words import FileText

SILENT = ("script", "style", "template", "noscript", "head")
WITHIN = ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font",
          "i", "ins", "kbd", "label", "mark", "q", "samp", "small", "span", "strong", "sub", "sup",
          "time", "tt", "u", "var", "wbr")  # fmt: skip
PLACES = {"nav": "menu", "header": "header", "footer": "footer", "aside": "aside"}
ARTICLE = ("main", "article")


def texts(root: Element) -> Iterator[FileText]:
    """The title of the page, then its texts; one that is struck out stands by itself."""
    found = [FileText(each.text or "", "title") for each in root.iterfind("./head/title")]
    pieces: list[str] = []

    def end(place: str) -> None:
        if text := "".join(pieces).strip():
            found.append(FileText(text, place))
        pieces.clear()

    def walk(element: Element, place: str, article: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in SILENT:
            return
        block = tag not in WITHIN
        here = place if article else PLACES.get(tag, place)
        here = "struck out" if tag in STRUCK else here
        if block:
            end(place)
        if alt := element.get("alt"):
            found.append(FileText(alt, place))
        pieces.append(element.text or "")
        for child in element:
            walk(child, here, article or tag in ARTICLE)
            pieces.append(child.tail or "")
        if block:
            end(here)

    walk(root, "", False)
    yield from found
