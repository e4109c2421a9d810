"""XML of other people's tools ↔ a tree whose elements know their lines.

No entity that a file declares is expanded, and nothing is fetched: a file of a kilobyte could else
become one of a gigabyte, or hold what stands on this machine. A document type is passed over, since
TMX and TBX files name one.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from xml.parsers import expat

from ..model.findings import Finding, PolyleafError, Where

MAX_DEPTH = 200
MAX_ELEMENTS = 2_000_000
XML = "{http://www.w3.org/XML/1998/namespace}"
# What XML 1.0 has no way to write (2.2).
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
IN_VALUES = {"\n": "&#10;", "\t": "&#9;"}


class Node(ElementTree.Element):
    """An element that knows its line."""

    line: int = 0

    @property
    def name(self) -> str:
        """Its name without the namespace."""
        return str(self.tag).rpartition("}")[2]

    def own(self, name: str) -> Iterator[Node]:
        """Its children of this name."""
        for child in self:
            if isinstance(child, Node) and child.name == name:
                yield child

    def below(self, *names: str) -> Iterator[Node]:
        """All elements of these names, in the order of the file."""
        for each in self.iter():
            if isinstance(each, Node) and each.name in names:
                yield each

    def value(self, name: str, default: str = "") -> str:
        """An attribute by its name, in whatever namespace."""
        for key, value in self.attrib.items():
            if key.rpartition("}")[2] == name:
                return value
        return default


def is_xml(data: bytes) -> bool:
    head = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<")


def parse(data: bytes, path: str) -> Node:
    """The tree of a file in any encoding that it declares; raises PolyleafError."""
    return _TreeBuilder(data, path).root()


def text(value: str) -> str:
    """A text as XML has it."""
    return "".join(ESCAPES.get(each, each) for each in UNFIT.sub("", value))


def attributes(**values: str | int | None) -> str:
    """` name="value"` for each that is not empty; `xml__lang` is xml:lang, `max_x` is max-x."""
    return "".join(
        f' {name.replace("__", ":").replace("_", "-")}="{_value(str(value))}"'
        for name, value in values.items()
        if value not in (None, "")
    )


def _value(value: str) -> str:
    return "".join(IN_VALUES.get(each, each) for each in text(value))


class _TreeBuilder:
    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path, self.count = data, path, 0
        self.stack: list[Node] = []
        self.top: Node | None = None
        self.parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity

    def root(self) -> Node:
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            message = expat.errors.messages.get(error.code, "it is no XML")
            raise self._fault(f"damaged XML: {message}", error.lineno) from None
        except (
            ValueError,
            LookupError,
        ) as error:  # an encoding that does not exist, or does not fit
            raise self._fault(f"damaged XML: {error}", self.parser.CurrentLineNumber) from None
        if self.top is None:
            raise self._fault("damaged XML: it is empty", 1)
        return self.top

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        line = self.parser.CurrentLineNumber
        if len(self.stack) >= MAX_DEPTH or self.count > MAX_ELEMENTS:
            raise self._fault("it is nested too deep, or has too many elements", line)
        node = Node(_named(name), {_named(key): value for key, value in attributes.items()})
        node.line = line
        if self.stack:
            self.stack[-1].append(node)
        else:
            self.top = node
        self.stack.append(node)

    def _end(self, _name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        parent = self.stack[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def _entity(self, name: str, *_rest: object) -> None:
        raise self._fault(f'it declares the entity "{name}"', self.parser.CurrentLineNumber)

    def _fault(self, message: str, line: int) -> PolyleafError:
        hint = "ask for the file again, as the tool writes it"
        return PolyleafError([Finding(Where(self.path, line), "exchange-xml", message, hint)])


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
