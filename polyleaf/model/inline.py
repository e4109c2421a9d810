"""The small Markdown inside a string ↔ a tree of nodes.

`**strong**`, `*emphasis*`, `[text](address)`, `[@source]` and `{clinic.phone}`, and in the words of
a picture `<1>…</1>`, which stands for what is drawn in another style there. Nothing else is markup:
a `<b>` is printed as it stands. Every language uses the same nodes, so checks can compare
the citations, placeholders and addresses that a translator must keep as values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from .sheet import Direction

# CommonMark decides by the neighbouring letters whether `**` may open or close, which fails where
# words have no spaces (`**50%**的人`). Here a pair is a pair, in every script. No alternative looks
# past the next delimiter of its own kind, so matching stays linear in a text full of open ones.
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
MARKED = re.compile(r"<([1-9][0-9]?)>((?:(?!</?[0-9]{1,2}>).)*)</\1>", re.ASCII)
MARKUP = re.compile(r"[\\*\[\]]")
WRITE_IN_MARK = "…"  # replaces a blank in plain text, where no line can be drawn
# Not `\s`: a no-break or an ideographic space is the author's choice and stays.
BLANKS = re.compile(r"[ \t\r\n]+")
# Filled on one person's copy of a sheet only; every other sheet leaves a blank to write on.
COPY_PLACEHOLDER = re.compile(r"copy\.[A-Za-z_]\w*", re.ASCII)
UNFILLED = re.compile(rf"\{{{COPY_PLACEHOLDER.pattern}\}}", COPY_PLACEHOLDER.flags)
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
class Mark:
    """Words of a picture in the style that its drawing has under this number."""

    number: int
    children: Nodes


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text that is isolated from its line, in a direction of its own."""

    direction: Direction
    children: Nodes


Leaf = Run | Cite | Placeholder | Blank
Parent = Strong | Emphasis | Link | Mark | Foreign
Node = Leaf | Parent
Nodes = tuple[Node, ...]


def parse(value: str) -> Nodes:
    """Parse one string. Every string is valid: what is not markup is text."""
    value = one_line(value)
    found: list[Node] = []
    position = 0
    for match in MARKED.finditer(value):
        found += _parsed(value[position : match.start()])
        found.append(Mark(int(match[1]), join_runs(_parsed(match[2]))))
        position = match.end()
    return join_runs([*found, *_parsed(value[position:])])


def escaped(text: str) -> str:
    """A text whose words are those of `text`, whatever looks like markup in it; `{…}` stays."""
    same = "".join(_source(node) for node in parse(text)) == one_line(text)
    return text if same else MARKUP.sub(r"\\\g<0>", text)


def _source(node: Node) -> str:
    match node:
        case Run(text):
            return text
        case Placeholder(name):
            return "{" + name + "}"
    return ""


def _parsed(value: str) -> list[Node]:
    found: list[Node] = []
    position = 0
    for match in TOKEN.finditer(value):
        found += [Run(value[position : match.start()]), _node(match)]
        position = match.end()
    return [*found, Run(value[position:])]


def one_line(value: str) -> str:
    """Replace line breaks by spaces: where the file breaks a line has no meaning."""
    return (BLANKS.sub(" ", value) if "\n" in value else value).strip(" \t\r\n")


def plain(nodes: Nodes) -> str:
    """Return the words alone, for titles and metadata: no citations, placeholders by name."""
    return _words(nodes).strip()


def title(value: str, values: Iterable[tuple[str, str]]) -> str:
    """The words without markup, placeholders filled, for titles and attributes.

    They never hold what is filled in on a personal copy: titles are shown in many places.
    """
    words = plain(parse(value))
    for name, filling in values:
        words = words.replace("{" + name + "}", filling)
    return UNFILLED.sub(WRITE_IN_MARK, words)


def walk(nodes: Nodes) -> Iterator[Node]:
    """Yield every node of the tree, parents first."""
    for node in nodes:
        yield node
        if isinstance(node, Parent):
            yield from walk(node.children)


def leaves(nodes: Nodes) -> Iterator[Leaf]:
    """Yield the nodes that hold no others, in the order of the text."""
    return (node for node in walk(nodes) if not isinstance(node, Parent))


def map_leaves(nodes: Nodes, change: Callable[[Leaf], Node]) -> Nodes:
    """Return the same tree with each leaf changed, in the order of the text."""
    return tuple(
        replace(node, children=map_leaves(node.children, change))
        if isinstance(node, Parent)
        else change(node)
        for node in nodes
    )


def join_runs(nodes: Iterable[Node]) -> Nodes:
    """Join neighbouring runs of text and drop empty ones."""
    joined: list[Node] = []
    for node in nodes:
        if node == Run(""):
            continue
        if joined and isinstance(node, Run) and isinstance(last := joined[-1], Run):
            joined[-1] = Run(last.text + node.text)
        else:
            joined.append(node)
    return tuple(joined)


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
                words = words.rstrip()  # a full stop may follow the citation
            case Blank():
                words += WRITE_IN_MARK
            case _:
                words += _words(node.children)
    return words
