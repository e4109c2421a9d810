"""A shape's validation errors → findings, each at its place and with a hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from ...model.findings import Finding, Where, did_you_mean
from . import causes
from .losses import NULLS
from .shapes import Fault, Shape
from .tree import Mapping, Scalar, Sequence, where_of


def findings(
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
                where = next((k.where for k in parent if k == key), where)
                if key.strip() in known and key != key.strip():
                    message = f'the key has a space that is no plain one: "{key}"'
                    yield Finding(where, "key-unknown", message, "type the spaces anew (U+0020)")
                    continue
                left = known - {str(k) for k in parent}
                hint = did_you_mean(key, left) or f"known: {', '.join(sorted(left))}"
                hint += causes.odd_letters(key)
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
                if len(found) < least:  # else its items are wrong, and reported one by one
                    message = f'"{key}" needs at least {least} of them, not {len(found)}'
                    yield Finding(where, "length", message)
            case "model_type" | "model_attributes_type" | "dict_type":
                keys = sorted(_fields_at(shape, detail["loc"]))
                yield _type_finding(where, key, "a mapping", found, keys)
            case "tuple_type" | "list_type":
                yield _type_finding(where, key, "a list", found)
            case "value_error" if isinstance(fault := detail.get("ctx", {}).get("error"), Fault):
                yield Finding(fault.where or where, fault.code, fault.message, fault.hint)
            case "text-empty":
                message = f'"{key}" must be text, not nothing'
                yield Finding(where, "value", message, "write a text, or leave the key out")
            case "text" | "date" | "number" | "truth":
                expected = detail["msg"].removeprefix("expected ")
                yield _type_finding(where, key, expected, found)
            case _:
                yield Finding(where, "value", f'"{key}": {_sentence(detail["msg"])}')


def _type_finding(
    where: Where, key: str, expected: str, found: object, keys: Iterable[str] = ()
) -> Finding:
    message = f'"{key}" must be {expected}, not {_described(found)}'
    return Finding(where, "type", message, causes.hint(expected, found, keys))


def _described(value: object) -> str:
    match value:
        case Mapping():
            return "a mapping"
        case Sequence():
            return "a list"
        case Scalar() if value.plain and value in NULLS:
            return f"nothing ({value})"
        case str() if value.strip():
            return f'"{value[:40]}"'
        case _:
            return "nothing"


def _sentence(message: str) -> str:
    message = message.removeprefix("Value error, ").removeprefix("Tuple ")
    return message[:1].lower() + message[1:]


def _locate(loc: tuple[int | str, ...], tree: Any, path: str) -> tuple[Where, str, Any]:
    """The place of an error, the key that it is about, and the node that holds the key."""
    node, parent, key = tree, tree, ""
    where = where_of(tree, Where(path, 1, 1))
    for step in loc:
        if isinstance(step, int):
            if not isinstance(node, list) or step >= len(node):
                break
            parent, node = node, node[step]
            where = where_of(node, where)
        elif step.startswith("<") and not (isinstance(node, Mapping) and step in node):
            continue  # a branch of a union
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
    """The keys that the shape has at `loc`."""
    schema = _schema(shape)
    nodes = list(_choices(schema, schema))
    for step in loc:
        if isinstance(step, int):
            below = [node["items"] for node in nodes if "items" in node]
        else:
            below = [node["properties"][step] for node in nodes if step in node["properties"]]
        if below:  # else the step is a branch of a union
            nodes = [choice for node in below for choice in _choices(node, schema)]
    return {key for node in nodes for key in node["properties"]}


@cache
def _schema(shape: type[Shape]) -> dict[str, Any]:
    return shape.model_json_schema(by_alias=True)


def _choices(node: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The nodes that a value may be checked by, each with `properties`, if only empty ones."""
    if "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    alternatives = [*node.get("anyOf", ()), *node.get("oneOf", ())]
    for choice in alternatives:
        yield from _choices(choice, schema)
    if "properties" in node or not alternatives:  # what stands beside alternatives limits them
        yield {"properties": {}, **node}
