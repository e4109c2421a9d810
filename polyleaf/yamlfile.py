"""YAML bytes → a validated shape in which every string knows its line and column.

Scalars are what they look like: `no` is a word, `21:00` a time of day. A shape is a pydantic model
made of `Written` strings; every error in a file comes out at once, each at its own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import AfterValidator as AfterValidator
from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic import Field as Field
from pydantic import WithJsonSchema as WithJsonSchema
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from . import files
from .problems import Finding, PolyleafError, Where, did_you_mean

MAX_BYTES = 1_000_000  # a leaflet has some 20 kB; more is a mistake or an attack
MAX_DEPTH = 24
QUOTE = "put text that starts with a sign in quotes"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
ShapeT = TypeVar("ShapeT", bound="Shape")


class Scalar(str):
    """A YAML scalar as it is written, and where."""

    __slots__ = ("where",)
    where: Where


class Mapping(dict[Scalar, Any]):
    where: Where


class Sequence(list[Any]):
    where: Where


class Shape(BaseModel):
    """What a mapping in a file may hold. Keys that are not fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Fault(ValueError):
    """What a shape's own validator finds wrong with a value."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class OneKey(Shape):
    """A mapping with exactly one of its keys, such as a block with its kind."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    @model_validator(mode="before")
    @classmethod
    def _one_key(cls, value: object) -> object:
        if isinstance(value, Mapping) and len(value) != 1:
            kinds = ", ".join(cls.model_fields)
            raise PydanticCustomError("one-key", f"expected exactly one key of: {kinds}")
        return value

    @property
    def value(self) -> Any:
        """What stands under the key."""
        (name,) = self.model_fields_set
        return getattr(self, name)


def json_schema(union: Any) -> dict[str, Any]:
    """JSON Schema of a shape, or of a union of shapes that a field tells apart."""
    return TypeAdapter(union).json_schema()


def _string(value: object) -> Scalar:
    if not isinstance(value, Scalar):
        raise PydanticCustomError("text", "expected text")
    if not value.strip():
        raise PydanticCustomError("text-empty", "expected text, found nothing")
    return value


class WrittenDate(date):
    """A date, and where it is written."""

    where: Where


def _date(value: object) -> WrittenDate:
    text = _string(value)
    try:
        day = WrittenDate.fromisoformat(text)
        if day.isoformat() != text:
            raise ValueError(text)  # another form of ISO 8601, such as 2026-W47
    except ValueError:
        raise PydanticCustomError("date", "expected a date such as 2026-11-22") from None
    day.where = text.where
    return day


def _number(value: object) -> int:
    try:
        return int(_string(value))
    except ValueError:
        raise PydanticCustomError("number", "expected a whole number") from None


def _truth(value: object) -> bool:
    words = {"true": True, "false": False}
    if not isinstance(value, Scalar) or value not in words:
        raise PydanticCustomError("truth", "expected true or false")
    return words[value]


Written = Annotated[Scalar, PlainValidator(_string), WithJsonSchema({"type": "string"})]
Day = Annotated[
    WrittenDate, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})
]
Number = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": "integer"})]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]


class ShortForm:
    """Annotates a shape so that a bare value stands for the mapping that holds only `key`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        full = handler(schema)
        return {"anyOf": [handler.resolve_ref_schema(full)["properties"][self.key], full]}

    def _widen(self, value: object) -> object:
        if isinstance(value, Mapping):
            return value
        widened = Mapping({Scalar(self.key): value})
        widened.where = where_of(value, Where(""))
        return widened


def where_of(node: object, default: Where) -> Where:
    return getattr(node, "where", default)


def read(data: bytes, path: str, shape: type[ShapeT]) -> ShapeT:
    """`data` as a `shape`; raises PolyleafError with every problem in the file."""
    tree = load(data, path)
    try:
        return shape.model_validate(tree)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise PolyleafError(sorted(_findings(details, tree, path, shape))) from None


# ── YAML → a tree of Scalar, Mapping and Sequence ────────────────────────────────────────────────


def load(data: bytes, path: str) -> Any:
    """The tree of one YAML document, with a place on every node."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes, the limit is {MAX_BYTES:,}"
        raise PolyleafError([Finding(Where(path), "file-size", message)])
    text = files.decode(data, path, "encoding", "save the file as UTF-8")
    try:
        _refuse_aliases(text, path)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark: yaml.Mark | None = error.problem_mark or error.context_mark
        where = Where(path, mark.line + 1, mark.column + 1) if mark else Where(path)
        parts = (error.context, error.problem)
        said = ": ".join(part for part in parts if part) or "not YAML"
        raise PolyleafError([Finding(where, "yaml-syntax", said, _yaml_hint(said))]) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")  # it counts bytes
        where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise PolyleafError([Finding(where, "yaml-syntax", str(error.reason))]) from None
    if node is None:
        raise PolyleafError([Finding(Where(path), "yaml-empty", "the file is empty")])
    findings: list[Finding] = []
    tree = _tree(node, path, findings)
    if findings:
        raise PolyleafError(sorted(findings))
    return tree


