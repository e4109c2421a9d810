"""The text inside `<source>` and `<target>` ↔ a text, in XLIFF 1.2 and 2.1.

Reading takes what tools make of it: text in segments (`<mrk>`), and codes that became `<x/>`,
`<g>`, `<ph/>`, `<pc>` or others, with or without the characters that they stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...files import safe_xml
from ...files.safe_xml import Node
from . import protected
from .protected import Code, Parts

NATIVE = ("ph", "it", "ut", "bpt", "ept")  # hold their characters in XLIFF 1.2
PAIRS = ("g", "pc")
ALONE = ("x", "bx", "ex", "sc", "ec", *NATIVE)
ENDS = ("ex", "ec", "ept")
NOTHING = ("sm", "em")  # where a note or an annotation begins and ends
Natives = Mapping[str, str]  # what a code stands for, by its number in the file


def read(element: Node | None, natives: Natives) -> str:
    """The text of an element; codes whose characters are unknown are `protected.lost`."""
    return "".join(_texts(element, natives)) if element is not None else ""


def write(parts: Parts, code: Callable[[Code], str]) -> str:
    """The content of an element; `code` writes each code."""
    return "".join(safe_xml.text(p) if isinstance(p, str) else code(p) for p in parts)


def _texts(element: Node, natives: Natives) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        assert isinstance(child, Node)
        name = child.name
        if name in PAIRS:
            yield _known(child, "Start", natives)
            yield from _texts(child, natives)
            yield _known(child, "End", natives)
        elif name in ALONE:
            inside = "".join(child.itertext()) if name in NATIVE else ""
            yield inside or _known(child, "End" if name in ENDS else "Start", natives)
        elif name == "cp":
            yield _character(child.value("hex"))
        elif name not in NOTHING:
            yield from _texts(child, natives)
        yield child.tail or ""


def _known(element: Node, end: str, natives: Natives) -> str:
    """The characters of a code, as the file or its header has them."""
    number = element.value("rid") or element.value("startRef") or element.value("id")
    for name in (f"dataRef{end}", "dataRef"):
        if (reference := element.value(name)) in natives:
            return natives[reference]
    if (key := f"{end} {number}") in natives:
        return natives[key]
    said = element.value("equiv-text") or element.value("disp") or element.value("equiv")
    if said and element.name not in PAIRS:
        return said
    kind = "alone" if element.name in ("x", "ph", "it", "ut") else end
    return protected.lost(kind, number)


def _character(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
