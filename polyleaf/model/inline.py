"""The small Markdown inside a string ↔ a tree of nodes.

`**strong**`, `*emphasis*`, `[text](address)`, `[@source]` and `{clinic.phone}`. Nothing else is
markup: a `<b>` is printed as it stands. The tree is the same for every language, so that what a
translator must keep (citations, placeholders, addresses) can be compared as values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .sheet import Direction

# CommonMark decides by the neighbouring letters whether `**` may open or close, which fails where
# words have no spaces (`**50%**的人`). Here a pair is a pair, in every script. No alternative looks
# past the next sign of its own kind, so that a text full of open signs takes no longer than others.
TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | \[(?P<cite>@[\w.-]+(?:\s*;\s*@[\w.-]+)*)\]
    | \{(?P<placeholder>[A-Za-z_]\w*(?:\.\w+)*)\}
    | \*\*(?=\*?[^\s*])(?P<strong>(?:\\.|(?!\*\*(?!\*))[^\\])+)(?<=\S)\*\*(?!\*)
    | \*(?=[^\s*])(?P<emphasis>(?:\\.|[^\\*])+?)(?<=\S)\*(?!\*)
    | \[(?P<label>(?:\\.|[^\[\]\\])+)\]\((?P<address>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)
    """,
    re.VERBOSE | re.ASCII | re.DOTALL,
)
ROOM = "…"  # for what is to be written in, where no line can be drawn
# A no-break or an ideographic space is the author's and stays.
BLANKS = re.compile(r"[ \t\r\n]+")
# What stands on one person's copy of a sheet alone; every other sheet leaves room to write it.
OF_COPY = re.compile(r"copy\.[A-Za-z_]\w*", re.ASCII)
UNFILLED = re.compile(rf"\{{{OF_COPY.pattern}\}}", OF_COPY.flags)
SAFE_ADDRESS = re.compile(r"(https?://|mailto:|tel:)[^\s{}]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Run:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: Nodes


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: Nodes


@dataclass(frozen=True, slots=True)
class Link:
    address: str
    children: Nodes


@dataclass(frozen=True, slots=True)
class Cite:
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placeholder:
    name: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A run that reads in its own direction inside a line of the other one."""

    direction: Direction
    children: Nodes


Node = Run | Strong | Emphasis | Link | Cite | Placeholder | Blank | Foreign
Nodes = tuple[Node, ...]


def parse(value: str) -> Nodes:
    """The tree of one string. Every string parses: what is not markup is text."""
    value = one_line(value)
    found: list[Node] = []
    position = 0
    for match in TOKEN.finditer(value):
        found += [Run(value[position : match.start()]), _node(match)]
        position = match.end()
    return _joined([*found, Run(value[position:])])


def one_line(value: str) -> str:
    """The text as it is read: where its file breaks a line is of no meaning."""
    return (BLANKS.sub(" ", value) if "\n" in value else value).strip(" \t\r\n")


def plain(nodes: Nodes) -> str:
    """The words alone, for titles and metadata: no citations, placeholders by name."""
    return _words(nodes).strip()


def title(value: str, values: Iterable[tuple[str, str]]) -> str:
    """The words alone, placeholders filled, for titles and attributes, which take no markup.

    What stands on one person's copy alone is in none of them: titles get about.
    """
    words = plain(parse(value))
    for name, filling in values:
        words = words.replace("{" + name + "}", filling)
    return UNFILLED.sub(ROOM, words)


def walk(nodes: Nodes) -> Iterator[Node]:
    """Every node of the tree, parents first."""
    for node in nodes:
        yield node
        if isinstance(node, Strong | Emphasis | Link | Foreign):
            yield from walk(node.children)


def _node(match: re.Match[str]) -> Node:
    match match.lastgroup, match.groupdict():
        case "escaped", {"escaped": str(character)}:
            return Run(character)
        case "cite", {"cite": str(ids)}:
            return Cite(tuple(re.findall(r"@([\w.-]+)", ids)))
        case "placeholder", {"placeholder": str(name)}:
            return Placeholder(name)
        case "strong", {"strong": str(inner)}:
            return Strong(parse(inner))
        case "emphasis", {"emphasis": str(inner)}:
            return Emphasis(parse(inner))
        case _, {"label": str(label), "address": str(address)}:
            return Link(address, parse(label))
    raise AssertionError(match)


def _words(nodes: Nodes) -> str:
    words = ""
    for node in nodes:
        match node:
            case Run(text):
                words += text
            case Placeholder(name):
                words += "{" + name + "}"
            case Cite():
                words = words.rstrip()  # what follows it may be a full stop
            case Blank():
                words += ROOM
            case _:
                words += _words(node.children)
    return words


def _joined(nodes: list[Node]) -> Nodes:
    joined: list[Node] = []
    for node in nodes:
        if node == Run(""):
            continue
        if joined and isinstance(node, Run) and isinstance(last := joined[-1], Run):
            joined[-1] = Run(last.text + node.text)
        else:
            joined.append(node)
    return tuple(joined)
