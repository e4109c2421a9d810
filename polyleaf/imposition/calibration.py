"""A sheet for staff that shows how a printer turns its paper, and what to set if that is wrong.

It is drawn with two fonts that every reader of PDF has, and the words are English: it needs neither
the engine nor a font of this machine. Lengths are in millimetres from the lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from ..model.folds import Duplex
from .marks import number
from .print_sheet import DUPLEX, SIMPLEX, PrintFile, describe, saved

MANUAL_SHEETS = 3  # show the order of a pile
INSET = 20.0  # of the corners' numbers
OTHER = {"short-edge": "long-edge", "long-edge": "short-edge"}
FRONT = """\
Print this sheet on both sides, at its actual size (100 %).
Then turn it over like the page of a book, about its left edge."""
RIGHT = """\
Right: this arrow points up, like the one of the front, and behind
each corner is the same number. Hold the sheet up to the light."""
WRONG_EDGE = """\
Wrong: this arrow points down, and 3 is behind 1. The printer turns
the paper about the {other} edge. Choose "flip on {edge} edge" in the
window from which you print, or write in clinic.yaml:
duplex: {way}"""
MANUAL = """\
1. Print the file of the fronts, on one side.
2. Put the pile back as it came out: do not sort it.
3. Print the file of the backs."""
WRONG_PILE = """\
Wrong: the arrow points down. Turn the pile round by half a turn.
Wrong: front and back have the same side. Turn the pile over.
Wrong: another number of the sheet. Print the backs in reverse order."""


def calibration(sheet: tuple[float, float], duplex: Duplex) -> list[PrintFile]:
    """The file for a printer that turns sheets of this size so, or two for one side at a time."""
    if duplex == "manual":
        sheets = range(1, MANUAL_SHEETS + 1)
        fronts = [_front(sheet, MANUAL, f"Sheet {each}") for each in sheets]
        backs = [_back(sheet, f"{RIGHT}\n\n{WRONG_PILE}", f"Sheet {each}") for each in sheets]
        files = {"fronts": fronts, "backs": backs[::-1]}
    else:
        way, edge = OTHER[duplex], duplex.removesuffix("-edge")
        other = way.removesuffix("-edge")
        wrong = WRONG_EDGE.format(other=other, edge=edge, way=way)
        back = _back(sheet, f"{RIGHT}\n\n{wrong}", "")
        if duplex == "long-edge":
            back = f"q -1 0 0 -1 {number(sheet[0])} {number(sheet[1])} cm\n{back}\nQ"
        files = {duplex: [_front(sheet, FRONT, ""), back]}
    return [
        PrintFile(way, _file(sheet, way, sides), len(sides), 0.0) for way, sides in files.items()
    ]


def _front(sheet: tuple[float, float], words: str, name: str) -> str:
    return "\n".join(_side(sheet, "FRONT", name, words, (1, 2, 3, 4)))


def _back(sheet: tuple[float, float], words: str, name: str) -> str:
    return "\n".join(_side(sheet, "BACK", name, words, (2, 1, 4, 3)))


def _side(
    sheet: tuple[float, float], title: str, name: str, words: str, corners: tuple[int, ...]
) -> Iterator[str]:
    """`corners` are numbered from the upper left one clockwise."""
    width, height = sheet
    left, low, right, high = INSET, INSET, width - INSET, height - INSET
    places = ((left, high), (right, high), (right, low), (left, low))
    for (x, y), corner in zip(places, corners, strict=True):
        yield _circle(x, y, 9)
        yield _text(x - 3.1, y - 3.8, 32, str(corner), bold=True)
    yield _arrow(width / 2, height - 62)
    yield _text(width / 2 + 16, height - 40, 30, title, bold=True)
    if name:
        yield _text(width / 2 + 16, height - 52, 20, name)
    for line, text in enumerate(words.split("\n")):
        yield _text(width / 2 - 78, height - 82 - 7.2 * line, 14, text)
    yield _rule(width / 2 - 50, 22)
    yield _text(
        width / 2 - 50,
        13,
        11,
        "100 mm. If it is not, the printer shrinks the page: print at 100 %.",
    )


def _text(x: float, y: float, size: float, text: str, *, bold: bool = False) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "/B" if bold else "/R"
    return f"BT {font} {size:g} Tf {number(x)} {number(y)} Td ({escaped}) Tj ET"


def _arrow(x: float, low: float) -> str:
    """An arrow that points up, 44 mm high."""
    shape = ((-4, 0), (4, 0), (4, 26), (12, 26), (0, 44), (-12, 26), (-4, 26))
    points = [f"{number(x + across)} {number(low + up)}" for across, up in shape]
    return f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])} h f"


def _circle(x: float, y: float, radius: float) -> str:
    """Of four curves (the usual approximation by cubic Béziers)."""
    bend = 0.5523 * radius
    r = radius
    curves = (
        (r, bend, bend, r, 0, r), (-bend, r, -r, bend, -r, 0),
        (-r, -bend, -bend, -r, 0, -r), (bend, -r, r, -bend, r, 0),
    )  # fmt: skip
    drawn = [f"2 w {number(x + r)} {number(y)} m"]
    for curve in curves:
        places = zip(curve[::2], curve[1::2], strict=True)
        points = " ".join(f"{number(x + across)} {number(y + up)}" for across, up in places)
        drawn.append(f"{points} c")
    return f"{' '.join(drawn)} s"


def _rule(x: float, y: float) -> str:
    """100 mm with a mark at every ten."""
    marks = (
        f"{number(x + at)} {number(y)} m {number(x + at)} {number(y + 4)} l"
        for at in range(0, 101, 10)
    )
    return f"0.7 w {number(x)} {number(y)} m {number(x + 100)} {number(y)} l {' '.join(marks)} S"


def _file(sheet: tuple[float, float], way: str, sides: list[str]) -> bytes:
    pdf: Pdf = pikepdf.new()
    fonts = {
        f"/{name}": Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name(f"/{base}"),
            Encoding=Name.WinAnsiEncoding,
        )
        for name, base in (("R", "Helvetica"), ("B", "Helvetica-Bold"))
    }
    box = Array([0, 0, *(float(number(length)) for length in sheet)])
    for side in sides:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=box,
            Resources=Dictionary(Font=Dictionary(fonts)),
            Contents=Stream(pdf, side.encode("ascii")),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    describe(pdf, f"Calibration: {way}", DUPLEX.get(way, SIMPLEX))
    return saved(pdf)
