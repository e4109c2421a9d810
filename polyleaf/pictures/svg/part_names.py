"""The ids of a drawing's parts, and who names them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote

from .drawing_tree import HREF, SVG, local
from .properties import URL

ODD = re.compile(r"[\s%\\\"'(){};,#]")  # in an id: it would end an address
TARGETS = {"clip-path": "clipPath", "mask": "mask", "filter": "filter"}


def settle(source: ElementTree.Element) -> None:
    """Makes all ids simple ones that an address can hold, with what names them.

    Of elements with one id the first counts, as in a browser. An address may write a letter of an
    id by its code (URL Standard) or behind a backslash (CSS Syntax 3, 4.3.7).
    """
    seen: set[str] = set()
    for element in source.iter():
        identity = element.get("id")
        if identity in seen:
            del element.attrib["id"]
        elif identity:
            seen.add(identity)
            element.set("id", _simple(identity))
    for element in source.iter():
        for key, value in element.attrib.items():
            if local(key) == "href":
                if value.lstrip().startswith("#"):
                    element.set(key, "#" + _simple(unquote(value.strip()[1:])))
            elif "url(" in value.lower():
                element.set(key, URL.sub(_address, value))
        if element.tag == f"{SVG}style" and not len(element):
            element.text = URL.sub(_address, element.text or "")


def _address(match: re.Match[str]) -> str:
    address = (match[1] or match[2] or match[3] or "").strip()
    if not address.startswith("#"):
        return match[0]
    written = re.sub(r"\\(.)", r"\1", address[1:])
    return f"url(#{_simple(unquote(written))})"


def _simple(identity: str) -> str:
    return ODD.sub(lambda match: f"_{ord(match[0]):x}_", identity)


def named(source: ElementTree.Element) -> frozenset[str]:
    """Every id that an attribute or a style sheet names."""
    texts = [value for each in source.iter() for value in each.attrib.values() if "#" in value]
    texts += ["".join(each.itertext()) for each in source.iter(f"{SVG}style")]
    # A colour may stand before an address: `fill:#06c;clip-path:url(#k)` names `k` too.
    return frozenset(re.findall(r"#([^\s\"');,{#]+)", " ".join(texts)))


def drop_dead_ends(root: ElementTree.Element) -> None:
    """Clips, masks and filters that are not there, or are something else, change nothing.

    Nor does the mask of a mask: browsers do not look at it. What uses a part that is not there
    goes, with groups that hold nothing else: the renderer would give them a place in the box of
    what is around.
    """
    _drop_empty(root, {element.get("id") for element in root.iter()})
    kinds = {element.get("id"): local(element.tag) for element in root.iter()}
    for element in root.iter():
        for key, kind in TARGETS.items():
            value = element.get(key, "")
            if not value.startswith("url(#"):
                continue
            dead = kinds.get(value[5:].partition(")")[0]) != kind
            if dead or (key == "mask" and local(element.tag) == "mask"):
                del element.attrib[key]


def _drop_empty(element: ElementTree.Element, ids: set[str | None]) -> None:
    for child in list(element):
        _drop_empty(child, ids)
        name = local(child.tag)
        dead = name == "use" and child.get(HREF, "").removeprefix("#") not in ids
        bare = not len(child) and not (child.text or "").strip()
        empty = name in ("g", "a") and bare and "filter" not in child.attrib
        if (dead or empty) and not child.tail:  # links stand in texts too
            element.remove(child)
