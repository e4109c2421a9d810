"""A <text> element → its lines: pieces of text, each with its style (SVG 2, 11.4 and 11.10)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..svg.transforms import Matrix
from .label import LabelLine, Piece, Style, is_bold
from .label_places import apply, numbers
from .label_room import rooms
from .label_widths import about
from .seen_texts import SVG, TSPAN, SeenText, hidden, inherited, length, visible

INSIDE = (TSPAN, f"{SVG}a", f"{SVG}textPath")
PLACE = ("x", "y", "dx", "dy")
# Not of a style: what places or squeezes the letters of one language, or names an element.
NO_STYLE = frozenset((
    *PLACE, "text-anchor", "rotate", "textLength", "lengthAdjust", "id", "direction",
    "unicode-bidi", "font-family", "href", "startOffset",
))  # fmt: skip
LETTER_BY_LETTER: tuple[LabelLine, ...] = (
    LabelLine((), (), 0, False, (), (-1.0, -1.0)),
)  # no program can tell its words
LEADING = 0.9  # em down: a line of its own, less is a raised or lowered sign
FEWEST = 3  # letters with a place of their own
SPACES = re.compile(r"[ \t\r\n]+")
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # of the language that is drawn


def has_letters(text: str) -> bool:
    return any(unicodedata.category(character)[0] == "L" for character in text)


@dataclass
class _Draft:
    """A line being read; `x` and `y` are where it begins, in the text's own units."""

    place: dict[str, str]
    x: float
    y: float
    style: Mapping[str, str]
    pieces: list[tuple[str, Style]] = field(default_factory=list)
    parts: int = 1  # tspans with a place that it was joined from

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def lines(
    root: Element, text: SeenText, shapes: Sequence[tuple[Element, Matrix]]
) -> tuple[LabelLine, ...]:
    """The lines of a text that have words; LETTER_BY_LETTER if these cannot be told."""
    if _lists(text.element):
        return LETTER_BY_LETTER
    drafts = _joined(draft for draft in _read(text) if draft.text.strip())
    if any(d.parts >= FEWEST and len(d.text.strip()) < 2 * d.parts for d in drafts):
        return LETTER_BY_LETTER if has_letters("".join(d.text for d in drafts)) else ()
    return tuple(line for d in drafts if (line := _line(root, text, d, shapes)))


def _lists(element: Element) -> bool:
    """Whether letters have a list of places (SVG 2, 11.2.2)."""
    return any(
        len(numbers(inner.get(axis, ""))) >= FEWEST and has_letters(inner.text or "")
        for inner in element.iter()
        for axis in ("x", "y")
    )


def _read(text: SeenText) -> list[_Draft]:
    element, style = text.element, text.style
    size = _size(style)
    first = _Draft({}, _first(element, "x", size), _first(element, "y", size), style)
    first.x, first.y = first.x + _first(element, "dx", size), first.y + _first(element, "dy", size)
    drafts = [first]
    _add(element, style, (), drafts)
    return drafts


def _add(element: Element, around: Mapping[str, str], style: Style, drafts: list[_Draft]) -> None:
    """Reads the text of an element and of those inside it."""
    drafts[-1].pieces.append((element.text or "", style))
    for child in element:
        if child.tag in INSIDE and not hidden(child):
            inner = inherited(child, around)
            own = dict(style) | {
                name: value
                for name, value in child.attrib.items()
                if name not in NO_STYLE and ":" not in name and "{" not in name
            }
            size, before = _size(inner), drafts[-1]
            if _begins(child, size):
                drafts.append(_next(child, size, inner, before))
            elif "dy" in child.attrib or "dx" in child.attrib:
                own |= {name: child.attrib[name] for name in ("dx", "dy") if name in child.attrib}
            if visible(inner):
                different = (item for item in own.items() if around.get(item[0]) != item[1])
                _add(child, inner, tuple(sorted(different)), drafts)
        drafts[-1].pieces.append((child.tail or "", style))


def _begins(tspan: Element, size: float) -> bool:
    down = abs(_first(tspan, "dy", size)) >= LEADING * size
    return "x" in tspan.attrib or "y" in tspan.attrib or down


def _next(tspan: Element, size: float, style: Mapping[str, str], before: _Draft) -> _Draft:
    names = (*PLACE, "text-anchor")
    place = {name: tspan.attrib[name] for name in names if name in tspan.attrib}
    x = _first(tspan, "x", size) if "x" in place else before.x
    y = _first(tspan, "y", size) if "y" in place else before.y
    return _Draft(place, x + _first(tspan, "dx", size), y + _first(tspan, "dy", size), style)


def _joined(drafts: Iterator[_Draft]) -> list[_Draft]:
    """Lines; drawing programs divide them into tspans on one baseline, even within words."""
    found: list[_Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is None or abs(draft.y - before.y) > 0.01 or draft.x <= before.x:
            found.append(draft)
            continue
        size = _size(before.style)
        gap = (draft.x - before.x) / size - sum(map(about, before.text))
        spaced = before.text[-1:].isspace() or draft.text[:1].isspace() or gap > 0.2
        if gap > 1.2:  # a column of its own
            found.append(draft)
        else:
            before.pieces += [(" ", ())] if spaced else []
            before.pieces += draft.pieces
            before.parts += 1
    return found


def _line(
    root: Element, text: SeenText, draft: _Draft, shapes: Sequence[tuple[Element, Matrix]]
) -> LabelLine | None:
    pieces: list[Piece] = []
    for raw, style in draft.pieces:
        piece = CONTROLS.sub("", SPACES.sub(" ", raw))
        if not pieces or pieces[-1].text.endswith(" "):
            piece = piece.removeprefix(" ")
        if piece and pieces and (style == pieces[-1].style or not piece.strip()):
            pieces[-1] = Piece(pieces[-1].text + piece, pieces[-1].style)
        elif piece:
            pieces.append(Piece(piece, style))
    if pieces:
        pieces[-1] = Piece(pieces[-1].text.rstrip(" "), pieces[-1].style)
    if not pieces or not visible(draft.style):
        return None
    size, bold = _size(draft.style), is_bold(draft.style["font-weight"])
    room = rooms(root, text.matrix, draft.style, (draft.x, draft.y), size, shapes)
    if room is None:
        return None
    if any(e.tag == f"{SVG}textPath" for e in text.element):
        room = ()
    at = apply(text.matrix, draft.x, draft.y) if text.matrix else (draft.x, draft.y)
    return LabelLine(tuple(draft.place.items()), tuple(pieces), size, bold, room, at)


def _size(style: Mapping[str, str]) -> float:
    return length(style["font-size"], 16) or 16.0


def _first(element: Element, name: str, size: float) -> float:
    return length(element.get(name, "0").replace(",", " ").split(" ")[0], size)
