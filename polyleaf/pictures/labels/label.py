"""The words of one <text> as values: its lines, their pieces, and the room that each line has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from ...model.inline import Foreign, Nodes, Parent, Run, escaped

Anchor = Literal["start", "middle", "end"]
Style = tuple[tuple[str, str], ...]  # presentation attributes, sorted
BOLD = 600  # CSS Fonts 4, 2.2: a font of two weights draws these in its bold one
ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
POP = "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Extent:
    """What words may take in a shape or in the picture: along their line, above and below it."""

    width: float
    up: float
    down: float

    def holds(self, other: Extent) -> bool:
        return self.width >= other.width and self.up >= other.up and self.down >= other.down


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of words. `place` is that of its tspan; sizes are in the drawing's own units.

    `rooms` are those in each shape around it and in the picture, the narrowest first; empty if they
    are not known.
    """

    place: Style
    pieces: tuple[Piece, ...]
    size: float
    bold: bool
    rooms: tuple[Extent, ...]
    at: tuple[float, float]  # in the picture

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def base(self) -> Style:
        """The style of most of its letters, which has no mark."""
        letters: Counter[Style] = Counter()
        for piece in self.pieces:
            letters[piece.style] += len(piece.text)
        return letters.most_common(1)[0][0]

    def room(self, own: Extent) -> Extent | None:
        """What other words may take where the line's own take `own`.

        It is that of the narrowest shape that holds the line; None if it is not known.
        """
        holding = (room for room in self.rooms if room.holds(own))
        return next(holding, self.rooms[-1] if self.rooms else None)


@dataclass(frozen=True, slots=True)
class Label:
    """The words of the picture's `number`-th <text>, from 0 in the order of the file."""

    number: int
    lines: tuple[LabelLine, ...]

    @property
    def marks(self) -> tuple[Style, ...]:
        """The style of each mark; the first is number 1."""
        return tuple(
            piece.style for line in self.lines for piece in line.pieces if piece.style != line.base
        )

    @property
    def source(self) -> str:
        """The message: lines parted by line feeds, with marks around pieces of another style."""
        lines, number = [], 0
        for line in self.lines:
            found = ""
            for piece in line.pieces:
                text = escaped(piece.text) if piece.text.strip() else piece.text
                if piece.style != line.base:
                    number += 1
                    text = _marked(text, number)
                found += text
            lines.append(found)
        return "\n".join(lines)


def is_bold(weight: str) -> bool:
    """Whether a font-weight takes the bold one of a family's two styles."""
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= BOLD)


def joined(nodes: Nodes) -> str:
    """A line's words as one string, its isolates as characters (UAX #9)."""
    found = ""
    for node in nodes:
        if isinstance(node, Run):
            found += node.text
        elif isinstance(node, Foreign):
            found += f"{ISOLATES[node.direction]}{joined(node.children)}{POP}"
        elif isinstance(node, Parent):
            found += joined(node.children)
    return found


def _marked(text: str, number: int) -> str:
    """The text in its mark; spaces at its ends stay outside."""
    inner = text.strip(" ")
    before = text[: len(text) - len(text.lstrip(" "))]
    after = text[len(text.rstrip(" ")) :]
    return f"{before}<{number}>{inner}</{number}>{after}"
