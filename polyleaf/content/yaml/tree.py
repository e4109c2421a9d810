"""YAML bytes → a tree of Scalar, Mapping and Sequence, each with its place."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ... import files
from ...model.findings import Finding, PolyleafError, Where, first_findings
from . import comments

MAX_BYTES = 1_000_000  # a leaflet has some 20 kB; more is a mistake or an attack
MAX_DEPTH = 24
MAX_TEXT = 10_000  # characters of one text: five full pages
QUOTE = "put text that starts with a sign in quotes"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")


class Scalar(str):
    """A YAML scalar as it is written, where, and what a comment right above it says."""

    __slots__ = ("comment", "where")
    where: Where
    comment: str


class Mapping(dict[Scalar, Any]):
    where: Where


class Sequence(list[Any]):
    where: Where


def where_of(node: object, default: Where) -> Where:
    return getattr(node, "where", default)


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
    tree = _tree(node, path, comments.above(text, node), findings)
    if findings:
        raise PolyleafError(first_findings(findings))
    return tree


def _refuse_aliases(text: str, path: str) -> None:
    """Aliases can blow a small file up to gigabytes, and a leaflet has no use for them."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            return  # composing ends there, with an error
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


def _tree(node: yaml.Node, path: str, said: dict[int, str], findings: list[Finding]) -> Any:
    where = Where(path, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        scalar = Scalar(node.value)
        scalar.where = where
        scalar.comment = said.get(node.start_mark.line, "")
        if control := CONTROL.search(scalar):  # that it is written as an escape changes nothing
            message = f"the control character U+{ord(control[0]):04X} is not allowed"
            findings.append(Finding(where, "yaml-control", message))
        if len(scalar) > MAX_TEXT:
            message = f"the text has {len(scalar):,} characters, the limit is {MAX_TEXT:,}"
            findings.append(Finding(where, "text-long", message, "part it into paragraphs"))
        return scalar
    if isinstance(node, yaml.SequenceNode):
        sequence = Sequence(_tree(item, path, said, findings) for item in node.value)
        sequence.where = where
        return sequence
    mapping = Mapping()
    mapping.where = where
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _tree(key_node, path, said, findings)
        place = Where(path, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key, Scalar) or not key.strip():
            findings.append(Finding(place, "yaml-key", "a key must be a word"))
        elif key in mapping:
            message = f'the key "{key}" stands here a second time'
            hint = f"first on line {lines[key]}"
            findings.append(Finding(place, "key-duplicate", message, hint))
        else:
            lines[key] = place.line
            mapping[key] = _tree(value_node, path, said, findings)
    return mapping
