"""The rows of a sheet in two languages, as its PDF has them, and where each half begins."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from .reading import marked_texts

TALLEST = 1.2  # of a text's size: what stands on one line is not farther apart


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a row on one page: its language, its text, and the baseline of its first line."""

    language: str
    text: str
    baseline: float  # points from the foot of the page


@dataclass(frozen=True, slots=True)
class Row:
    page: int
    halves: tuple[Half, Half]

    @property
    def apart(self) -> float:
        """Points between the first baselines of both halves; 0 if one of them has no text."""
        first, second = self.halves
        return abs(first.baseline - second.baseline) if first.text and second.text else 0.0


def rows(data: bytes) -> list[Row]:
    """In the order of the tags, which is that in which they are read aloud."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        said = {page.obj.objgen: marked_texts(page) for page in opened.pages}
        places = {page.obj.objgen: _baselines(page) for page in opened.pages}
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}

        def half(element: Any) -> Half:
            key = element.Pg.objgen
            marks = [*_marks(element)]
            drawn = [mark for mark in marks if said[key].get(mark, "").strip()]
            baseline = places[key][drawn[0]] if drawn else 0.0
            text = "".join(said[key].get(mark, "") for mark in marks)
            return Half(str(element.get("/Lang", "")), text, baseline)

        return [
            Row(numbers[one.Pg.objgen], (half(one), half(other)))
            for one, other in _pairs(opened.Root.StructTreeRoot.K[0])
        ]


def _pairs(element: Any) -> Iterator[tuple[Any, Any]]:
    kids = [kid for kid in _kids(element) if not isinstance(kid, int) and "/S" in kid]
    if len(kids) == 2 and all(kid.S == "/Div" and "/Lang" in kid for kid in kids):
        yield kids[0], kids[1]
        return
    for kid in kids:
        yield from _pairs(kid)


def _marks(element: Any) -> Iterator[int]:
    for kid in _kids(element):
        if isinstance(kid, int):
            yield kid
        elif "/S" in kid:
            yield from _marks(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _baselines(page: pikepdf.Page) -> dict[int, float]:
    """Where the first text of each marked content stands."""
    found: dict[int, float] = {}
    open_marks: list[int] = []
    scale, height = 1.0, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "cm" if not height:  # the page's own: points, from the foot
                scale, height = float(operands[3]), float(operands[5])
            case "BDC" | "BMC":
                marked = isinstance(operands[-1], pikepdf.Dictionary)
                open_marks.append(int(operands[-1].get("/MCID", -1)) if marked else -1)
            case "EMC":
                open_marks.pop()
            case "Tm":
                number = next((mark for mark in reversed(open_marks) if mark >= 0), -1)
                found.setdefault(number, height + scale * float(operands[5]))
    return found
