"""A string's nodes as one line of characters, each with the direction that it gives its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model.inline import Emphasis, Foreign, Link, Node, Nodes, Run, Strong
from ..model.sheet import Direction
from .stream import OBJECT

# Bidirectional classes (UAX #9, table 4) that carry a direction. Numbers have one of their own in
# a right-to-left line: their parts must stay in the order they are written in.
STRONG: dict[str, Direction] = {"L": "ltr", "EN": "ltr", "R": "rtl", "AL": "rtl", "AN": "rtl"}
# Persian and Urdu digits are European numbers to UAX #9, but their decimal comma and the comma
# between thousands are Arabic ones: as the algorithm has it, ۳٫۵ is three numbers in a row.
COMMA_IN_NUMBER = re.compile("(?<=[0-9۰-۹])[٫٬](?=[0-9۰-۹])")
# Digits of the Arabic script in groups. After UAX #9, W4, only `/`, `.`, `:` and `,` keep two
# groups together; a space or a hyphen (N1) lets them run from right to left.
GROUPS = re.compile(r"\+?\(?(?<![٠-٩۰-۹])[٠-٩۰-۹]++\)?(?:[ \u00a0/.\u2010\u2011-]\(?[٠-٩۰-۹]+\)?)+")


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    directions: tuple[Direction | None, ...]  # of each character; none is neutral
    given: tuple[bool, ...]  # whether it stands in a Foreign node already
    joined: frozenset[int]  # between which characters, by the second one, no run may end
    links: tuple[tuple[int, int], ...]


def read(nodes: Nodes, base: Direction) -> Line:
    """The line that the nodes make where the text around them reads in `base`."""
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


def length(node: Node) -> int:
    """How many characters of the line a node is."""
    match node:
        case Run(text):
            return len(text)
        case Strong(children) | Emphasis(children) | Link(_, children) | Foreign(_, children):
            return sum(map(length, children))
        case _:
            return 1


def _cells(nodes: Nodes, around: Direction | None) -> Iterator[tuple[str, Direction | None]]:
    """Each character, with the direction of the outermost Foreign node that it stands in."""
    for node in nodes:
        match node:
            case Run(text):
                yield from ((character, around) for character in text)
            case Foreign(direction, children):
                yield from _cells(children, around or direction)
            case Strong(children) | Emphasis(children) | Link(_, children):
                yield from _cells(children, around)
            case _:
                yield OBJECT, around


@lru_cache(maxsize=4096)
def _strong(character: str, base: Direction) -> Direction | None:
    """The direction that a character gives its run; none if it takes the one of its neighbours.

    In a left-to-right line European digits are at home, also between two right-to-left words.
    """
    kind = unicodedata.bidirectional(character)
    if kind == "EN" or _is_fraction(character):
        return "ltr" if base == "rtl" else None
    return STRONG.get(kind)


def _links(nodes: Nodes, start: int) -> Iterator[tuple[int, int]]:
    for node in nodes:
        if isinstance(node, Link):
            yield start, start + length(node)
        elif isinstance(node, Strong | Emphasis | Foreign):
            yield from _links(node.children, start)
        start += length(node)


def _is_fraction(character: str) -> bool:
    """½ and the like: a number, of which UAX #9 knows nothing."""
    return unicodedata.category(character) == "No" and unicodedata.bidirectional(character) == "ON"


def _is_one_number(groups: str) -> bool:
    """A telephone number or a date: `٠٢٠ ٧٩٤٦ ٠٩٥٨`, `٢٠٢٦-١١-٢٢`; not a range: `٢٠٢٤-٢٠٢٦`.

    It is dialled or read from its left end in every script.
    """
    parts = re.findall("[٠-٩۰-۹]+", groups)
    if sum(map(len, parts)) < 7 or max(map(len, parts)) < 3:
        return False
    if groups[0] != "+" and "/" in groups and "-" in groups:
        return False  # from one date to another
    begins_one = groups[0] in "+(" or (parts[0][0] in "٠۰" and len(parts[0]) > 1)
    return begins_one or len(parts) > 2 or " " in groups or "\u00a0" in groups
