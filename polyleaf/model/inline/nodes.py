"""The nodes that the small Markdown inside a string is made of, and ways through their tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..sheet import Direction


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
    for is_run, group in groupby(nodes, lambda node: isinstance(node, Run)):
        if not is_run:
            joined += group
        elif text := "".join(node.text for node in group if isinstance(node, Run)):
            joined.append(Run(text))
    return tuple(joined)