def _refuse_aliases(text: str, path: str) -> None:
    """Aliases can blow a small file up to gigabytes, and a leaflet has no use for them."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        where = Where(path, mark.line + 1, mark.column + 1) if mark else Where(path)
        if isinstance(event, yaml.AliasEvent):
            message = "aliases (*name) are not allowed"
            raise PolyleafError([Finding(where, "yaml-alias", message, QUOTE)])
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} deep"
            raise PolyleafError([Finding(where, "yaml-depth", message)])


def _yaml_hint(said: str) -> str:
    if "mapping values are not allowed" in said:
        return 'put text that holds ": " in quotes'
    if "tab character" in said:
        return "indent with spaces"
    if "cannot start any token" in said or "scanning an alias" in said:
        return f"indent with spaces, and {QUOTE}"
    return "check indentation, quotes and colons here and on the line before"


def _tree(node: yaml.Node, path: str, findings: list[Finding]) -> Any:
    where = Where(path, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        scalar = Scalar(node.value)
        scalar.where = where
        if control := CONTROL.search(scalar):  # that it is written as an escape changes nothing
            message = f"the control character U+{ord(control[0]):04X} is not allowed"
            findings.append(Finding(where, "yaml-control", message))
        return scalar
    if isinstance(node, yaml.SequenceNode):
        sequence = Sequence(_tree(item, path, findings) for item in node.value)
        sequence.where = where
        return sequence
    mapping = Mapping()
    mapping.where = where
    for key_node, value_node in node.value:
        key = _tree(key_node, path, findings)
        place = Where(path, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key, Scalar):
            findings.append(Finding(place, "yaml-key", "a key must be a word"))
        elif key in mapping:
            message = f'the key "{key}" stands here a second time'
            first = next(k.where.line for k in mapping if k == key)
            findings.append(Finding(place, "key-duplicate", message, f"first on line {first}"))
        else:
            mapping[key] = _tree(value_node, path, findings)
    return mapping


# ── pydantic's errors → findings ─────────────────────────────────────────────────────────────────


def _findings(
    details: Iterable[ErrorDetails], tree: Any, path: str, shape: type[Shape]
) -> Iterable[Finding]:
    for detail in details:
        where, key, parent = _locate(detail["loc"], tree, path)
        found = detail["input"]
        match detail["type"]:
            case "one-key":
                yield Finding(where, "block-keys", detail["msg"], "one list item (-) for each")
            case "missing":
                yield Finding(where, "key-missing", f'the key "{key}" is missing')
            case "extra_forbidden":
                known = _fields_at(shape, detail["loc"][:-1])
                where = next(k.where for k in parent if k == key)
                hint = did_you_mean(key, known - {str(k) for k in parent})
                yield Finding(where, "key-unknown", f'unknown key "{key}"', hint)
            case "literal_error" | "enum":
                expected = detail.get("ctx", {}).get("expected", "")
                words = expected.replace("'", "").replace(" or ", ", ").split(", ")
                if not isinstance(found, Scalar) or not found:
                    yield _type_finding(where, key, f"one of {', '.join(words)}", found)
                    continue
                hint = did_you_mean(str(found), words) or f"known: {', '.join(words)}"
                yield Finding(where, "value-unknown", f'unknown {key} "{found}"', hint)
            case "too_short":
                least = detail.get("ctx", {}).get("min_length", 1)
                if len(found) < least:  # else its items are at fault, and told one by one
                    message = f'"{key}" needs at least {least} of them, not {len(found)}'
                    yield Finding(where, "length", message)
            case "model_type" | "model_attributes_type" | "dict_type":
                yield _type_finding(where, key, "a mapping", found)
            case "tuple_type" | "list_type":
                yield _type_finding(where, key, "a list", found)
            case "value_error" if isinstance(fault := detail.get("ctx", {}).get("error"), Fault):
                yield Finding(where, fault.code, fault.message, fault.hint)
            case "text" | "date" | "number" | "truth":
                expected = detail["msg"].removeprefix("expected ")
                yield _type_finding(where, key, expected, found)
            case _:
                yield Finding(where, "value", f'"{key}": {_sentence(detail["msg"])}')


def _type_finding(where: Where, key: str, expected: str, found: object) -> Finding:
    message = f'"{key}" must be {expected}, not {_described(found)}'
    return Finding(where, "type", message)


def _described(value: object) -> str:
    match value:
        case Mapping():
            return "a mapping"
        case Sequence():
            return "a list"
        case str() if value.strip():
            return f'"{value[:40]}"'
        case _:
            return "nothing"


def _sentence(message: str) -> str:
    message = message.removeprefix("Value error, ").removeprefix("Tuple ")
    return message[:1].lower() + message[1:]


def _locate(loc: tuple[int | str, ...], tree: Any, path: str) -> tuple[Where, str, Any]:
    """The place that an error's path leads to, the key it is about, and what holds that key."""
    node, parent, key = tree, tree, ""
    where = where_of(tree, Where(path, 1, 1))
    for step in loc:
        if isinstance(step, int):
            if not isinstance(node, list) or step >= len(node):
                break
            parent, node = node, node[step]
            where = where_of(node, where)
        elif isinstance(node, Mapping):
            key = str(step)
            parent = node
            written = next((k for k in node if k == step), None)
            if written is None:
                break
            where, node = written.where, node[written]
            if isinstance(node, Scalar):
                where = node.where
    if isinstance(node, Mapping | Sequence) and key == "":
        where = node.where
    return where, key or "the file", parent


def _fields_at(shape: type[Shape], loc: tuple[int | str, ...]) -> set[str]:
    """The keys that the shape knows where `loc` leads."""
    schema = shape.model_json_schema(by_alias=True)
    node = schema
    for step in loc:
        node = _deref(node, schema)
        if isinstance(step, int):
            node = node.get("items", node)
        else:
            node = node.get("properties", {}).get(step, node)
    return set(_deref(node, schema).get("properties", {}))


def _deref(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for choice in node.get("anyOf", []):
        resolved = _deref(choice, schema)
        if "properties" in resolved or "items" in resolved:
            return resolved
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[-1]
        return _deref(schema["$defs"][name], schema)
    return node
