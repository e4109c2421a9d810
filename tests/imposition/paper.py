"""Paper as a hand folds it: what a printer makes of a file, and what a reader then meets.

Nothing here knows how sheets are imposed: where a page lies, and whether it stands on its head, is
read from the file by PDFium. Lengths are in millimetres from the lower left corner of a side.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Stream

MILLIMETRE = 72 / 25.4
INSET = 10.0  # points between a page's edges and its two words


@dataclass(frozen=True)
class Lying:
    """A page on a side of the paper, by its number from 1."""

    page: int
    left: float
    right: float
    low: float
    high: float
    upright: bool = True


Side = list[Lying]


def plain(widths: Sequence[float], height: float) -> bytes:
    """A document whose pages have a word in two corners: `a3` below, `b3` above."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for number, width in enumerate(widths, 1):
        top = height * MILLIMETRE - INSET
        words = (f"BT /F 4 Tf 1 0 0 1 {INSET} {y:.3f} Tm ({corner}{number}) Tj ET"
                 for corner, y in (("a", INSET), ("b", top)))  # fmt: skip
        page = pdf.add_blank_page(page_size=(width * MILLIMETRE, height * MILLIMETRE))
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        page.obj.Contents = Stream(pdf, "\n".join(words).encode())
    data = io.BytesIO()
    pdf.save(data)
    return data.getvalue()


def sides(data: bytes, widths: Sequence[float]) -> tuple[list[Side], tuple[float, float]]:
    """What lies on each side of a file, and the size of its paper."""
    document = pypdfium2.PdfDocument(_without_direction(data))
    found = [_side(page, widths) for page in document]
    size = document[0].get_size()
    return found, (size[0] / MILLIMETRE, size[1] / MILLIMETRE)


def _without_direction(data: bytes) -> bytes:
    """PDFium turns the words of a file that asks for pages from right to left."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.ViewerPreferences
        plain = io.BytesIO()
        pdf.save(plain)
    return plain.getvalue()


def _side(page: pypdfium2.PdfPage, widths: Sequence[float]) -> Side:
    text = page.get_textpage()
    words = text.get_text_range()
    corners: dict[int, dict[str, tuple[float, float]]] = {}
    for match in re.finditer(r"([ab])(\d+)", words):
        box = text.get_charbox(match.start(), loose=False)
        last = text.get_charbox(match.end() - 1)
        turned = last[0] < box[0]  # the word runs to the left
        x, y = (box[2], box[3]) if turned else (box[0], box[1])
        corners.setdefault(int(match[2]), {})[match[1]] = x / MILLIMETRE, y / MILLIMETRE
    return [_lying(number, found, widths[number - 1]) for number, found in corners.items()]


def _lying(number: int, found: dict[str, tuple[float, float]], width: float) -> Lying:
    (x, low), (_, high) = found["a"], found["b"]
    inset = INSET / MILLIMETRE
    if high > low:
        left = x - inset
        return Lying(number, left, left + width, low - inset, high + inset)
    right = x + inset
    return Lying(number, right - width, right, high - inset, low + inset, upright=False)


def turned(side: Side, edge: str, size: tuple[float, float]) -> Side:
    """The back, printed on paper that the printer turned about an edge, as a reader sees it who
    turns the sheet like a page of a book.
    """
    width, height = size
    if edge == "short-edge":
        return side
    return [
        replace(each, left=width - each.right, right=width - each.left, low=height - each.high,
                high=height - each.low, upright=not each.upright)
        for each in side
    ]  # fmt: skip


def half(side: Side, which: str, size: tuple[float, float]) -> Lying | None:
    """The page on the left or right half of a side; there is one at most, and it stays in it."""
    middle = size[0] / 2
    inside = [each for each in side if (each.left + each.right < size[0]) == (which == "left")]
    assert len(inside) <= 1
    for each in inside:
        assert each.left >= -0.1 if which == "left" else each.left >= middle - 2
        assert each.right <= (middle + 2 if which == "left" else size[0] + 0.1)
    return inside[0] if inside else None


def stitched(
    fronts: list[Side], backs: list[Side], size: tuple[float, float], *, bound: str
) -> list[Lying | None]:
    """The pages of sheets that lie in each other, folded in the middle, in the order of turning."""
    fore, far = ("right", "left") if bound == "left" else ("left", "right")
    pages: list[Lying | None] = []
    for front, back in zip(fronts, backs, strict=True):  # one half of each sheet, from outside
        pages += half(front, fore, size), half(back, far, size)
    for front, back in zip(
        reversed(fronts), reversed(backs), strict=True
    ):  # the other, from inside
        pages += half(back, fore, size), half(front, far, size)
    return pages
