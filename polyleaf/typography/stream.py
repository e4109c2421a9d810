"""The text of a tree as one row of characters: words go on over the edges of its markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ..model.inline import (
    Blank,
    Cite,
    Emphasis,
    Foreign,
    Link,
    Node,
    Nodes,
    Placeholder,
    Run,
    Strong,
)

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # in the place of a node that is no text


def rewrite(nodes: Nodes, change: Callable[[str], Sequence[str]]) -> Nodes:
    """The same tree with its text changed.

    `change` takes all of the text and gives a piece for each of its characters; what it gives for
    OBJECT is dropped.
    """
    text = "".join(_texts(nodes))
    return _rebuilt(nodes, iter(change(text)))


def _texts(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        match node:
            case Run(text):
                yield text
            case Strong(children) | Emphasis(children) | Link(_, children) | Foreign(_, children):
                yield from _texts(children)
            case Cite() | Placeholder() | Blank():
                yield OBJECT


def _rebuilt(nodes: Nodes, pieces: Iterator[str]) -> Nodes:
    def rebuild(node: Node) -> Node:
        match node:
            case Run(text):
                return Run("".join(islice(pieces, len(text))))
            case Strong(children):
                return Strong(_rebuilt(children, pieces))
            case Emphasis(children):
                return Emphasis(_rebuilt(children, pieces))
            case Link(address, children):
                return Link(address, _rebuilt(children, pieces))
            case Foreign(direction, children):
                return Foreign(direction, _rebuilt(children, pieces))
            case Cite() | Placeholder() | Blank():
                next(pieces)
                return node

    return tuple(map(rebuild, nodes))
