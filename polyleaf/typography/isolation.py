"""Isolates every run that reads against its line in one node.

The bidirectional algorithm (UAX #9) shows `5-10 mg` in an Arabic line as "mg 10-5" and reverses the
groups of a telephone number. WeasyPrint also orders each inline element on its own. So a run that
reads against its line becomes one `Foreign` node, markup included, which HTML shows as a single
`<span dir>`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from ..model.inline import Foreign, Node, Nodes, Parent, Run, join_runs
from ..model.sheet import Direction
from . import runs
from .line import STRONG, length, read


def isolate(nodes: Nodes, base: Direction) -> Nodes:
    """Put every run that reads against `base` into a Foreign node, with its markup inside."""
    found = runs.spans(read(nodes, base), base)
    return _wrapped(_bare(nodes, base), found, 0, "rtl" if base == "ltr" else "ltr")


def direction_of(text: str) -> Direction | None:
    """Return the direction of the first letter (UAX #9, P2), or None if there is no letter."""
    for character in text:
        if (kind := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return STRONG[kind]
    return None


def _bare(nodes: Nodes, base: Direction) -> Nodes:
    """Unwrap the Foreign nodes that read against `base`: `isolate` finds them again."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Foreign) and node.direction != base:
            found += _bare(node.children, base)
        elif isinstance(node, Foreign):
            found.append(Foreign(base, isolate(node.children, base)))
        elif isinstance(node, Parent):
            found.append(replace(node, children=_bare(node.children, base)))
        else:
            found.append(node)
    return join_runs(found)


def _wrapped(nodes: Nodes, spans: list[runs.Span], start: int, direction: Direction) -> Nodes:
    """Put each span of the line into a Foreign node, at the deepest level that holds all of it.

    A span that ends in the middle of an element divides the element in two. `start` is the
    position of the first node in the line.
    """
    inner: list[Node] = []
    outer = list(spans)
    position = start
    for node in nodes:
        end = position + length(node)
        if isinstance(node, Parent):
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
        # Numbers between two right-to-left words read against those words.
        found.append(Foreign(direction, isolate(_cut(inner, start, left, right), direction)))
        last = right
    return (*found, *_cut(inner, start, last, position))


def _cut(nodes: Iterable[Node], start: int, left: int, right: int) -> Nodes:
    """Return the nodes between two positions of the line; divide elements at the ends."""
    found: list[Node] = []
    for node in nodes:
        end = start + length(node)
        if left < end and start < right:
            if isinstance(node, Run):
                found.append(Run(node.text[max(0, left - start) : right - start]))
            elif isinstance(node, Parent):
                found.append(replace(node, children=_cut(node.children, start, left, right)))
            else:
                found.append(node)
        start = end
    return tuple(found)
