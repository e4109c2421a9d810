"""Sheets → files for the printer, which ask it by themselves for the edge to turn the paper about.

The same document gives the same bytes: nothing in them tells when they were made.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from ..model.folds import Imposition
from ..model.paper_sizes import POINT
from . import arrange, marks
from .arrange import PagePlace, Side
from .marks import number

DUPLEX = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}
SIMPLEX = "/Simplex"
Turn = tuple[Side, list[float], bool]  # a side, its folds, and whether it stands on its head


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file for the printer. `way` is an edge, or `fronts` or `backs` for one side at a time."""

    way: str
    data: bytes
    sides: int
    creep: float  # millimetres

    @property
    def name(self) -> str:
        """The way as names of files have it: what is printed first comes first."""
        return {"fronts": "1-fronts", "backs": "2-backs"}.get(self.way, self.way)


def impose(
    data: bytes, imposition: Imposition, panels: Sequence[str], *, right_to_left: bool
) -> list[PrintFile]:
    """The sheets of a document whose first pages are on these panels; what follows is left out.

    For a printer of one side there are two files. The pile of fronts goes back as it lies in the
    tray, the last sheet on top: so the backs begin with the last.
    """
    made = arrange.sheets(imposition, panels, right_to_left=right_to_left)
    folds = arrange.folds(imposition, right_to_left=right_to_left)
    fronts: list[Turn] = [(sheet.front, folds[0], False) for sheet in made]
    backs: list[Turn] = [(sheet.back, folds[1], imposition.duplex == "long-edge") for sheet in made]
    if imposition.duplex == "manual":
        files = {"fronts": fronts, "backs": backs[::-1]}
    else:
        both = zip(fronts, backs, strict=True)
        files = {imposition.duplex: [side for sheet in both for side in sheet]}
    creep = round(arrange.creep(imposition, len(panels)), 2)
    with pikepdf.open(io.BytesIO(data)) as source:
        return [
            PrintFile(
                way,
                _file(source, sides, imposition, DUPLEX.get(way, SIMPLEX), right_to_left),
                len(sides),
                creep,
            )
            for way, sides in files.items()
        ]


def _file(
    source: Pdf, sides: list[Turn], imposition: Imposition, duplex: str, right_to_left: bool
) -> bytes:
    pdf = pikepdf.new()
    forms: dict[int, tuple[Any, tuple[float, float]]] = {}
    for side, folds, on_its_head in sides:
        for place in side:
            if place.page not in forms:
                forms[place.page] = _form(pdf, source, place.page)
        _add_side(pdf, side, folds, imposition, forms, on_its_head=on_its_head)
    _describe(pdf, source, duplex, right_to_left)
    return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    pdf.close()
    return buffer.getvalue()


def _form(pdf: Pdf, source: Pdf, page: int) -> tuple[Any, tuple[float, float]]:
    """A page with its bleed, to be drawn anywhere, and the lower left corner of what remains."""
    original = source.pages[page]
    form = pdf.copy_foreign(original.as_form_xobject(handle_transformations=False))
    form.BBox = Array(list(map(float, original.mediabox)))
    form.Matrix = Array([1, 0, 0, 1, 0, 0])
    left, low, *_ = map(float, original.trimbox)
    return form, (left, low)


def _add_side(
    pdf: Pdf,
    side: Side,
    folds: list[float],
    imposition: Imposition,
    forms: dict[int, tuple[Any, tuple[float, float]]],
    *,
    on_its_head: bool,
) -> None:
    sheet, bleed = imposition.sheet, imposition.bleed
    offset = bleed + marks.ROOM if bleed or imposition.crop_marks else 0.0
    width, height = (length + 2 * offset for length in sheet)
    drawn = [_drawn(place, forms[place.page][1], imposition, offset) for place in side]
    if imposition.fold_marks:
        drawn += marks.fold_marks(folds, sheet, offset, bleed)
    if imposition.crop_marks:
        drawn += marks.crop_marks(sheet, offset, bleed)
    if on_its_head:
        drawn = [f"q -1 0 0 -1 {number(width)} {number(height)} cm", *drawn, "Q"]
    objects = {f"/P{place.page}": forms[place.page][0] for place in side}
    page = Dictionary(
        Type=Name.Page,
        MediaBox=_box(0, width, height),
        Resources=Dictionary(XObject=Dictionary(objects)),
        Contents=Stream(pdf, "\n".join(drawn).encode()),
    )
    if offset:
        page.TrimBox = _box(offset, width - offset, height - offset)
        edge = offset - bleed
        page.BleedBox = _box(edge, width - edge, height - edge)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _drawn(
    place: PagePlace, corner: tuple[float, float], imposition: Imposition, offset: float
) -> str:
    """A page in its panel. What is beyond the panel shows where the sheet is cut, not at a fold."""
    (sheet_width, height), bleed = imposition.sheet, imposition.bleed
    left, right = place.left, place.left + place.width
    clip_left = left - bleed if left < 1 else left
    clip_right = right + bleed if right > sheet_width - 1 else right
    clip = " ".join(
        map(
            number,
            (offset + clip_left, offset - bleed, clip_right - clip_left, height + 2 * bleed),
        )
    )
    x = offset + left + place.shift - corner[0] * POINT
    y = offset - corner[1] * POINT
    return f"q {clip} re W n 1 0 0 1 {number(x)} {number(y)} cm /P{place.page} Do Q"


def _box(edge: float, right: float, top: float) -> Array:
    return Array([round(each / POINT, 3) for each in (edge, edge, right, top)])


def _describe(pdf: Pdf, source: Pdf, duplex: str, right_to_left: bool) -> None:
    """How the file wants to be printed (ISO 32000-1, 12.2), its title and its language."""
    describe(pdf, str(source.docinfo.get("/Title", "")), duplex)
    pdf.Root.ViewerPreferences.Direction = Name.R2L if right_to_left else Name.L2R
    if "/Lang" in source.Root:
        pdf.Root.Lang = String(str(source.Root.Lang))


def describe(pdf: Pdf, title: str, duplex: str) -> None:
    """Without scaling: else a fold would not be where the paper is folded."""
    pdf.docinfo["/Title"] = String(title)
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name(duplex), PrintScaling=Name("/None")
    )
