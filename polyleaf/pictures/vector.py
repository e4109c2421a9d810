"""Which SVG drawings are safe to draw: self-contained, and of limited size.

Refused are entities (XML 1.0, 4.2), which can expand without limit or read other files; scripts;
addresses other than parts of the drawing (`#hatch`) and embedded pictures (`data:image/png`); and
too many elements, where elements that `use` draws again count again.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

MAX_DEPTH = 64  # the engine draws nested elements by recursion
MAX_ELEMENTS = 50_000
SVG = "{http://www.w3.org/2000/svg}svg"
FOREIGN = frozenset(("script", "foreignobject", "iframe", "object", "embed", "link", "base"))
REFERENCES = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)|@import|@font-face|image-set|\\", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg)(;base64)?,", re.IGNORECASE)
LENGTH = re.compile(r"([+-]?[\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?$", re.IGNORECASE)
PictureFault = Callable[[bytes], str]


class Refused(ValueError):
    """The drawing holds something that is not allowed."""


def fault(data: bytes, pixels: PictureFault) -> str:
    """What is wrong with an SVG; empty if nothing is. `pixels` checks its embedded pictures."""
    try:
        _skim(data)
        root = ElementTree.fromstring(data)
        if root.tag != SVG:
            return "its root is not <svg>"
        if _drawn(root) > MAX_ELEMENTS:
            return f"it draws over {MAX_ELEMENTS:,} elements"
        return next(_references(root, pixels), "")
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as error:
        return str(error)


def ratio(data: bytes) -> float:
    """The width by the height of a drawing without fault; raises ValueError if it has no size.

    Its width and height say so, else its viewBox (SVG 2, 8.2 and 7.12).
    """
    root = ElementTree.fromstring(data)
    box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    sides = [LENGTH.match(root.get(side, "").strip()) for side in ("width", "height")]
    if all(sides) and len({side[2] or "px" for side in sides if side}) == 1:
        width, height = (float(side[1]) for side in sides if side)
    elif len(box) == 4:
        width, height = box[2:]
    else:
        raise ValueError("it has neither a viewBox nor a width and a height")
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"it is {width:g} wide and {height:g} high")
    return width / height


def _skim(data: bytes) -> None:
    """Parses the file in any encoding and stops at the first limit; raises Refused."""
    parser = expat.ParserCreate()
    depth = elements = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > MAX_DEPTH:
            raise Refused(f"it is nested more than {MAX_DEPTH} deep")
        if elements > MAX_ELEMENTS:
            raise Refused(f"it has over {MAX_ELEMENTS:,} elements")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_declaration: object) -> None:
        raise Refused("it declares entities")

    def instruction(target: str, _data: str) -> None:
        raise Refused(f"it holds an instruction <?{target[:20]}?>")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.EntityDeclHandler, parser.ProcessingInstructionHandler = entity, instruction
    parser.Parse(data, True)


def _drawn(root: ElementTree.Element) -> int:
    """How many elements are drawn, repeated ones included; raises Refused for a cycle."""
    by_id = {element.get("id"): element for element in root.iter()}
    sizes: dict[ElementTree.Element, int] = {}
    open_elements: set[ElementTree.Element] = set()

    def size(element: ElementTree.Element) -> int:
        if element in open_elements:
            raise Refused("it draws a part of itself inside that part")
        if element not in sizes:
            open_elements.add(element)
            parts = (*element, *(by_id[name] for name in _named(element) if name in by_id))
            if len(open_elements) > 4 * MAX_DEPTH:
                raise Refused("its references lead too deep")
            sizes[element] = 1 + sum(map(size, parts))
            open_elements.remove(element)
        return sizes[element]

    return size(root)


def _named(element: ElementTree.Element) -> Iterator[str]:
    """The ids that an element draws: by `use`, or as a pattern, a mask or a marker."""
    for name, value in element.attrib.items():
        if _local(name) == "href" and _local(element.tag) != "a":
            yield value.strip().removeprefix("#")
        else:
            yield from re.findall(r"url\(\s*[\"']?#([^)\"'\s]+)", value)


def _references(root: ElementTree.Element, pixels: PictureFault) -> Iterator[str]:
    """Parts that lead out of the drawing, or could run."""
    for element in root.iter():
        tag = _local(element.tag)
        if tag in FOREIGN:
            yield f"it holds <{tag}>"
        if tag == "style" and REFERENCES.search("".join(element.itertext())):
            yield "its <style> leads out of the drawing"
        for name, value in element.attrib.items():
            local = _local(name)
            if local.startswith("on") or local == "base":
                yield f"<{tag}> has the attribute {local}"
            elif local in ("href", "src"):
                yield from _address(tag, value.strip(), pixels)
            elif REFERENCES.search(value):
                yield f"{local} leads out of the drawing"


def _address(tag: str, address: str, pixels: PictureFault) -> Iterator[str]:
    if address.startswith("#"):
        return
    kind = PICTURE.match(address) if tag == "image" else None
    if kind is None:
        yield f'<{tag}> leads to "{address[:40]}"'
        return
    data = unquote_to_bytes(address[kind.end() :])
    if wrong := pixels(b64decode(data) if kind[1] else data):
        yield f"a picture inside it cannot be drawn: {wrong}"


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
