"""Text of a plain drawing in the sheet's fonts: each run in a family that has all its characters.

The renderer chooses a font for a whole run, mixes fonts within a word where one lacks a letter,
draws a box for what none has, and takes every line as one from left to right. So nothing of that
is left to it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from . import shaping, spaced_lines, stretched
from .drawing_tree import SVG
from .letters import SILENT, UNSPACED, clusters
from .lines import close_lines, lines, placed_letters

if TYPE_CHECKING:
    from . import Typeface

NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"
MELTING = re.compile("f(?=[fijltbhk])")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
Families = dict[str, "Typeface"]
Used = dict[str, set[str]]  # family → the characters that are drawn with it


def text_of(root: ElementTree.Element) -> Iterator[str]:
    """The strings of all texts."""
    for text in root.iter(f"{SVG}text"):
        yield from text.itertext()


def lacking(root: ElementTree.Element, faces: Sequence[Typeface]) -> str:
    """The characters of its text that none of the faces has, sorted by code."""
    characters = set("".join(text_of(root))) - SILENT - {" "}
    return "".join(sorted(c for c in characters if not any(face.has(c) for face in faces)))


def set_fonts(root: ElementTree.Element, faces: Sequence[Typeface]) -> dict[str, set[str]]:
    """Sets a family for every run; returns the families that are used, with their characters."""
    families: Families = {}
    for face in faces:
        families.setdefault(face.family, face)
    used: Used = {}
    for element in root.iter():
        element.attrib.pop("font-family", None)
    for text in root.iter(f"{SVG}text"):
        _set_text(text, families, faces, used)
    return used


def _set_text(
    text: ElementTree.Element, families: Families, faces: Sequence[Typeface], used: Used
) -> None:
    whole = "".join(text.itertext())
    main = _main_family(whole, families)
    text.set("font-family", f"'{main}'")
    used.setdefault(main, set())
    rtl = text.attrib.pop("direction", "ltr") == "rtl"
    several = len(_families(text, families, main)) > 1
    joined = several and shaping.complex_scripts(whole)
    turned = several and any(shaping.direction(character) == "rtl" for character in whole)
    # Only where it is needed: the renderer spaces these characters as if they were letters.
    if (rtl or joined or turned) and not placed_letters(text):
        if joined:
            for line in lines(text):
                for string in line:
                    string.value = shaping.apart(string.value, whole)
        if rtl:
            _keep_last_spaces(text)
        close_lines(text, shaping.EMBEDDINGS["rtl" if rtl else "ltr"], shaping.POP)
    stretched.begin_lines(text)
    stretched.spread_lines(text, lambda string: runs(string, families, main), faces)
    spaced_lines.move(text)
    _split(text, families, main, used, 0.0)


def _keep_last_spaces(text: ElementTree.Element) -> None:
    """A space that ends a line would stand at its right end (UAX #9, L1); one that keeps stays."""
    for line in lines(text):
        last = line[-1]
        bare = last.value.rstrip(" ")
        last.value = bare + NO_BREAK_SPACE * (len(last.value) - len(bare))


def _families(element: ElementTree.Element, families: Families, main: str) -> set[str]:
    return {family for family, _ in runs("".join(element.itertext()), families, main)}


def _split(
    element: ElementTree.Element, families: Families, main: str, used: Used, space: float
) -> None:
    """`space` is that between the letters of its parent."""
    space = spaced_lines.spacing(element, space)
    children, made = list(element), list[ElementTree.Element]()
    text, element.text = element.text or "", ""

    def place(string: str) -> None:
        if space:  # spaced letters do not melt into one (CSS Text 3, 8.2)
            string = MELTING.sub(f"f{NON_JOINER}", string)
        for part in UNSPACED.split(string) if space else [string]:
            if space and UNSPACED.fullmatch(part):  # the renderer spaces it as letters
                made.append(ElementTree.Element(f"{SVG}tspan", {"letter-spacing": "0"}))
                made[-1].text = part
            else:
                place_part(part)

    def place_part(string: str) -> None:
        for family, piece in runs(string, families, main):
            used.setdefault(family, set()).update(piece)
            if family != main:
                made.append(ElementTree.Element(f"{SVG}tspan", {"font-family": f"'{family}'"}))
                made[-1].text = piece
            elif made:
                made[-1].tail = (made[-1].tail or "") + piece
            else:
                element.text = (element.text or "") + piece

    place(text)
    for child in children:
        _split(child, families, main, used, space)
        tail, child.tail = child.tail or "", ""
        made.append(child)
        place(tail)
    element[:] = made


def runs(text: str, families: Families, main: str) -> list[tuple[str, str]]:
    """The text as (family, piece); a piece holds whole letters, with their marks."""
    found: list[tuple[str, str]] = []
    current = main
    for cluster in clusters(text):
        needed = [c for c in cluster if c not in SILENT]
        if not needed:
            family = main
        else:
            order = (main, *families) if needed != [" "] else (current, main, *families)
            family = current = next(
                (name for name in order if all(map(families[name].has, needed))), main
            )
        if found and found[-1][0] == family:
            found[-1] = (family, found[-1][1] + cluster)
        else:
            found.append((family, cluster))
    return found


def _main_family(text: str, families: Families) -> str:
    """The family of a script that needs the line for itself, else the one with most letters.

    Signs do not count where there are letters: the fonts that have them all have no bold.
    """
    demanding = [c for c in text if shaping.script(c) in shaping.COMPLEX]
    seen = [c for c in text if c not in SILENT and not c.isspace()]
    characters = demanding or [c for c in seen if c.isalnum()] or seen
    return max(families, key=lambda name: sum(map(families[name].has, characters)))
