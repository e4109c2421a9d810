"""Numbered lists of a .docx that begin again right below one another, which mammoth joins."""

from __future__ import annotations

import zipfile
from xml.etree.ElementTree import Element, SubElement, fromstring

from .word_xml import first, local_name, value

NUMBERING = "word/numbering.xml"
BETWEEN = "\u00ad"  # nothing to be seen, yet a paragraph between two lists


def lists(package: zipfile.ZipFile) -> dict[str, str]:
    """The list that each number of a list goes on with (ISO 29500-1, 17.9.15)."""
    if NUMBERING not in package.namelist():
        return {}
    found: dict[str, str] = {}
    for each in fromstring(package.read(NUMBERING)):
        if local_name(each) == "num":
            number = value(each, "numId")
            restarts = first(first(each, "lvlOverride"), "startOverride") is not None
            found[number] = number if restarts else value(first(each, "abstractNumId"), "val")
    return found


def divide(root: Element, goes_on_with: dict[str, str]) -> bool:
    """Put a paragraph between two lists; true if there are any."""
    changed = False
    for parent in list(root.iter()):
        before: tuple[str, str] | None = None
        for child in list(parent):
            if local_name(child) != "p":
                before = None
                continue
            now = _item(child, goes_on_with)
            if now and before and now[0] == before[0] and now[1] != before[1]:
                parent.insert(list(parent).index(child), _paragraph(child.tag))
                changed = True
            before = now
    return changed


def _item(paragraph: Element, goes_on_with: dict[str, str]) -> tuple[str, str] | None:
    """The level of an item, and its list."""
    numbers = first(first(paragraph, "pPr"), "numPr")
    if numbers is None:
        return None
    number = value(first(numbers, "numId"), "val")
    return value(first(numbers, "ilvl"), "val"), goes_on_with.get(number, number)


def _paragraph(tag: str) -> Element:
    space = tag.removesuffix("p")
    made = Element(tag)
    SubElement(SubElement(made, f"{space}r"), f"{space}t").text = BETWEEN
    return made
