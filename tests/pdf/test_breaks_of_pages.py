"""Where pages and columns end: what CSS and the patches keep together, as docs/layout.md has it."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from polyleaf import pdf

from .engine import without
from .test_draw import document

pytestmark = pytest.mark.usefixtures("engine")

# 16 lines fit on a page. The rules are those that docs/layout.md gives to style sheets.
STYLE = """
    @page { size: 100mm 100mm; margin: 10mm } * { margin: 0; padding: 0 }
    html { font-size: 12pt; line-height: 5mm } p { orphans: 2; widows: 2 }
    h2 { break-after: avoid; font-size: 12pt } figure, tr { break-inside: avoid }
    caption { break-after: avoid } ul { list-style: none }
    li:first-child { break-after: avoid } li:last-child { break-before: avoid }
    .flow { columns: 2 } .wide { column-span: all }
"""
HEAD = "<thead><tr><th>Head</thead>"
FIGURE = '<figure style="height: 20mm">Figure</figure>'
ITEMS = "".join(f"<li>item{number}" for number in range(6))


def text(lines: int, word: str = "line") -> str:
    return f"<p>{'<br>'.join(f'{word}{number}' for number in range(lines))}</p>"


def pages(body: str, css: str = "") -> list[list[str]]:
    """The lines of each page; the text of the second column follows that of the first."""
    drawn = pdf.draw(document(body, STYLE + css))
    assert drawn.clipped_text == ()
    found = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(drawn.data))
    return [page.split("\r\n") for page in found]


def rows(count: int) -> str:
    return "".join(f"<tr><td>row{number}</td></tr>" for number in range(count))


@pytest.mark.parametrize("before", range(8, 17))
@pytest.mark.parametrize(
    "following",
    [
        text(6, "p"),
        f"<section><div>{text(6, 'p')}</div></section>",
        FIGURE,
        f"<table>{HEAD}<tr><td>{text(4, 'p')}</table>",
        f"<table><caption>Caption</caption>{HEAD}{rows(3)}</table>",
        f"<ul>{ITEMS}</ul>",
        f'<div class="flow">{text(30, "p")}</div>',
    ],
    ids=["text", "nested", "figure", "table", "caption", "list", "columns"],
)
def test_a_heading_stays_with_what_follows(before: int, following: str) -> None:
    for page in pages(f"{text(before)}<h2>Heading</h2>{following}"):
        assert page[-1] not in ("Heading", "Caption", "Head", "item0")
        assert page[-2:] != ["Heading", "p0"]


@pytest.mark.parametrize("before", range(8, 17))
def test_no_item_is_alone_before_or_after_a_break(before: int) -> None:
    for page in pages(f"{text(before)}<ul>{ITEMS}</ul>{text(9, 'p')}"):
        items = [line for line in page if line.startswith("item")]
        assert len(items) != 1


@pytest.mark.slow
@pytest.mark.parametrize("before", range(2, 30, 3))
def test_the_same_holds_in_columns(before: int) -> None:
    body = f"{text(before)}<h2>Heading</h2>{text(5, 'p')}<h2>Heading</h2>{FIGURE}<ul>{ITEMS}</ul>"
    drawn = pdf.draw(document(f'<div class="flow">{body}{text(40, "q")}</div>', STYLE))
    for column in columns(drawn.data):
        assert column[-1] not in ("Heading", "item0")
        assert column[-2:] != ["Heading", "p0"]
        assert column[0] not in ("item5", "p4")


def columns(data: bytes) -> list[list[str]]:
    """The lines of each column: pages of 100 mm have their second one from 50 mm."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        for left in (0, width / 2):
            inside = page.get_textpage().get_text_bounded(left, 0, left + width / 2, height)
            if inside.strip():
                found.append(inside.strip().split("\r\n"))
    return found


@pytest.mark.slow
def test_a_row_that_is_taller_than_a_third_of_the_page_breaks_with_its_head() -> None:
    tall = pages(f"{text(9)}<table>{HEAD}<tr><td>{text(40, 'p')}</table>")
    assert len(tall) == 4
    assert tall[0][9:11] == ["Head", "p0"]
    assert [page[0] for page in tall[1:]] == ["Head"] * 3
    low = pages(f"{text(12)}<table>{HEAD}<tr><td>{text(5, 'p')}</table>")
    assert low[1] == ["Head", "p0", "p1", "p2", "p3", "p4"]


@pytest.mark.parametrize("before", range(6, 16))
def test_a_row_with_a_name_stays_with_the_row_after_it(before: int) -> None:
    group = f"<tbody><tr><td>Name<tr><td>{text(4, 'p')}</tbody>"
    css = "tbody tr:first-child { break-after: avoid }"
    for page in pages(f"{text(before)}<table>{HEAD}{group * 3}</table>", css):
        assert page[-1] not in ("Head", "Name")


@pytest.mark.slow
@pytest.mark.parametrize("before", [6, 20, 26, 32, 38])
@pytest.mark.parametrize(
    "wide",
    [
        f"<table>{HEAD}{rows(20)}</table>",
        f"{text(4, 'p')}{text(25, 'q')}",
        text(25, "p"),
        '<div style="break-inside: avoid">Whole</div>',
    ],
    ids=["table", "two", "one", "whole"],
)
def test_nothing_after_a_wide_block_is_lost_or_comes_twice(before: int, wide: str) -> None:
    body = f'{text(before)}<div class="wide">{wide}</div>{text(6, "z")}'
    found = [line for page in pages(f'<div class="flow">{body}</div>') for line in page]
    found = [line for line in found if line != "Head"]
    assert len(found) == len(set(found))
    assert found[-6:] == [f"z{number}" for number in range(6)]
    numbers = [line for line in found if re.match("row", line)]
    assert numbers == [f"row{number}" for number in range(len(numbers))]


def test_without_the_patch_it_is_lost() -> None:
    """If this fails, the engine has mended it: delete the patch."""
    html = document(f'<div class="flow">{text(20)}<p class="wide">Wide</p></div>', STYLE)
    with without("column_rest"):
        assert pdf.draw(html).clipped_text == ("Wide",)


def test_columns_before_a_wide_block_are_balanced() -> None:
    drawn = pdf.draw(document(f'<div class="flow">{text(20)}<p class="wide">W</p></div>', STYLE))
    assert drawn.heights[0] == pytest.approx(55, abs=2)  # ten lines and the wide one
