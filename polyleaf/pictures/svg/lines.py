"""The lines of a `<text>`: what is placed by itself is set by itself (SVG 1.1, 10.5: chunks)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from . import shaping
from .drawing_tree import SVG

LISTS = ("x", "y", "dx", "dy", "rotate")


@dataclass(slots=True)
class TextString:
    """A string of a text, at the place where it can be replaced."""

    element: ElementTree.Element
    key: Literal["text", "tail"]

    @property
    def value(self) -> str:
        return getattr(self.element, self.key) or ""

    @value.setter
    def value(self, value: str) -> None:
        setattr(self.element, self.key, value)


def lines(text: ElementTree.Element) -> list[list[TextString]]:
    """The strings of a text by line, in the order of reading; lines without any are left out."""
    found: list[list[TextString]] = [[]]

    def walk(element: ElementTree.Element) -> None:
        if element is not text and begins(element):
            found.append([])
        if element.text:
            found[-1].append(TextString(element, "text"))
        for child in element:
            walk(child)
            if child.tag == f"{SVG}textPath":
                found.append([])
            if child.tail:
                found[-1].append(TextString(child, "tail"))

    walk(text)
    return [line for line in found if line]


def begins(element: ElementTree.Element) -> bool:
    """Whether a part of a text begins a line."""
    placed = element.get("x") is not None or element.get("y") is not None
    return placed or element.tag == f"{SVG}textPath"


def placed_letters(text: ElementTree.Element) -> bool:
    """Whether letters of a text have places of their own: then none may be added."""
    return any(len(each.get(key, "").split()) > 1 for each in text.iter() for key in LISTS)


def close_lines(text: ElementTree.Element, before: str, after: str) -> None:
    """Puts characters before and after each line; one alone may have one direction by itself.

    Lines below each other need them: the renderer would take letters of one for those of another.
    """
    found = lines(text)
    if len(found) == 1 and shaping.one_way("".join(string.value for string in found[0])):
        return
    for line in found:
        line[0].value = before + line[0].value
        line[-1].value += after


def line_texts(text: ElementTree.Element) -> Iterator[str]:
    for line in lines(text):
        yield "".join(string.value for string in line)
