"""The small Markdown inside a string ↔ a tree of nodes.

`**strong**`, `*emphasis*`, `[text](address)`, `[@source]` and `{clinic.phone}`, and a backslash
before a sign that is none. They follow CommonMark 0.31.2. In the words of a picture `<1>…</1>`
stands for what is drawn in another style. Nothing else is markup, and a `<b>` is printed as it
stands. Every language uses the same nodes, so checks can compare the citations,
placeholders and addresses that a translator must keep as values.

nodes     the tree
stars     which `*` open and close
tokens    a string → words and markup
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .nodes import (
    Blank,
    Cite,
    Emphasis,
    Foreign,
    Leaf,
    Link,
    Mark,
    Node,
    Nodes,
    Parent,
    Placeholder,
    Run,
    Strong,
    join_runs,
    leaves,
    map_leaves,
    walk,
)
from .tokens import Token, tokens

WRITE_IN_MARK = "…"  # replaces a blank in plain text, where no line can be drawn
# Not `\s`: a no-break or an ideographic space is the author's choice and stays.
BLANKS = re.compile(r"[ \t\r\n]+")
# Filled on one person's copy of a sheet only; every other sheet leaves a blank to write on.
COPY_PLACEHOLDER = re.compile(r"copy\.[A-Za-z_]\w*", re.ASCII)
UNFILLED = re.compile(rf"\{{{COPY_PLACEHOLDER.pattern}\}}", COPY_PLACEHOLDER.flags)
MARKED = re.compile(r"<([1-9][0-9]?)>((?:(?!</?[0-9]{1,2}>).)*)</\1>", re.ASCII)
MARKUP = re.compile(r"[\\*\[\]]")
SAFE_ADDRESS = re.compile(r"(https?://|mailto:|tel:)[^\s{}]+", re.ASCII)
MAX_DEPTH = 16  # emphases in each other; more print their stars, which a check reports

# What `bare` puts in the place of markup: characters for private use, which no text may hold.
START, END, FILLED = "\ue000", "\ue001", "\ue002"
_BARE = {"escape": "x", "leaf": FILLED, "open": START, "close": END}

__all__ = [
    "END", "FILLED", "START", "Blank", "Cite", "Emphasis", "Foreign", "Leaf", "Link", "Mark",
    "Node", "Nodes", "Parent", "Placeholder", "Run", "Strong", "Token", "bare", "escaped",
    "join_runs", "leaves", "map_leaves", "one_line", "parse", "plain", "title", "tokens", "walk",
]  # fmt: skip


@lru_cache(maxsize=4096)  # many checks read the same texts
def parse(value: str) -> Nodes:
    """Parse one string. Every string is valid: what is not markup is text."""
    value, found, position = one_line(value), list[Node](), 0
    for match in MARKED.finditer(value):
        found += _Tree().built(tokens(value[position : match.start()]))
        found.append(Mark(int(match[1]), _Tree().built(tokens(match[2]))))
        position = match.end()
    return join_runs([*found, *_Tree().built(tokens(value[position:]))])


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


class _Tree:
    """Nodes that are being built: what is open, and the children so far of each.

    An emphasis that is too deep has no children of its own: what is around it gets them.
    """

    def __init__(self) -> None:
        self.children: list[list[Node]] = [[]]

    def built(self, found: list[Token]) -> Nodes:
        for token in found:
            match token.kind:
                case "leaf" if token.leaf:
                    self.children[-1].append(token.leaf)
                case "stars":
                    self._stars(token)
                case "open":
                    self.children.append([])
                case "close":
                    inside = self.children.pop()
                    self.children[-1].append(Link(token.address, join_runs(inside)))
                case _:
                    self.children[-1].append(Run(token.source[token.kind == "escape" :]))
        return join_runs(self.children[0])

    def _stars(self, token: Token) -> None:
        run = token.stars
        assert run
        for length in run.closed:
            inside = self.children.pop()
            if inside is self.children[-1]:
                inside.append(Run("*" * length))
            else:
                self.children[-1].append((Strong if length == 2 else Emphasis)(join_runs(inside)))
        self.children[-1].append(Run("*" * run.left))
        for length in reversed(run.opened):
            if len(self.children) <= MAX_DEPTH:
                self.children.append([])
            else:
                self.children[-1].append(Run("*" * length))
                self.children.append(self.children[-1])


def one_line(value: str) -> str:
    """Replace line breaks by spaces: where the file breaks a line has no meaning."""
    return (BLANKS.sub(" ", value) if "\n" in value else value).strip(" \t\r\n")


def bare(value: str) -> str:
    """Return what no markup has taken, such as a bracket that is left over.

    An `x` stands for a sign with a backslash, FILLED for what is cited or filled in; START and END
    stand around the words of a link.
    """
    return "".join(
        "*" * token.stars.left if token.stars else _BARE.get(token.kind, token.source)
        for token in tokens(one_line(value))
    )


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
