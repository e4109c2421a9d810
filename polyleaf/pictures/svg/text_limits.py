"""What of a text the renderer would draw otherwise than a browser."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping

from . import shaping
from .drawing_tree import place_of
from .lengths import number
from .lines import line_texts, placed_letters
from .refusals import Place

WHOLE = ("clip-path", "mask", "filter")  # what it does to a whole text alone


def beyond(
    text: ElementTree.Element, found: Mapping[str, str], direction: str
) -> Iterator[tuple[Place, str, str]]:
    """The place, what is refused and the way out; `found` is what the text inherits and has.

    The length of what is stretched is put where its run is.
    """
    for each in text.iter():
        for key in WHOLE if each is not text else ():
            if each.get(key, "none") != "none":
                yield place_of(each), f"it has {key} on a part of a text", "outlines"
    place = place_of(text)
    if direction == "rtl" and placed_letters(text):
        yield place, "it has text from right to left with a place for each letter", "outlines"
    yield from ((place, message, "stretched") for message in _lengths(text, direction))
    if spaced := shaping.never_spaced(_spaced_letters(text, found)):
        message = f"it has {spaced.title()} with space between its letters (letter-spacing)"
        yield place, message, "spaced"
    for line in line_texts(text):
        if len(scripts := shaping.complex_scripts(line)) > 1:
            names = " and ".join(map(str.title, scripts[:2]))
            yield place, f'it has {names} in one line: "{line[:40]}"', "apart"


def _lengths(text: ElementTree.Element, direction: str) -> Iterator[str]:
    if not all(map(_in_one_style, list(text.iter()))):
        yield "it has a line of several styles stretched to a length (textLength)"
    if joined := _stretched_scripts(text):
        yield f"it has {', '.join(map(str.title, joined))} stretched to a length (textLength)"
        return
    turned = direction == "rtl" or any(map(_from_right, line_texts(text)))
    several = turned and not all(map(shaping.one_way, line_texts(text)))
    if several and _stretched(text):
        yield "it has text from right to left with other text in it, stretched to a length"


def _in_one_style(element: ElementTree.Element) -> bool:
    """Whether what is stretched is one run; puts the length where the run is."""
    while element.get("textLength") and len(element):
        parts = [child for child in element if "".join(child.itertext()) or child.tail]
        if len(parts) != 1 or element.text or parts[0].tail:
            return not parts
        for key in ("textLength", "lengthAdjust"):
            if (value := element.attrib.pop(key, None)) is not None:
                parts[0].attrib.setdefault(key, value)
        element = parts[0]
    return True


def _spaced_letters(element: ElementTree.Element, inherited: Mapping[str, str]) -> str:
    """The letters between which there is space that one would see: a twentieth of their size."""
    found = {key: element.get(key, inherited[key]) for key in ("letter-spacing", "font-size")}
    space, size = (number(found[key]) for key in ("letter-spacing", "font-size"))
    seen = space is not None and size is not None and abs(space) > abs(size) / 20
    parts = [element.text or ""] if seen else []
    for child in element:
        parts += [_spaced_letters(child, found), (child.tail or "") if seen else ""]
    return "".join(parts)


def _stretched_scripts(text: ElementTree.Element) -> list[str]:
    """The scripts of what is stretched that the renderer takes for narrower or parts elsewhere.

    Letters that are joined in a row are drawn right, if they stand alone.
    """
    found: set[str] = set()
    for each in text.iter():
        if each.get("textLength"):
            string = "".join(each.itertext())
            squeezed = each.get("lengthAdjust") == "spacingAndGlyphs"
            alone = squeezed or all(shaping.script(c) or c.isspace() for c in string)
            found |= {*shaping.complex_scripts(string)} - (shaping.CURSIVE if alone else set())
    return sorted(found)


def _stretched(text: ElementTree.Element) -> bool:
    """Whether its letters have space between them that fills a length."""
    return any(
        each.get("textLength") and each.get("lengthAdjust") != "spacingAndGlyphs"
        for each in text.iter()
    )


def _from_right(line: str) -> bool:
    return any(shaping.direction(character) == "rtl" for character in line)
