"""A <text> element → drafts of its lines, as its tspans place and style them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .label import Style
from .label_widths import about
from .seen_texts import SVG, TSPAN, SeenText, hidden, inherited, length, visible

INSIDE = (TSPAN, f"{SVG}a", f"{SVG}textPath")
PLACE, SHIFTS = ("x", "y", "dx", "dy"), ("dx", "dy")
# Not of a style: what places or squeezes the letters of one language, or names an element.
NO_STYLE = frozenset((
    *PLACE, "text-anchor", "rotate", "letter-spacing", "word-spacing", "textLength", "lengthAdjust",
    "id", "direction", "unicode-bidi", "font-family", "href", "startOffset",
))  # fmt: skip
LEADING = 0.9  # em down: a line of its own, less is a raised or lowered sign


@dataclass
class LineDraft:
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


def read(text: SeenText) -> list[LineDraft]:
    element, style = text.element, text.style
    size = size_of(style)
    first = LineDraft({}, _first(element, "x", size), _first(element, "y", size), style)
    first.x, first.y = first.x + _first(element, "dx", size), first.y + _first(element, "dy", size)
    drafts = [first]
    _Reading(style, drafts).add(element, style, ())
    return drafts


@dataclass
class _Reading:
    """Reads the text of an element into lines; `style` is that of the <text>."""

    style: Mapping[str, str]
    drafts: list[LineDraft]

    def add(self, element: Element, around: Mapping[str, str], style: Style) -> None:
        """Adds the text of an element and of those inside it."""
        self.drafts[-1].pieces.append((element.text or "", style))
        for child in element:
            if child.tag in INSIDE and not hidden(child):
                inner = inherited(child, around)
                own = dict(style) | _own(child)
                if _begins(child, size_of(inner)):
                    self.drafts.append(_next(child, inner, self.drafts[-1]))
                else:
                    own |= {name: child.attrib[name] for name in SHIFTS if name in child.attrib}
                if visible(inner):
                    different = (each for each in own.items() if self.style.get(each[0]) != each[1])
                    self.add(child, inner, tuple(sorted(different)))
            self.drafts[-1].pieces.append((child.tail or "", style))


def _own(element: Element) -> dict[str, str]:
    """The style that an element gives its text."""
    return {
        name: value
        for name, value in element.attrib.items()
        if name not in NO_STYLE and ":" not in name and "{" not in name
    }


def _begins(tspan: Element, size: float) -> bool:
    down = abs(_first(tspan, "dy", size)) >= LEADING * size
    return "x" in tspan.attrib or "y" in tspan.attrib or down


def _next(tspan: Element, style: Mapping[str, str], before: LineDraft) -> LineDraft:
    size = size_of(style)
    names = (*PLACE, "text-anchor")
    place = {name: tspan.attrib[name] for name in names if name in tspan.attrib}
    x = _first(tspan, "x", size) if "x" in place else before.x
    y = _first(tspan, "y", size) if "y" in place else before.y
    return LineDraft(place, x + _first(tspan, "dx", size), y + _first(tspan, "dy", size), style)


def joined_pieces(drafts: Iterable[LineDraft]) -> list[LineDraft]:
    """Lines; drawing programs divide them into tspans on one baseline, even within words."""
    found: list[LineDraft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is None or abs(draft.y - before.y) > 0.01 or draft.x <= before.x:
            found.append(draft)
            continue
        size = size_of(before.style)
        gap = (draft.x - before.x) / size - sum(map(about, before.text))
        spaced = before.text[-1:].isspace() or draft.text[:1].isspace() or gap > 0.2
        if gap > 1.2:  # a column of its own
            found.append(draft)
        else:
            before.pieces += [(" ", ())] if spaced else []
            before.pieces += draft.pieces
            before.parts += 1
    return found


def size_of(style: Mapping[str, str]) -> float:
    return length(style["font-size"], 16) or 16.0


def _first(element: Element, name: str, size: float) -> float:
    return length(element.get(name, "0").replace(",", " ").split(" ")[0], size)
