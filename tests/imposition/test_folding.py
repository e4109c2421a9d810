"""Sheets are printed, turned and folded, and read as their reader meets the pages."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from polyleaf.imposition import PrintFile, calibration, impose
from polyleaf.model.folds import DUPLEX, Duplex, Imposition
from polyleaf.model.paper_sizes import SIZES

from . import paper
from .paper import Lying, Side

A4, LETTER = ((high, wide) for wide, high in (SIZES["a4"], SIZES["letter"]))
PANELS = ["front", "flap", "inside", "inside", "inside", "back"]
EDGES = ("short-edge", "long-edge")


def printed(files: list[PrintFile], widths: list[float]) -> tuple[list[Side], list[Side], Any]:
    """Fronts and backs of each sheet, as seen after printing, and the size of the paper."""
    if len(files) == 2:
        fronts, size = paper.sides(files[0].data, widths)
        backs, _ = paper.sides(files[1].data, widths)
        # The pile of fronts lies with the last sheet on top, which is fed first.
        return fronts, backs[::-1], size
    found, size = paper.sides(files[0].data, widths)
    backs = [paper.turned(side, files[0].way, size) for side in found[1::2]]
    return found[::2], backs, size


@pytest.mark.slow
@pytest.mark.parametrize("rtl", [False, True], ids=["left to right", "right to left"])
@pytest.mark.parametrize(
    ("sheet", "duplex"),
    [*((A4, duplex) for duplex in DUPLEX), (LETTER, "short-edge")],
    ids=[*DUPLEX, "Letter"],
)
def test_a_booklet_is_read_in_order(sheet: tuple[float, float], duplex: Duplex, rtl: bool) -> None:
    width = 148 if sheet == A4 else 139.7
    for pages in range(1, 25):
        imposition = Imposition("booklet", sheet, duplex)
        assert imposition.sizes[:2] == (width, width)
        widths = [width] * pages
        document = paper.plain(widths, sheet[1])
        files = impose(document, imposition, [""] * pages, right_to_left=rtl)
        fronts, backs, size = printed(files, widths)
        assert size == pytest.approx(sheet, abs=0.01)
        assert len(fronts) == len(backs) == -(-pages // 4)
        read = paper.stitched(fronts, backs, size, bound="right" if rtl else "left")
        numbers = [each.page if each else None for each in read]
        blanks: list[int | None] = [None] * (-pages % 4)
        assert numbers == [*range(1, pages + 1), *blanks]
        in_hand(pages, [each for each in read if each], size)


def in_hand(pages: int, read: list[Lying], size: tuple[float, float]) -> None:
    """All pages stand upright at one height, and begin at the spine but for what creep asks for."""
    for each in read:
        assert each.upright
        assert (each.low, each.high) == pytest.approx((0, size[1]), abs=0.4)
        gap = min(abs(each.left - size[0] / 2), abs(each.right - size[0] / 2))
        sheet = min(each.page - 1, -(-pages // 4) * 4 - each.page) // 2  # from outside
        assert gap == pytest.approx(0.13 * sheet if pages > 16 else 0, abs=0.4)


@pytest.mark.parametrize("rtl", [False, True], ids=["left to right", "right to left"])
@pytest.mark.parametrize("duplex", DUPLEX)
@pytest.mark.parametrize(
    ("sheet", "wide", "narrow"),
    [(A4, 100, 97), (LETTER, 93.6625, 92.075)],  # 3 11/16 and 3 5/8 inches
    ids=["A4", "Letter"],
)
def test_a_trifold_is_read_in_order(
    sheet: tuple[float, float], wide: float, narrow: float, duplex: Duplex, rtl: bool
) -> None:
    imposition = Imposition("trifold", sheet, duplex)
    assert imposition.sizes == pytest.approx((wide, narrow, sheet[1]))
    widths = [wide, narrow, wide, wide, narrow, wide]
    files = impose(paper.plain(widths, sheet[1]), imposition, PANELS, right_to_left=rtl)
    (outside,), (inside,), size = printed(files, widths)
    outside.sort(key=lambda each: each.left)
    inside.sort(key=lambda each: each.left)
    assert all(each.upright for each in (*outside, *inside))
    # Folded to a letter the front opens like a cover: at its spine hangs the back, and at that the
    # flap, which is folded in below the cover.
    front, back, flap = outside if rtl else outside[::-1]
    read = [front, flap, *(inside[::-1] if rtl else inside), back]
    assert [each.page for each in read] == [1, 2, 3, 4, 5, 6]
    assert flap.right - flap.left < back.right - back.left - 1
    # Panels touch at the folds, fill the sheet, and have their folds behind each other.
    for side in (outside, inside):
        edges = [0.0, *(each.right for each in side)]
        assert [each.left for each in side] == pytest.approx(edges[:-1], abs=0.4)
        assert edges[-1] == pytest.approx(size[0], abs=0.4)
    behind = [size[0] - each.right for each in reversed(inside)]
    assert [each.left for each in outside] == pytest.approx(behind, abs=0.4)


def test_a_short_trifold_leaves_the_last_panels_inside_blank() -> None:
    imposition = Imposition("trifold", A4)
    widths = [100.0, 97, 100, 100]
    names = ["front", "flap", "inside", "back"]
    files = impose(paper.plain(widths, 210), imposition, names, right_to_left=False)
    (outside,), (inside,), _ = printed(files, widths)
    assert sorted(each.page for each in outside) == [1, 2, 4]
    assert [(each.page, round(each.left)) for each in inside] == [(3, 0)]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("duplex", DUPLEX)
def test_the_file_asks_for_its_edge_and_is_always_the_same(duplex: Duplex, rtl: bool) -> None:
    document = paper.plain([148] * 5, 210)
    wanted = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}
    made = [
        impose(document, Imposition("booklet", A4, duplex), [""] * 5, right_to_left=rtl)
        for _ in range(2)
    ]
    assert made[0] == made[1]
    for file in made[0]:
        with pikepdf.open(io.BytesIO(file.data)) as pdf:
            preferences = pdf.Root.ViewerPreferences
            assert preferences.Duplex == wanted.get(file.way, "/Simplex")
            assert preferences.PrintScaling == "/None"
            assert preferences.Direction == ("/R2L" if rtl else "/L2R")


def test_creep_is_noted_and_pages_move_from_twenty_on() -> None:
    """Its innermost page stands out by 0.13 mm a sheet of 100 g/m²."""

    def noted(pages: int) -> float:
        document = paper.plain([148.0] * pages, 210)
        (file,) = impose(document, Imposition("booklet", A4), [""] * pages, right_to_left=False)
        return file.creep

    assert [noted(pages) for pages in (4, 8, 16, 20)] == [0, 0.13, 0.39, 0.52]


@pytest.mark.parametrize("duplex", DUPLEX)
@pytest.mark.parametrize("turned", EDGES)
def test_a_calibration_sheet_tells_about_which_edge_it_was_turned(
    duplex: Duplex, turned: str
) -> None:
    """What a hand finds behind each corner of the front, however the printer was set."""
    files = calibration(A4, duplex)
    assert files == calibration(A4, duplex)
    front = corners(files[0].data, 0)
    back = corners(files[-1].data, len(files) % 2)
    behind = {
        # The back is turned about the edge, then seen through the paper.
        number: next(
            other
            for other, (u, v) in back.items()
            if (u, v) == ((not x, y) if turned == "short-edge" else (x, not y))
        )
        for number, (x, y) in front.items()
    }
    wanted = "short-edge" if duplex == "manual" else duplex
    if turned == wanted:
        assert behind == {1: 1, 2: 2, 3: 3, 4: 4}
    else:
        assert behind == {1: 3, 2: 4, 3: 1, 4: 2}


def corners(data: bytes, side: int) -> dict[int, tuple[bool, bool]]:
    """The numbers in the corners: whether each is to the right, and whether it is above."""
    page = pypdfium2.PdfDocument(data)[side]
    text = page.get_textpage()
    found = {}
    for place, sign in enumerate(text.get_text_range()):
        left, low, _, high = text.get_charbox(place)
        if sign in "1234" and high - low > 18:  # not those of the words
            found[int(sign)] = left > page.get_width() / 2, low > page.get_height() / 2
    assert sorted(found) == [1, 2, 3, 4]
    return found
