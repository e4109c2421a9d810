"""A string's nodes ↔ one line of characters, each with the direction that it gives its run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..model.inline import Foreign, Leaf, Link, Node, Nodes, Parent, Run, leaves, map_leaves
from ..model.sheet import Direction

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a node that is not text
# Bidirectional classes (UAX #9, table 4) with a direction. In a right-to-left line a number is an
# isolated run too: its parts must stay in the order in which they are written.
STRONG: dict[str, Direction] = {"L": "ltr", "EN": "ltr", "R": "rtl", "AL": "rtl", "AN": "rtl"}
# Persian and Urdu digits are European numbers to UAX #9, but their decimal comma and the comma
# between thousands are Arabic ones: the algorithm takes ۳٫۵ for three numbers in a row.
COMMA_IN_NUMBER = re.compile("(?<=[0-9۰-۹])[٫٬](?=[0-9۰-۹])")
# Digits of the Arabic script in groups. By UAX #9, W4, only `/`, `.`, `:` and `,` keep two groups
# together; after a space or a hyphen (N1) they run from right to left.
GROUPS = re.compile(r"\+?\(?(?<![٠-٩۰-۹])[٠-٩۰-۹]++\)?(?:[ \u00a0/.\u2010\u2011-]\(?[٠-٩۰-۹]+\)?)+")


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    directions: tuple[Direction | None, ...]  # of each character; None is neutral
    isolated: tuple[bool, ...]  # whether each character is in a Foreign node already
    joined: frozenset[int]  # positions between two characters at which no run may end
    links: tuple[tuple[int, int], ...]


def read(nodes: Nodes, base: Direction) -> Line:
    """Read the nodes as one line, within text of the direction `base`."""
    cells = list(_cells(nodes, None))
    text = "".join(character for character, _ in cells)
    directions = [around or _strong(character, base) for character, around in cells]
    number: Direction | None = "ltr" if base == "rtl" else None
    telephones = [
        match.span()
        for match in GROUPS.finditer(text)
        if _is_one_number(match[0]) and not any(cells[i][1] for i in range(*match.span()))
    ]
    commas = (match.span() for match in COMMA_IN_NUMBER.finditer(text))
    for start, end in (*telephones, *commas):
        directions[start:end] = [around or number for _, around in cells[start:end]]
    joined = {i for start, end in telephones for i in range(start + 1, end)}
    joined |= {i for i in range(1, len(cells)) if cells[i][1] and cells[i][1] == cells[i - 1][1]}
    return Line(
        text,
        tuple(directions),
        tuple(around is not None for _, around in cells),
        frozenset(joined),
        tuple(_links(nodes, 0)),
    )


def rewrite(nodes: Nodes, change: Callable[[str], Sequence[str]]) -> Nodes:
    """Return the same tree with its text changed; words go on across the edges of its markup.

    `change` takes the whole text and returns a piece for each of its characters; the pieces for
    OBJECT are dropped.
    """
    pieces = iter(change("".join(map(_characters, leaves(nodes)))))

    def rewritten(leaf: Leaf) -> Node:
        own = list(islice(pieces, len(_characters(leaf))))
        return Run("".join(own)) if isinstance(leaf, Run) else leaf

    return map_leaves(nodes, rewritten)


def length(node: Node) -> int:
    """Return how many characters of the line a node takes."""
    return sum(len(_characters(leaf)) for leaf in leaves((node,)))


def _characters(leaf: Leaf) -> str:
    return leaf.text if isinstance(leaf, Run) else OBJECT


def _cells(nodes: Nodes, around: Direction | None) -> Iterator[tuple[str, Direction | None]]:
    """Yield each character with the direction of the outermost Foreign node that holds it."""
    for node in nodes:
        if isinstance(node, Parent):
            direction = node.direction if isinstance(node, Foreign) else None
            yield from _cells(node.children, around or direction)
        else:
            yield from ((character, around) for character in _characters(node))


@lru_cache(maxsize=4096)
def _strong(character: str, base: Direction) -> Direction | None:
    """Return the direction that a character gives its run, or None if its neighbours decide.

    European digits need no isolation in a left-to-right line, even between right-to-left words.
    """
    kind = unicodedata.bidirectional(character)
    if kind == "EN" or _is_fraction(character):
        return "ltr" if base == "rtl" else None
    return STRONG.get(kind)


def _links(nodes: Nodes, start: int) -> Iterator[tuple[int, int]]:
    for node in nodes:
        if isinstance(node, Link):
            yield start, start + length(node)
        elif isinstance(node, Parent):
            yield from _links(node.children, start)
        start += length(node)


def _is_fraction(character: str) -> bool:
    """Tell whether it is ½ or the like: a number that is neutral to UAX #9."""
    return unicodedata.category(character) == "No" and unicodedata.bidirectional(character) == "ON"


def _is_one_number(groups: str) -> bool:
    """Tell whether groups of digits are a telephone number or a date, not a range.

    `٠٢٠ ٧٩٤٦ ٠٩٥٨` and `٢٠٢٦-١١-٢٢` are one number each, dialled or read from the left end in every
    script; `٢٠٢٤-٢٠٢٦` is a range.
    """
    parts = re.findall("[٠-٩۰-۹]+", groups)
    if sum(map(len, parts)) < 7 or max(map(len, parts)) < 3:
        return False
    if groups[0] != "+" and "/" in groups and "-" in groups:
        return False  # from one date to another
    begins_one = groups[0] in "+(" or (parts[0][0] in "٠۰" and len(parts[0]) > 1)
    return begins_one or len(parts) > 2 or " " in groups or "\u00a0" in groups
