"""Every run that reads against its line becomes one node.

The bidirectional algorithm (UAX #9) shows `5-10 mg` in an Arabic line as "mg 10-5" and turns the
groups of a telephone number round. WeasyPrint moreover orders inline elements one by one. So a run
that reads against its line, with the markup inside it, is made one `Foreign` node, which markup
prints as a single `<span dir>`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ..inline import Emphasis, Foreign, Link, Node, Nodes, Run, Strong, walk
from ..model import Direction

# Bidirectional classes (UAX #9, table 4) that carry a direction. Numbers have one of their own in
# a right-to-left line: their parts must stay in the order they are written in.
STRONG: dict[str, Direction] = {"L": "ltr", "EN": "ltr", "R": "rtl", "AL": "rtl", "AN": "rtl"}
OPENING_SIGNS = "+-−–±<>≤≥≈~#$€£₹¥"  # belong to the number that follows
HYPHENS = "-–"  # but not where they join it to a word: ב-5
CLOSING_SIGNS = "%‰°′″"  # belong to the number before
PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”"}
AREA_CODE = re.compile(r"\([0-9]{2,5}\)[ -]?[0-9](?=[0-9 -]{4})")  # (020) 7946 0958
COMMA = "،"  # in a right-to-left line it ends a run: a list of two numbers is two runs


def isolate(nodes: Nodes, base: Direction) -> Nodes:
    """The nodes with every run that reads against `base` in a Foreign node, its markup inside."""
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
    start -= start > position and AREA_CODE.match(text, start - 1) is not None
    others = (i for i in range(start, len(text)) if _ends_run(text[i], base))
    end = _end(text, start, next(others, len(text)), base)
    while (lone := _lone_bracket(text[start:end])) is not None:
        end = _end(text, start, start + lone, base)
    while start > position and _opens_number(text, start - 1):
        start -= 1
    return start, end


def _end(text: str, start: int, limit: int, base: Direction) -> int:
    """The end of the run that starts at `start`, with all that belongs to its last character."""
    end = 1 + max(i for i in range(start, limit) if _foreign(text[i], base))
    while (
        end < limit
        and (
            text[end] in CLOSING_SIGNS
            or unicodedata.bidirectional(text[end]) == "NSM"  # an accent, a vowel sign, a keycap
            or _closes(text[end], text[start:end])
        )
    ):
        end += 1
    return end


def _opens_number(text: str, at: int) -> bool:
    after_word = at > 0 and unicodedata.category(text[at - 1])[0] in "LM"
    return text[at] in OPENING_SIGNS and not (after_word and text[at] in HYPHENS)


def _closes(character: str, inside: str) -> bool:
    """Whether it is a bracket that was opened inside: `IL-6 (high)`."""
    return any(
        character == close and inside.count(opening) > inside.count(close)
        for opening, close in PAIRS.items()
    )


def _lone_bracket(text: str) -> int | None:
    """Where a bracket without its partner stands. In a run of its own it would point wrongly."""
    opened: list[tuple[int, str]] = []
    for i, character in enumerate(text):
        if character in PAIRS:
            opened.append((i, PAIRS[character]))
        elif character in PAIRS.values() and (not opened or opened.pop()[1] != character):
            return i
    return opened[0][0] if opened else None


def _strong(character: str) -> Direction | None:
    return STRONG.get(unicodedata.bidirectional(character))


def _foreign(character: str, base: Direction) -> bool:
    """In a left-to-right line European digits are at home; in the other one they are not."""
    direction = _strong(character)
    return direction is not None and direction != base


def _ends_run(character: str, base: Direction) -> bool:
    return _strong(character) == base or (character == COMMA and base == "rtl")


def _merged(pieces: list[Node], base: Direction) -> Nodes:
    """Foreign neighbours with nothing but neutral text between them become one run."""
    merged: list[Node] = []
    gap: list[Node] = []  # neutral nodes since the last foreign one
    for piece in pieces:
        last = merged[-1] if merged else None
        if not isinstance(last, Foreign):
            merged.append(piece)
        elif _neutral(piece, base):
            gap.append(piece)
        elif isinstance(piece, Foreign) and (whole := _joined(last, gap, piece)):
            merged[-1] = whole
            gap = []
        else:
            merged += [*gap, piece]
            gap = []
    return (*merged, *gap)


def _joined(first: Foreign, gap: list[Node], second: Foreign) -> Foreign | None:
    children = (*first.children, *gap, *second.children)
    if first.direction != second.direction or _lone_bracket(_text(children)) is not None:
        return None
    return Foreign(first.direction, children)


def _neutral(node: Node, base: Direction) -> bool:
    return isinstance(node, Run | Strong | Emphasis) and not any(
        _strong(character) or _ends_run(character, base) for character in _text((node,))
    )


def _text(nodes: Nodes) -> str:
    return "".join(node.text for node in walk(nodes) if isinstance(node, Run))
