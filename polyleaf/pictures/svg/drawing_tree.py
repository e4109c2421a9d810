"""Bytes → the tree of a drawing, with the place of each element; and back.

Entities that the file declares are expanded, but no more than a drawing can need (XML 1.0, 4.2):
Illustrator writes its namespaces as entities. Everything is counted while it is read.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from xml.parsers import expat

from .refusals import NOWHERE, Place, Refused

SVG, XLINK, XML = (
    f"{{http://www.w3.org/{name}}}" for name in ("2000/svg", "1999/xlink", "XML/1998/namespace")
)
HREF, SPACE, LANGUAGE = f"{XLINK}href", f"{XML}space", f"{XML}lang"
MAX_DEPTH = 64  # the renderer draws nested elements by recursion
MAX_ELEMENTS = 50_000
MAX_ATTRIBUTES = 256  # of one element
MAX_CHARACTERS = 4_000_000  # of all text and values, pictures inside apart
MAX_EXPANDED = 2_000_000  # characters that come out of entities
DECLARED = re.compile(rb"<\?xml[^>]{1,80}?encoding\s*=\s*[\"']([\w.-]+)[\"']")
REFERENCE = re.compile("&([^#;%s]+);")


class SvgElement(ElementTree.Element):
    """An element that knows its place in the author's file, and the language of its text."""

    place: Place = NOWHERE
    language: str = ""


def parse(data: bytes, *, declaring: bool = True) -> ElementTree.Element:
    """The tree of a file in any encoding; raises Refused.

    A file that may declare nothing has neither entities nor instructions to other programs.
    """
    try:
        return _TreeReader(*_decoded(data), declaring).root()
    except expat.ExpatError as error:
        message = expat.errors.messages.get(error.code, "it is no XML")
        raise Refused(message, Place(error.lineno, error.offset + 1)) from None
    except (ValueError, LookupError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(f"it is no XML: {error}") from None


def _decoded(data: bytes) -> tuple[bytes, str | None]:
    """The data, and its encoding if it is not the one that it declares."""
    if match := DECLARED.match(data):
        name = match[1].decode()
        if "utf" not in name.lower():
            return data.decode(name).encode(), "utf-8"
    return data, None


def written(root: ElementTree.Element) -> bytes:
    """A tree as UTF-8, with the usual prefixes."""
    for prefix, name in (("", SVG), ("xlink", XLINK)):
        ElementTree.register_namespace(prefix, name[1:-1])
    data: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=False)
    return data


def place_of(element: ElementTree.Element) -> Place:
    """Where an element stands in the author's file; nowhere if it was made here."""
    found: Place = getattr(element, "place", NOWHERE)
    return found


def local(name: object) -> str:
    """The name of an element or attribute without its namespace."""
    return str(name).rpartition("}")[2]


class _TreeReader:
    def __init__(self, data: bytes, encoding: str | None, declaring: bool) -> None:
        self.declaring = declaring
        self.data, self.stack, self.count = data, list[SvgElement](), 0
        self.characters = 0
        self.entities: dict[str, str] = {}
        self.top: SvgElement | None = None
        self.parser = parser = expat.ParserCreate(encoding, namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.EndDoctypeDeclHandler = self._weigh_entities
        parser.ProcessingInstructionHandler = self._instruction
        parser.SkippedEntityHandler = self._skipped

    def root(self) -> SvgElement:
        self.parser.Parse(self.data, True)
        if self.top is None:
            raise Refused("it is empty")
        return self.top

    def _place(self) -> Place:
        return Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        place = self._place()
        self.count += 1
        if len(self.stack) >= MAX_DEPTH:
            raise Refused(f"it is nested more than {MAX_DEPTH} deep", place, "simplify")
        if self.count > MAX_ELEMENTS:
            raise Refused(f"it has over {MAX_ELEMENTS:,} elements", place, "simplify")
        if len(attributes) > MAX_ATTRIBUTES:
            raise Refused(f"an element has over {MAX_ATTRIBUTES} attributes", place)
        self._count(sum(map(len, attributes.values())) - _of_pictures(attributes))
        element = SvgElement(_name(name), {_name(key): value for key, value in attributes.items()})
        element.place = place
        if self.stack:
            self.stack[-1].append(element)
        else:
            self.top = element
        self.stack.append(element)

    def _count(self, characters: int) -> None:
        self.characters += characters
        if self.characters > MAX_CHARACTERS:
            message = f"it has over {MAX_CHARACTERS:,} characters apart from its pictures"
            raise Refused(message, self._place(), "simplify")

    def _end(self, _name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        self._count(len(text))
        parent = self.stack[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def _entity(
        self, name: str, parameter: int, value: str | None, _base: object, *_rest: object
    ) -> None:
        if not self.declaring:
            raise Refused("it declares entities", self._place())
        if parameter or value is None:
            raise Refused(f'it reads the entity "{name}" from elsewhere', self._place())
        self.entities.setdefault(name, value)

    def _weigh_entities(self) -> None:
        """Refuses entities that could expand to more than a drawing needs."""
        lengths: dict[str, int] = {}

        def length(name: str, depth: int) -> int:
            if depth > 8:
                raise Refused(f'its entity "{name}" is nested too deep')
            if name not in lengths:
                value = self.entities.get(name, "")
                inner = sum(length(each, depth + 1) for each in REFERENCE.findall(value))
                lengths[name] = len(value) + inner
            return lengths[name]

        longest = max((length(name, 0) for name in self.entities), default=0)
        if longest * self.data.count(b"&") > MAX_EXPANDED:
            raise Refused("its entities expand to too much text")

    def _instruction(self, target: str, data: str) -> None:
        if not self.declaring:
            raise Refused(f"it holds an instruction <?{target[:20]}?>")
        address = re.search(r"href\s*=\s*[\"']\s*([^\"']*)", data)
        if target == "xml-stylesheet" and address and not address[1].startswith("#"):
            message = f'its style sheet is another file, "{address[1][:40]}"'
            raise Refused(message, self._place(), "plain")

    def _skipped(self, name: str, parameter: int) -> None:
        if not parameter:
            raise Refused(f"it uses &{name};, which it does not declare",
                          self._place())  # fmt: skip


def _of_pictures(attributes: dict[str, str]) -> int:
    return sum(len(value) for value in attributes.values() if value.startswith("data:image/"))


def _name(name: str) -> str:
    return "{" + name if "}" in name else name
