"""YAML bytes → a tree of Scalar, Mapping and Sequence, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ... import files
from ...model.findings import Finding, PolyleafError, Where, first_findings

MAX_BYTES = 1_000_000  # a leaflet has about 20 kB; far more is a mistake or an attack
MAX_DEPTH = 24
MAX_TEXT = 10_000  # characters of one text: five full pages
QUOTE = "quote text that starts with a sign"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")


class Scalar(str):
    """A YAML scalar as it is written, its place, and the comment right above it."""

    __slots__ = ("comment", "where")
    where: Where
    comment: str


class Mapping(dict[Scalar, Any]):
    where: Where


class Sequence(list[Any]):
    where: Where


def where_of(node: object, default: Where) -> Where:
    return getattr(node, "where", default)


def _where(path: str, mark: yaml.Mark | yaml._yaml.Mark | None) -> Where:
    return Where(path, mark.line + 1, mark.column + 1) if mark else Where(path)


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
        where = _where(path, error.problem_mark or error.context_mark)
        parts = (error.context, error.problem)
        problem = ": ".join(part for part in parts if part) or "not YAML"
        raise PolyleafError([Finding(where, "yaml-syntax", problem, _yaml_hint(problem))]) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")  # it counts bytes
        where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise PolyleafError([Finding(where, "yaml-syntax", str(error.reason))]) from None
    if node is None:
        raise PolyleafError([Finding(Where(path), "yaml-empty", "the file is empty")])
    findings: list[Finding] = []
    tree = _tree(node, path, _comments(text, node), findings)
    if findings:
        raise PolyleafError(first_findings(findings))
    return tree


def _refuse_aliases(text: str, path: str) -> None:
    """Aliases can expand a small file to gigabytes, and no leaflet needs them."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            return  # composing reports that as an error
        where = _where(path, event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            message = "aliases (*name) are not allowed"
            raise PolyleafError([Finding(where, "yaml-alias", message, QUOTE)])
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} deep"
            raise PolyleafError([Finding(where, "yaml-depth", message)])


def _yaml_hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return 'quote text that contains ": "'
    if "tab character" in problem:
        return "indent with spaces"
    if "cannot start any token" in problem or "scanning an alias" in problem:
        return f"indent with spaces, and {QUOTE}"
    return "check indentation, quotes and colons here and on the line before"


def _tree(node: yaml.Node, path: str, comments: dict[int, str], findings: list[Finding]) -> Any:
    where = _where(path, node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        scalar = Scalar(node.value)
        scalar.where = where
        scalar.comment = comments.get(node.start_mark.line, "")
        if control := CONTROL.search(scalar):  # also one written as an escape
            message = f"the control character U+{ord(control[0]):04X} is not allowed"
            findings.append(Finding(where, "yaml-control", message))
        if len(scalar) > MAX_TEXT:
            message = f"the text has {len(scalar):,} characters, the limit is {MAX_TEXT:,}"
            findings.append(Finding(where, "text-long", message, "split it into paragraphs"))
        return scalar
    if isinstance(node, yaml.SequenceNode):
        sequence = Sequence(_tree(item, path, comments, findings) for item in node.value)
        sequence.where = where
        return sequence
    mapping = Mapping()
    mapping.where = where
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _tree(key_node, path, comments, findings)
        place = _where(path, key_node.start_mark)
        if not isinstance(key, Scalar) or not key.strip():
            findings.append(Finding(place, "yaml-key", "a key must be a word"))
        elif key in mapping:
            message = f'the key "{key}" is written twice'
            hint = f"first on line {lines[key]}"
            findings.append(Finding(place, "key-duplicate", message, hint))
        else:
            lines[key] = place.line
            mapping[key] = _tree(value_node, path, comments, findings)
    return mapping


def _comments(text: str, root: yaml.Node) -> dict[int, str]:
    """Line (counted from 0) → the comment right above it, which YAML parsers drop."""
    inside = set(_inside(root))
    found: dict[int, str] = {}
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare.startswith("#") and number not in inside:
            lines.append(bare.lstrip("#").strip())
        else:
            if lines:
                found[number] = " ".join(filter(None, lines))
            lines = []
    return found


def _inside(node: yaml.Node) -> Iterator[int]:
    """Every line of each scalar except the first: a # there is part of the text."""
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark
        yield from range(node.start_mark.line + 1, end.line + (end.column > 0))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _inside(item)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _inside(part)
