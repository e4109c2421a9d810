"""An element's inline content → one text, with nothing left of its markup but its meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ...model.sheet import Direction
from ...typography import link_addresses
from ...typography.wrapping import ISOLATES, POP
from . import dom

LINE_END = "\N{LINE SEPARATOR}"  # of <br>, until lines are written
BLANK_LINE = "_" * 12  # to write on
WEB = re.compile(r"https?://")
OTHER_ADDRESS = re.compile(r"mailto:|tel:")
# What a style sheet draws a frame around, or sets on a line of its own.
FRAMED = {"evidence": "({})", "untranslated-mark": "[{}]", "box-name": "({})"}
FRAMED |= dict.fromkeys(("strength", "purpose", "only"), " · {}")
SPACES = re.compile(r"[ \t\r\n\f]+")  # not `\s`: a no-break space stays
RIGHT_TO_LEFT = ("R", "AL", "AN")
# An isolate needs no marks at its edges.
IDLE_MARKS = re.compile("[\u200e\u200f]*([\u2066-\u2068])|[\u200e\u200f]*(\u2069)[\u200e\u200f]*")

# Nor does a number between spaces need an isolate: no reader turns its digits round.
BARE_NUMBER = re.compile("(?<![^\\s])\u2066([0-9]+)\u2069(?![^\\s۔،؛؟])")


def line(elements: Iterable[Element | str], direction: Direction) -> str:
    """The text of inline elements and of texts between them, in a line of that direction."""
    text = "".join(part if isinstance(part, str) else _inline(part, direction) for part in elements)
    text = SPACES.sub(" ", text).replace(f" {LINE_END}", LINE_END).replace(f"{LINE_END} ", LINE_END)
    if not any(unicodedata.bidirectional(sign) in RIGHT_TO_LEFT for sign in text):
        text = text.translate(dom.MARKS) if direction == "ltr" else text
    text = BARE_NUMBER.sub(r"\1", IDLE_MARKS.sub(r"\1\2", text))
    return text.strip(f" {LINE_END}")


def content(element: Element) -> Iterator[Element | str]:
    """The texts and elements inside an element, in their order."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _inline(element: Element, around: Direction) -> str:
    if element.tag == "br":
        return LINE_END
    if element.tag in dom.PICTURES:
        blank = "blank" in dom.classes(element)
        return BLANK_LINE if blank else f"[{dom.alternative(element)}]"
    own = dom.direction_of(element, around)
    inside = "".join(
        part if isinstance(part, str) else _inline(part, own) for part in content(element)
    )
    if "cite" in dom.classes(element):  # the mark in it is for readers of PDFs
        inside = inside.translate(dom.MARKS)
    for name in dom.classes(element) & FRAMED.keys():
        inside = FRAMED[name].format(inside)
    if element.tag == "a" and (address := element.get("href")):
        inside = _with_address(inside, address, own)
    stated = element.tag == "bdi" or "dir" in element.attrib
    return _isolated(inside, own, around) if stated else inside


def _with_address(words: str, address: str, around: Direction) -> str:
    """A link's words with the address that they lead to, unless it is in this text or is theirs."""
    said = words.translate(dom.MARKS).strip()
    if OTHER_ADDRESS.match(address):
        shown = _isolated(link_addresses.written(address), "ltr", around)
        return words if link_addresses.is_said(said, address) else f"{words} ({shown})"
    if not WEB.match(address):
        return words
    shown = _isolated(address, "ltr", around)
    return shown if said in (address, WEB.sub("", address)) else f"{words} ({shown})"


def _isolated(text: str, own: Direction, around: Direction) -> str:
    """A text that reads in a direction of its own, between marks that keep it so (UAX #9)."""
    against = RIGHT_TO_LEFT if around == "ltr" else ("L", "EN", "AN")
    if not text or (
        own == around and not any(unicodedata.bidirectional(sign) in against for sign in text)
    ):
        return text
    return f"{ISOLATES[own]}{text}{POP}"
