"""What may stand in an SVG: a drawing that is whole in itself and cannot grow while it is drawn.

No entities (XML 1.0, 4.2), which can blow a small file up or read another one; no programs; no
address but one of the drawing itself (`#hatch`) or of a picture inside it (`data:image/png`); no
more elements than a drawing has, also when those are counted that `use` draws once more.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

MAX_DEPTH = 64  # the engine draws an element by one call of a function inside another
MAX_ELEMENTS = 50_000
SVG = "{http://www.w3.org/2000/svg}svg"
FOREIGN = frozenset(("script", "foreignobject", "iframe", "object", "embed", "link", "base"))
REFERENCES = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)|@import|@font-face|image-set|\\", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg)(;base64)?,", re.IGNORECASE)
PictureFault = Callable[[bytes], str]


class Refused(ValueError):
    """What a drawing may not hold."""


def fault(data: bytes, pixels: PictureFault) -> str:
    """What is wrong with an SVG, or nothing. `pixels` judges the pictures inside it."""
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


def _skim(data: bytes) -> None:
    """Reads through the file, whatever its encoding, and stops where it goes too far."""
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
    """How many elements are drawn, with those that are drawn for another one; raises Refused."""
    by_id = {element.get("id"): element for element in root.iter()}
    sizes: dict[ElementTree.Element, int] = {}
    under_way: set[ElementTree.Element] = set()

    def size(element: ElementTree.Element) -> int:
        if element in under_way:
            raise Refused("it draws a part of itself inside that part")
        if element not in sizes:
            under_way.add(element)
            parts = (*element, *(by_id[name] for name in _named(element) if name in by_id))
            if len(under_way) > 4 * MAX_DEPTH:
                raise Refused("its references lead too deep")
            sizes[element] = 1 + sum(map(size, parts))
            under_way.remove(element)
        return sizes[element]

    return size(root)


def _named(element: ElementTree.Element) -> Iterator[str]:
    """The ids of what is drawn for an element: by `use`, as a pattern, a mask or a marker."""
    for name, value in element.attrib.items():
        if _local(name) == "href" and _local(element.tag) != "a":
            yield value.strip().removeprefix("#")
        else:
            yield from re.findall(r"url\(\s*[\"']?#([^)\"'\s]+)", value)


def _references(root: ElementTree.Element, pixels: PictureFault) -> Iterator[str]:
    """What leads out of the drawing, or could run."""
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
