"""TMX bytes → translation units, or what is wrong with the file and in which line.

TMX 1.4b (LISA OSCAR), and 1.1 to 2.0 as tools write them: `xml:lang` or `lang`, any encoding that
the file names. Nothing outside the file is read, neither its DTD nor an entity; entities that could
expand to more than a file may hold are refused (XML 1.0, 4.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from ...languages import normalised
from ...model.findings import Finding, PolyleafError, Where
from .inline_tags import SegmentText

CODE = "memory-syntax"
MAX_DEPTH = 64  # elements in each other; TMX needs ten
MAX_ATTRIBUTES = 256  # of one element
MAX_ENTITY = 8  # characters: a declared entity is a sign such as &nbsp;
MAX_TEXT = 20_000  # characters of a segment, as of a catalog's string
HINT = "let the tool export it again, or mend that line; nothing of the file is offered until then"
UTF8 = "utf-8"


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """One text in several languages: each variant's tag as it is written, and its text."""

    variants: tuple[tuple[str, str], ...]
    line: int


def read(data: bytes, path: str) -> Iterator[TmxUnit]:
    """The units of a file, in their order; raises PolyleafError with its first fault."""
    try:
        try:
            return iter(_UnitReader(None).read(data))
        except expat.ExpatError as error:
            if error.code != expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]:
                raise
            # It says UTF-16 and is not: somebody has saved it again.
            return iter(_UnitReader(UTF8).read(data))
    except expat.ExpatError as error:
        message = expat.errors.messages.get(error.code, "it is no XML")
        where = Where(path, error.lineno, error.offset + 1)
        raise PolyleafError([Finding(where, CODE, f"no TMX: {message}", HINT)]) from None
    except _RefusedError as error:
        where = Where(path, error.line)
        raise PolyleafError([Finding(where, CODE, f"no TMX: {error}", HINT)]) from None
    except (LookupError, ValueError) as error:  # an encoding that does not exist
        raise PolyleafError([Finding(Where(path, 1), CODE, f"no TMX: {error}", HINT)]) from None


class _RefusedError(ValueError):
    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _UnitReader:
    """Collects the units while expat reads."""

    def __init__(self, encoding: str | None) -> None:
        self.units: list[TmxUnit] = []
        self._open: list[str] = []
        self._line, self._language = 0, ""
        self._variants: list[tuple[str, str]] = []
        self._segment: SegmentText | None = None
        self._parser = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def read(self, data: bytes) -> list[TmxUnit]:
        self._parser.Parse(data, True)
        return self.units

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        name = _local(written)
        if not self._open and name != "tmx":
            raise self._refused(f"its root is <{written[:40]}>")
        if len(self._open) >= MAX_DEPTH:
            raise self._refused(f"it is nested more than {MAX_DEPTH} deep")
        if len(attributes) > MAX_ATTRIBUTES:
            raise self._refused(f"an element has over {MAX_ATTRIBUTES} attributes")
        self._open.append(name)
        if self._segment is not None:
            self._segment.start(name)
            return
        match name:
            case "tu":
                self._line, self._variants = self._parser.CurrentLineNumber, []
            case "tuv":
                named = {_local(key): value for key, value in attributes.items()}
                self._language = named.get("lang", "").strip()
            case "seg":
                self._segment = SegmentText()
                self._parser.CharacterDataHandler = self._text

    def _text(self, text: str) -> None:
        if self._segment is not None and self._segment.add(text) > MAX_TEXT:
            raise self._refused(f"a segment has over {MAX_TEXT:,} characters")

    def _end(self, _written: str) -> None:
        name = self._open.pop()
        if self._segment is not None and (name != "seg" or "seg" in self._open):
            self._segment.end(name)
        elif self._segment is not None:
            if text := normalised(self._segment.text()):
                self._variants.append((self._language, text))
            self._segment, self._parser.CharacterDataHandler = None, None
        elif name == "tu":
            self.units.append(TmxUnit(tuple(self._variants), self._line))

    def _entity(
        self, name: str, parameter: int, value: str | None, _base: object, *_rest: object
    ) -> None:
        if parameter or value is None:
            raise self._refused(f'it reads the entity "{name[:40]}" from elsewhere')
        if "&" in value or "%" in value or len(value) > MAX_ENTITY:
            raise self._refused(f'its entity "{name[:40]}" could expand to too much text')

    def _skipped(self, name: str, parameter: int) -> None:
        if not parameter:
            raise self._refused(f"it uses &{name[:40]};, which it does not declare")

    def _refused(self, message: str) -> _RefusedError:
        return _RefusedError(message, self._parser.CurrentLineNumber)


def _local(name: str) -> str:
    """The name of an element or attribute without its prefix, in small letters."""
    return name.rpartition(":")[2].lower()
