"""D1, D3, D5, D19 beside what tests/pictures compares with Chromium; README.md has the list."""

from __future__ import annotations

import re

import pytest

from polyleaf import languages, pictures
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.pictures import svg
from polyleaf.typography.picture_fonts import font_files

pytestmark = pytest.mark.usefixtures("engine")

PAGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"{}>\n{}</svg>'
TEXT = '<text x="10" y="50" font-size="24" {}>{}</text>'
WHERE = Where("a.yaml", 1, 1)
WORDS = {
    "en": "Liver 5 mg",
    "ar": "الكبد والكلى",
    "fa": "کبد و کلیه",
    "he": "כבד וכליה",
    "hi": "क्षतिग्रस्त त्वचा",
    "km": "ស្បែកខូច",
    "ta": "கல்லீரல்",
    "zh-Hans": "肝脏和肾脏",
}


def drawn(tag: str, attributes: str) -> bytes:
    data = PAGE.format("", TEXT.format(attributes, WORDS[tag])).encode()
    plain = svg.normalised(data, "a.svg", WHERE)
    return svg.draw(plain, font_files(svg.characters(plain), languages.find(tag)), 40, 150)


def told(inside: str, root: str = "") -> str:
    with pytest.raises(PolyleafError) as caught:
        pictures.read("a.svg", PAGE.format(root, inside).encode(), WHERE)
    return str(caught.value)


@pytest.mark.parametrize("tag", WORDS)
def test_d1_d3_any_family_is_drawn_in_the_fonts_of_the_sheet(tag: str) -> None:
    plain = drawn(tag, "")
    for family in (
        "Arial, Helvetica, sans-serif",
        "ArialMT, Arial",
        "'Noto Sans Arabic'",
        "MyriadPro-Regular, 'Myriad Pro'",
        "Calibri, 'MS Mincho', serif",
        "ui-monospace, SFMono-Regular, monospace",
        "'Noto Sans CJK JP'",
        "Wingdings",
    ):
        assert drawn(tag, f'font-family="{family}"') == plain, family
        assert drawn(tag, f'style="font-family:{family}"') == plain, family
    assert drawn(tag, 'style="font: 24px Verdana"') == plain


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ('<rect width="9" height="9"/><mesh/>', "line 2, column 29"),
        ('<g>\n  <rect width="9" height="9" style="text-shadow:1px 1px"/></g>', "line 3, column 3"),
        ("<style>rect{fill:red}\n  @import 'x';</style><rect/>", "line 3, column 3"),
        ('<text x="1" textLength="9"><tspan fill="red">a</tspan>b</text>', "line 2, column 1"),
        ('<g>\n\n<rect width="9" height="9" fill="url(x.svg#a)"/></g>', "line 4, column 1"),
        ("<rect <", "line 2, column 7"),
    ],
)
def test_d5_what_is_refused_is_told_at_its_line_and_column(inside: str, place: str) -> None:
    assert f"(its {place})" in told(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<rect x="300" width="50" height="50"/>',  # beside the page
        '<rect width="50" height="50" fill="none"/>',
        '<rect width="50" height="50" opacity="0"/>',
        '<defs><rect width="50" height="50"/></defs>',
        '<path d=""/><circle r="0"/>',
        '<g visibility="hidden"><rect width="50" height="50"/></g>',
    ],
)
def test_d19_a_drawing_that_shows_nothing_is_told(inside: str) -> None:
    (note,) = pictures.read("a.svg", PAGE.format("", inside).encode(), WHERE).notes
    assert (note.code, note.where) == ("picture-empty", WHERE)
    assert '"a.svg" shows nothing' in note.message


def test_d19_a_faint_drawing_shows_something() -> None:
    line = '<path d="M0 9h200" stroke="#fffffe" stroke-width=".01"/>'
    assert pictures.read("a.svg", PAGE.format("", line).encode(), WHERE).notes == ()


@pytest.mark.parametrize(
    ("inside", "root"),
    [
        ('<rect width="nan" height="9"/>', ""),
        ('<rect width="9" height="inf"/>', ""),
        ('<rect width="1e20" height="9"/>', ""),
        ('<g transform="scale(NaN)"><rect width="9" height="9"/></g>', ""),
        ('<path d="M0 0L1e39 5"/>', ""),
        ('<rect width="9" height="9" stroke-width="1e999" stroke="red"/>', ""),
        ('<text font-size="1e30" y="9">a</text>', ""),
        ('<rect width="9" height="9"/>', ' width="inf"'),
        ('<rect width="9" height="9"/>', ' width="1" height="1e9"'),
    ],
)
def test_d19_numbers_that_no_drawing_needs_are_told(inside: str, root: str) -> None:
    said = told(inside, root)
    assert re.search(r"no drawing needs|wide and .* high|cannot be drawn", said), said
