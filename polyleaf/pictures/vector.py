"""Which SVG drawings of our own templates the engine may draw: self-contained, of limited size.

Drawings of authors never come here: `pictures.svg` makes pixels of them.

Refused are entities (XML 1.0, 4.2), which can expand without limit or read other files; scripts;
addresses other than parts of the drawing (`#hatch`) and embedded pictures (`data:image/png`); and
too many elements, where elements that `use` draws again count again.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from .svg import drawing_tree, weight
from .svg.drawing_tree import MAX_ELEMENTS

SVG = "{http://www.w3.org/2000/svg}svg"
FOREIGN = frozenset(("script", "foreignobject", "iframe", "object", "embed", "link", "base"))
REFERENCES = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)|@import|@font-face|image-set|\\", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg)(;base64)?,", re.IGNORECASE)
PictureFault = Callable[[bytes], str]


def fault(data: bytes, pixels: PictureFault) -> str:
    """What is wrong with an SVG; empty if nothing is. `pixels` checks its embedded pictures."""
    try:
        root = drawing_tree.parse(data, declaring=False)
        if root.tag != SVG:
            return "its root is not <svg>"
        if weight.drawn(root) > MAX_ELEMENTS:
            return f"it draws over {MAX_ELEMENTS:,} elements"
        return next(_references(root, pixels), "")
    except (ValueError, LookupError) as error:
        return str(error)


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
