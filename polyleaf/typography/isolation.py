"""Every run that reads against its line becomes one node.

The bidirectional algorithm (UAX #9) shows `5-10 mg` in an Arabic line as "mg 10-5" and turns the
groups of a telephone number round. WeasyPrint moreover orders inline elements one by one. So a run
that reads against its line, with the markup inside it, is made one `Foreign` node, which markup
prints as a single `<span dir>`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from ..model.inline import Emphasis, Foreign, Link, Node, Nodes, Run, Strong
from ..model.sheet import Direction
from . import runs
from .line import STRONG, length, read

Marked = Strong | Emphasis | Link | Foreign


def isolate(nodes: Nodes, base: Direction) -> Nodes:
    """The nodes with every run that reads against `base` in a Foreign node, its markup inside."""
    found = runs.spans(read(nodes, base), base)
    return _wrapped(_bare(nodes, base), found, 0, "rtl" if base == "ltr" else "ltr")


def direction_of(text: str) -> Direction | None:
    """The direction of its first letter (UAX #9, P2); none if it has no letters."""
    for character in text:
        if (kind := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return STRONG[kind]
    return None


def _bare(nodes: Nodes, base: Direction) -> Nodes:
    """The nodes without the Foreign ones that read against `base`: these are found anew."""
    found: list[Node] = []
    for node in nodes:
        match node:
            case Foreign(direction, children) if direction != base:
                found += _bare(children, base)
            case Foreign(direction, children):
                found.append(Foreign(direction, isolate(children, base)))
            case Strong() | Emphasis() | Link():
                found.append(replace(node, children=_bare(node.children, base)))
            case _:
                found.append(node)
    return _joined(found)


def _wrapped(nodes: Nodes, spans: list[runs.Span], start: int, direction: Direction) -> Nodes:
    """Each span of the line in a Foreign node, as deep inside the markup as the whole of it goes.

    An element that a span leaves at its middle is divided in two. `start` is where the first node
    stands in the line.
    """
    inner: list[Node] = []
    outer = list(spans)
    position = start
    for node in nodes:
        end = position + length(node)
        if isinstance(node, Marked):
            within = [span for span in outer if position <= span[0] and span[1] <= end]
            within = [span for span in within if span != (position, end)]
            outer = [span for span in outer if span not in within]
            children = _wrapped(node.children, within, position, direction)
            node = replace(node, children=children)
        inner.append(node)
        position = end
    found: list[Node] = []
    last = start
    for left, right in outer:
        found += _cut(inner, start, last, left)
        # Numbers between two right-to-left words read against these.
        found.append(Foreign(direction, isolate(_cut(inner, start, left, right), direction)))
        last = right
    return (*found, *_cut(inner, start, last, position))


def _cut(nodes: list[Node], start: int, left: int, right: int) -> Nodes:
    """What stands between two positions of the line, elements at the ends divided."""
    found: list[Node] = []
    for node in nodes:
        end = start + length(node)
        if left < end and start < right:
            match node:
                case Run(text):
                    found.append(Run(text[max(0, left - start) : right - start]))
                case (
                    Strong(children) | Emphasis(children) | Link(_, children) | Foreign(_, children)
                ):
                    kept = _cut(list(children), start, left, right)
                    found.append(replace(node, children=kept))
                case _:
                    found.append(node)
        start = end
    return tuple(found)


def _joined(nodes: list[Node]) -> Nodes:
    """Two runs of text in a row as one."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, Run) and isinstance(last, Run):
            joined[-1] = Run(last.text + node.text)
        else:
            joined.append(node)
    return tuple(joined)
