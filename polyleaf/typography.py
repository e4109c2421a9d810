"""Inline text → inline text that no layout engine can put in a wrong order.

The bidirectional algorithm (UAX #9) shows `5-10 mg` in an Arabic line as "mg 10-5" and turns the
groups of a telephone number round. WeasyPrint moreover orders inline elements one by one. So every
run that reads against its line, with the markup inside it, is made one `Foreign` node, which
markup prints as a single `<span dir>`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from .inline import Cite, Emphasis, Foreign, Link, Node, Nodes, Placeholder, Run, Strong
from .model import Direction, Language

# Bidirectional classes (UAX #9, table 4) that carry a direction. Numbers have one of their own in
# a right-to-left line: their parts must stay in the order they are written in.
STRONG: dict[str, Direction] = {"L": "ltr", "EN": "ltr", "R": "rtl", "AL": "rtl", "AN": "rtl"}
OPENING_SIGNS = "+-−–±<>≤≥≈~#$€£₹¥"  # belong to the number that follows
CLOSING_SIGNS = "%‰°′″"  # belong to the number before
PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”"}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
SEPARATORS = "،؛؟۔"  # end a run: a list of two numbers is two runs


def setter(language: Language) -> Callable[[Nodes, dict[str, str]], Nodes]:
    """What sets one string of `language`: fills placeholders, isolates, gives it its digits."""

    def typeset(nodes: Nodes, values: dict[str, str]) -> Nodes:
        filled = _fill(nodes, values, language.direction)
        return _digits(isolate(filled, language.direction), language.digits)

    return typeset


def isolate(nodes: Nodes, base: Direction) -> Nodes:
    """Every run that reads against `base` as one Foreign node, markup inside it included."""
    pieces: list[Node] = []
    for node in nodes:
        pieces += _split(node.text, base) if isinstance(node, Run) else [_within(node, base)]
    return _merged(pieces, base)


def direction_of(text: str) -> Direction | None:
    """The direction of its first letter (UAX #9, P2); none if it has no letters."""
    for character in text:
        if (kind := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return STRONG[kind]
    return None


def _fill(nodes: Nodes, values: dict[str, str], base: Direction) -> Nodes:
    """Placeholders become their values: one run each that nothing around can reorder."""

    def fill(node: Node) -> Node:
        match node:
            case Placeholder(name):
                value = _whole(values[name])
                # Digits and addresses without a letter read from left to right everywhere.
                inside = direction_of(value) or "ltr"
                return Foreign(inside, (Run(value),)) if inside != base else Run(value)
            case Strong(children):
                return Strong(_fill(children, values, base))
            case Emphasis(children):
                return Emphasis(_fill(children, values, base))
            case Link(address, children):
                return Link(address, _fill(children, values, base))
            case _:
                return node

    return tuple(map(fill, nodes))


def _whole(value: str) -> str:
    """A telephone number is never broken over two lines."""
    return value.replace(" ", NO_BREAK_SPACE) if direction_of(value) is None else value


def _within(node: Node, base: Direction) -> Node:
    """An element with its inside isolated; wholly foreign ones are turned inside out."""
    match node:
        case Strong(children):
            return _turned(isolate(children, base), Strong)
        case Emphasis(children):
            return _turned(isolate(children, base), Emphasis)
        case Link(address, children):
            return _turned(isolate(children, base), lambda inner: Link(address, inner))
        case _:
            return node


def _turned(children: Nodes, wrap: Callable[[Nodes], Node]) -> Node:
    match children:
        case (Foreign(direction, inner),):
            return Foreign(direction, (wrap(inner),))
        case _:
            return wrap(children)


def _split(text: str, base: Direction) -> list[Node]:
    """Runs and Foreign runs of a text, in order."""
    pieces: list[Node] = []
    position = 0
    while (found := _next_foreign(text, position, base)) is not None:
        start, end = found
        pieces += [Run(text[position:start])] if start > position else []
        other: Direction = "rtl" if base == "ltr" else "ltr"
        pieces.append(Foreign(other, (Run(text[start:end]),)))
        position = end
    return [*pieces, Run(text[position:])] if position < len(text) else pieces


def _next_foreign(text: str, position: int, base: Direction) -> tuple[int, int] | None:
    """The next run against `base`: from its first strong character to its last one."""
    start = next((i for i in range(position, len(text)) if _foreign(text[i], base)), None)
    if start is None:
        return None
    end = start
    for i in range(start, len(text)):
        if text[i] in SEPARATORS or _strong(text[i]) == base:
            break
        if _foreign(text[i], base):
            end = i + 1
    while start > position and text[start - 1] in OPENING_SIGNS:
        start -= 1
    while end < len(text) and text[end] in CLOSING_SIGNS:
        end += 1
    return start, _balanced(text, start, end)


def _balanced(text: str, start: int, end: int) -> int:
    """`end`, moved past a closing bracket whose opening one is inside: `IL-6 (high)`."""
    while end < len(text):
        inside = text[start:end]
        if not any(
            close == text[end] and inside.count(opening) > inside.count(close)
            for opening, close in PAIRS.items()
        ):
            break
        end += 1
    return end


def _strong(character: str) -> Direction | None:
    return STRONG.get(unicodedata.bidirectional(character))


def _foreign(character: str, base: Direction) -> bool:
    """In a left-to-right line European digits are at home; in the other one they are not."""
    direction = _strong(character)
    return direction is not None and direction != base


def _merged(pieces: list[Node], base: Direction) -> Nodes:
    """Foreign neighbours with nothing but neutral text between them become one run."""
    merged: list[Node] = []
    for piece in pieces:
        if isinstance(piece, Foreign):
            gap = merged.pop() if len(merged) > 1 and _neutral(merged[-1]) else None
            last = merged[-1] if merged else None
            between = (gap,) if gap else ()
            if isinstance(last, Foreign) and last.direction == piece.direction:
                inside = (*last.children, *between, *piece.children)
                merged[-1] = Foreign(last.direction, inside)
                continue
            merged += between
        merged.append(piece)
    return tuple(merged)


def _neutral(node: Node) -> bool:
    return isinstance(node, Run) and not any(
        _strong(character) or character in SEPARATORS for character in node.text
    )


def _digits(nodes: Nodes, digits: str) -> Nodes:
    """European digits → the language's own, but not inside foreign runs and citations."""
    if not digits:
        return nodes
    table = str.maketrans("0123456789", digits)

    def convert(node: Node) -> Node:
        match node:
            case Run(text):
                return Run(text.translate(table))
            case Strong(children):
                return Strong(_digits(children, digits))
            case Emphasis(children):
                return Emphasis(_digits(children, digits))
            case Link(address, children):
                return Link(address, _digits(children, digits))
            case Cite() | Placeholder() | Foreign():
                return node

    return tuple(map(convert, nodes))
