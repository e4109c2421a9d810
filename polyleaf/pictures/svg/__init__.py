"""SVG drawings of authors: checked, brought into one plain form, and drawn.

    bytes of a file → `normalised` → plain SVG → (its words, `pictures.labels`) → `draw` → PNG

Plain SVG is UTF-8 with a `width`, `height` and `viewBox` in user units, and only elements and
attributes of SVG 1.1. It has no entities, comments, style sheets, `class` or `style` (but for
`mix-blend-mode`, `isolation` and `mask-type`, which the renderer reads there alone), no address
but `#id` and pictures as `data:`. Colours are `#rrggbb`, lengths are user units or per cent.

Its text, for whoever changes words:

- `<text>` and `<tspan>` have presentation attributes only; `font-size` is in user units;
  `font-family` is as the author wrote it, and means nothing: `draw` chooses from the sheet's fonts.
- `text-anchor` is physical: `start` is the left end, whatever the direction.
- `direction="rtl"` says the base direction of a `<text>`, and does not move it.
- White space is as it is drawn: runs are one space, or `xml:space="preserve"` is on the element.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol

from PIL import Image

from ...model.findings import Finding, PolyleafError, Where
from . import glyph_runs
from .drawing import drawn
from .letters import SILENT
from .normalise import plain
from .refusals import NOWHERE, Place, Refusals, Refused

LARGE = 2_000  # elements


class Typeface(Protocol):
    """A style of a family, as `typography.fonts.Face` is one."""

    @property
    def family(self) -> str: ...
    @property
    def style(self) -> str: ...  # Regular, Bold, Italic, Bold Italic
    @property
    def file(self) -> Path: ...
    @property
    def index(self) -> int: ...  # in a font collection
    def has(self, character: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class FontFiles:
    """What text may be drawn with: `faces` in the order of preference, the sheet's script first.

    Where a family has `italics`, leaning text is drawn with them; others are slanted.
    """

    faces: tuple[Typeface, ...]
    language: str = "en"  # BCP 47: `<switch>` chooses by it
    italics: tuple[Typeface, ...] = ()


def normalised(data: bytes, name: str, where: Where) -> bytes:
    """The drawing `name`, named at `where`, as plain SVG; raises PolyleafError."""
    refusals = Refusals()
    try:
        made = plain(data, refusals)
    except RecursionError:
        message = _message(name, "its parts are nested too deep", NOWHERE)
        hint = refusals.hint("simplify")
        raise PolyleafError([Finding(where, "picture-broken", message, hint)]) from None
    except Refused as error:
        message = _message(name, str(error), error.place)
        hint = refusals.hint(error.way_out)
        raise PolyleafError([Finding(where, "picture-broken", message, hint)]) from None
    found = [
        Finding(where, "picture-refused", _message(name, each.message, each.place), each.hint)
        for each in refusals.first()
    ]
    if found:
        raise PolyleafError(found)
    return made


def _message(name: str, wrong: str, place: Place) -> str:
    column = f", column {place.column}" if place.column else ""
    there = f" (its line {place.line}{column})" if place.line else ""
    return f'"{name}" cannot be drawn: {wrong}{there}'


def size(svg: bytes) -> tuple[float, float]:
    """Width and height of a plain SVG, in pixels of CSS."""
    root = ElementTree.fromstring(svg)
    return float(root.get("width", "1")), float(root.get("height", "1"))


def ratio(svg: bytes) -> float:
    """The width of a plain SVG by its height."""
    width, height = size(svg)
    return width / height


def characters(svg: bytes) -> frozenset[str]:
    """The characters of the text of a plain SVG that need a glyph."""
    found = frozenset("".join(glyph_runs.text_of(ElementTree.fromstring(svg))))
    return found - SILENT - {" "}


def lacking(svg: bytes, faces: Sequence[Typeface]) -> str:
    """The characters of its text that none of the faces has, sorted by code."""
    return glyph_runs.lacking(ElementTree.fromstring(svg), faces)


def shows_nothing(svg: bytes) -> bool:
    """Whether no pixel of a plain SVG without text has a colour: it stands beside its page.

    Of large drawings that is not looked for.
    """
    if svg.count(b"<") > LARGE or b"<text" in svg:
        return False
    try:
        pictures = (draw(svg, FontFiles(()), width, 25) for width in (256, 2048))
        return all(Image.open(BytesIO(png)).getbbox() is None for png in pictures)
    except Refused:  # is reported where it is drawn
        return False


def draw(svg: bytes, fonts: FontFiles, width_mm: float, dpi: int) -> bytes:
    """A plain SVG as PNG, `width_mm` wide: the same bytes for the same arguments.

    Raises Refused, which is a ValueError, if the renderer cannot draw it.
    """
    return drawn(svg, fonts, width_mm, dpi)
