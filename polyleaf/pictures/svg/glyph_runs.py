"""Text of a plain drawing in the sheet's fonts: each run in a family that has all its characters.

The renderer chooses a font for a whole run, mixes fonts within a word where one lacks a letter,
draws a box for what none has, and takes every line as one from left to right. So nothing of that
is left to it.
"""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .drawing_tree import SVG

if TYPE_CHECKING:
    from . import Typeface

EMBED = "\N{RIGHT-TO-LEFT EMBEDDING}"
POP = "\N{POP DIRECTIONAL FORMATTING}"
# Characters that show nothing by themselves and need no glyph: joiners, marks of direction.
SILENT = frozenset("\u00ad\u034f\u061c\ufeff" + "".join(map(chr, (
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)))))
EXTENDING = ("Mn", "Me", "Mc", "Cf")


def text_of(root: ElementTree.Element) -> Iterator[str]:
    """The strings of all texts."""
    for text in root.iter(f"{SVG}text"):
        yield from text.itertext()


def lacking(root: ElementTree.Element, faces: Sequence[Typeface]) -> str:
    """The characters of its text that none of the faces has, sorted by code."""
    characters = set("".join(text_of(root))) - SILENT - {" "}
    return "".join(sorted(c for c in characters if not any(face.has(c) for face in faces)))


def set_fonts(root: ElementTree.Element, faces: Sequence[Typeface]) -> tuple[Typeface, ...]:
    """Sets a family for every run; returns the faces that are used."""
    by_family: dict[str, Typeface] = {}
    for face in faces:
        by_family.setdefault(face.family, face)
    used: dict[str, None] = {}
    for element in root.iter():
        element.attrib.pop("font-family", None)
    for text in root.iter(f"{SVG}text"):
        _direct(text)
        _in_families(text, by_family, used)
    return tuple(face for face in faces if face.family in used)


def _direct(text: ElementTree.Element) -> None:
    """Gives a text from right to left its base direction, in each part that is placed by itself."""
    if text.attrib.pop("direction", "ltr") != "rtl":
        return
    starts = {each for each in text.iter() if each.get("x") or each.get("y")} - {text}
    starts |= {each for each in text.iter(f"{SVG}textPath")}
    opened = False

    def walk(element: ElementTree.Element) -> None:
        nonlocal opened
        begins = element in starts or element is text
        if begins and element is not text and opened:
            _close_before(text, element)
            opened = False
        if (begins or not opened) and element.text:
            element.text, opened = EMBED + element.text, True
        for child in element:
            walk(child)
            if child.tail and not opened:
                child.tail, opened = EMBED + child.tail, True

    walk(text)
    if opened:
        _append(text, POP)


def _close_before(text: ElementTree.Element, stop: ElementTree.Element) -> None:
    """Ends the embedding with the last string before an element."""
    last: tuple[ElementTree.Element, str] | None = None

    def walk(element: ElementTree.Element) -> bool:
        nonlocal last
        if element is stop:
            return True
        if element.text:
            last = element, "text"
        for child in element:
            if walk(child):
                return True
            if child.tail:
                last = child, "tail"
        return False

    walk(text)
    if last:
        element, key = last
        setattr(element, key, getattr(element, key) + POP)


def _append(element: ElementTree.Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _in_families(
    text: ElementTree.Element, by_family: dict[str, Typeface], used: dict[str, None]
) -> None:
    main = _family("".join(text.itertext()), by_family)
    text.set("font-family", f"'{main}'")
    used[main] = None

    def split(element: ElementTree.Element) -> None:
        children = list(element)
        pieces: list[tuple[str, str]] = runs(element.text or "", by_family, main)
        made: list[ElementTree.Element] = []
        element.text = ""
        _place(element, made, pieces, main, used)
        for child in children:
            split(child)
            tail, child.tail = child.tail or "", ""
            made.append(child)
            _place(element, made, runs(tail, by_family, main), main, used)
        element[:] = made

    split(text)


def _place(
    element: ElementTree.Element,
    made: list[ElementTree.Element],
    pieces: list[tuple[str, str]],
    main: str,
    used: dict[str, None],
) -> None:
    for family, piece in pieces:
        used[family] = None
        if family == main:
            if made:
                made[-1].tail = (made[-1].tail or "") + piece
            else:
                element.text = (element.text or "") + piece
        else:
            tspan = ElementTree.Element(f"{SVG}tspan", {"font-family": f"'{family}'"})
            tspan.text = piece
            made.append(tspan)


def runs(text: str, by_family: dict[str, Typeface], main: str) -> list[tuple[str, str]]:
    """The text as (family, piece); a piece holds whole letters, with their marks."""
    found: list[tuple[str, str]] = []
    current = main
    for cluster in clusters(text):
        needed = [c for c in cluster if c not in SILENT]
        if needed and needed != [" "]:
            order = (main, current, *by_family)
            current = next(
                (name for name in order if all(by_family[name].has(c) for c in needed)), main
            )
        elif needed:
            current = current if by_family[current].has(" ") else main
        if found and found[-1][0] == current:
            found[-1] = (current, found[-1][1] + cluster)
        else:
            found.append((current, cluster))
    return found


def clusters(text: str) -> Iterator[str]:
    """Letters with the marks and joiners that follow them."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (
            unicodedata.category(text[at]) in EXTENDING or text[at - 1] == "\u200d"
        ):
            yield text[start:at]
            start = at


def _family(text: str, by_family: dict[str, Typeface]) -> str:
    """The family that has most of the characters; the sheet's own if several do."""
    characters = [c for c in text if c not in SILENT and not c.isspace()]
    return max(by_family, key=lambda name: sum(map(by_family[name].has, characters)))


