"""YAML bytes → a tree of Scalar, Mapping and Sequence, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ... import files, languages
from ...model.findings import Finding, PolyleafError, Where, first_findings
from . import losses, pieces, syntax
from .losses import MAX_DEPTH as MAX_DEPTH

MAX_BYTES = 1_000_000  # a leaflet has about 20 kB; far more is a mistake or an attack
MAX_TEXT = 10_000  # characters of one text: five full pages
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029]")
UNENDED = re.compile("while parsing a flow|end of stream")  # what is missing is where it began


class Scalar(str):
    """A YAML scalar as it is written, its place, and the comment right above it.

    `plain`: without quotes, so that it may be a number, true or nothing. `lost`: what YAML has
    taken from it, if it is a text.
    """

    __slots__ = ("comment", "lost", "plain", "where")
    where: Where
    comment: str
    lost: Finding | None
    plain: bool

    def __new__(cls, value: str, *, plain: bool = True) -> Scalar:
        made = super().__new__(cls, value)
        made.comment, made.lost, made.plain = "", None, plain
        return made


class Mapping(dict[Scalar, Any]):
    where: Where


class Sequence(list[Any]):
    where: Where


def where_of(node: object, default: Where) -> Where:
    return getattr(node, "where", default)


def load(data: bytes, path: str) -> Any:
    """The tree of one YAML document, with a place on every node; raises PolyleafError."""
    tree, findings = load_all(data, path)
    if findings:
        raise PolyleafError(first_findings(findings))
    return tree


def load_all(data: bytes, path: str) -> tuple[Any, list[Finding]]:
    """The tree as far as it can be read, and what is wrong with its nodes, such as double keys.

    Raises PolyleafError for what is no YAML.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes, the limit is {MAX_BYTES:,}"
        raise PolyleafError([Finding(Where(path), "file-size", message)])
    text = files.decode(data, path, "encoding", "save the file as UTF-8")
    text, findings = losses.of_lines(text, path)
    try:
        node = _composed(text, path, findings)
    except yaml.MarkedYAMLError as error:
        findings += [_syntax(error, text, path), *_further(error, text, path)]
        raise PolyleafError(first_findings(findings)) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")  # it counts bytes
        where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise PolyleafError([Finding(where, "yaml-syntax", str(error.reason))]) from None
    if node is None:
        raise PolyleafError([Finding(Where(path), "yaml-empty", "the file is empty")])
    return _TreeMaker(text, path, _comments(text, node), findings).tree(node), findings


def _composed(text: str, path: str, findings: list[Finding]) -> yaml.Node | None:
    return yaml.compose(losses.of_signs(text, path, findings), Loader=yaml.CSafeLoader)


def _further(error: yaml.MarkedYAMLError, text: str, path: str) -> list[Finding]:
    """What is wrong in the pieces of the file that begin below an error."""
    lost = error.context_mark if "end of stream" in (error.problem or "") else error.problem_mark
    found: list[Finding] = []
    for piece in pieces.after(text, lost.line if lost else 0):
        try:
            node = _composed(piece, path, found)
            if node is not None:
                _TreeMaker(piece, path, {}, found).tree(node)
        except yaml.MarkedYAMLError as further:
            found.append(_syntax(further, piece, path))
        except yaml.reader.ReaderError:
            break
        except PolyleafError as refused:  # which has what was found before
            found = list(refused.findings)
    return found


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    if UNENDED.search(f"{error.context} {error.problem}"):
        mark = error.context_mark or mark
    where = losses.where_at(path, mark)
    parts = (error.context, error.problem)
    problem = ": ".join(part for part in parts if part) or "not YAML"
    hint = syntax.hint(problem, text.split("\n"), where.line - 1)
    return Finding(where, "yaml-syntax", problem, hint)


class _TreeMaker:
    """Makes the tree of one file, and collects what is wrong with its parts."""

    def __init__(
        self, text: str, path: str, comments: dict[int, str], findings: list[Finding]
    ) -> None:
        self.text, self.path, self.comments, self.findings = text, path, comments, findings

    def tree(self, node: yaml.Node, outer: int = -1) -> Any:
        """The tree of a node; `outer` is the column of its key or dash."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, outer)
        where = losses.where_at(self.path, node.start_mark)
        if isinstance(node, yaml.SequenceNode):
            column = outer if node.flow_style else node.start_mark.column
            sequence = Sequence(self.tree(item, column) for item in node.value)
            sequence.where = where
            if node.flow_style and len(sequence) == 1 and isinstance(only := sequence[0], Scalar):
                only.lost = only.lost or losses.of_commas(only, only.plain, where)
            return sequence
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, where, outer)

    def _scalar(self, node: yaml.ScalarNode, outer: int) -> Scalar:
        where = losses.where_at(self.path, node.start_mark)
        scalar = Scalar(languages.normalised(node.value), plain=not node.style)
        scalar.where = where
        scalar.comment = self.comments.get(node.start_mark.line, "")
        scalar.lost = losses.of_text(self.text, node, self.path, outer)
        if control := CONTROL.search(scalar):  # also one written as an escape
            message = f"the control character U+{ord(control[0]):04X} is not allowed"
            self.findings.append(Finding(where, "yaml-control", message))
        if len(scalar) > MAX_TEXT:
            message = f"the text has {len(scalar):,} characters, the limit is {MAX_TEXT:,}"
            self.findings.append(Finding(where, "text-long", message, "split it into paragraphs"))
        return scalar

    def _mapping(self, node: yaml.MappingNode, where: Where, outer: int) -> Mapping:
        mapping = Mapping()
        mapping.where = where
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self.tree(key_node)
            place = losses.where_at(self.path, key_node.start_mark)
            if not isinstance(key, Scalar) or not key.strip():
                self.findings.append(Finding(place, "yaml-key", "a key must be a word"))
            elif key in mapping:
                message = f'the key "{key}" is written twice'
                hint = f"first on line {lines[key]}"
                self.findings.append(Finding(place, "key-duplicate", message, hint))
            else:
                lines[key] = place.line
                column = outer if node.flow_style else key_node.start_mark.column
                mapping[key] = self.tree(value_node, column)
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
