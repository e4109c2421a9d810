"""The tag tree of a sheet is what its HTML says: a heading once, a list whole, cells with heads."""

from __future__ import annotations

import pytest

from polyleaf import pdf

from ..conftest import Sandbox
from ..tags import HEADINGS, Tag, faults, tree
from .test_draw import document

pytestmark = pytest.mark.usefixtures("engine")

NUMBER = '<span style="display: block">1</span>'
ITEMS = "".join(f"<li>item {number}</li>" for number in range(6))


def data(body: str, css: str = "") -> bytes:
    return pdf.draw(document(f"<h1>Hands</h1>{body}", css)).data


@pytest.mark.parametrize("display", ["block", "inline-block", "inline", "table-cell"])
def test_a_heading_with_a_number_is_one_heading(display: str) -> None:
    found = data(f"<h2>{NUMBER.replace('block', display)} Soap</h2><p>Wash.</p>")
    assert faults(found) == []
    headings = [(tag.kind, tag.text.replace(" ", "")) for tag in tree(found).all(*HEADINGS)]
    assert headings == [("H1", "Hands"), ("H2", "1Soap")]


@pytest.mark.parametrize("list_style", ["none", "disc", "upper-alpha"])
def test_a_list_in_columns_is_one_list(list_style: str) -> None:
    found = data(f"<ol>{ITEMS}</ol>", f"ol {{ columns: 2; list-style: {list_style} }}")
    assert faults(found) == []
    (only,) = tree(found).all("L")
    assert [kid.kind for kid in only.kids] == ["LI"] * 6


def test_a_list_in_a_list_stays_one_of_its_own() -> None:
    found = tree(data(f"<ul><li>one<ul>{ITEMS}</ul></li><li>two</li></ul>"))
    assert [len(tag.all("LI")) for tag in found.all("L")] == [8, 6]
    one, two = found.all("L")[0].kids
    assert [kid.kind for kid in (one, two)] == ["LI", "LI"]
    assert [kid.kind for kid in one.kids] == ["Lbl", "LBody"]
    assert [len(tag.kids) for tag in one.kids[1].all("L")] == [6]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h2></h2>", 'H2 "" is empty'),
        ("<p></p>", 'P "" is empty'),
        ("<p>See <a href='https://a.b'>…</a></p>", 'Link "…" says nothing'),
        ("<ul></ul>", 'L "" holds []'),
        ("<table><tr><td>a<tr><td>b<td>c</table>", "rows of [1, 2] cells"),
        ("<table><tr><th>a</table>", 'Table "a" has heads alone'),
        ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", 'the cell "b" has no head'),
    ],
)
def test_what_is_wrong_is_found(body: str, said: str) -> None:
    assert any(said in fault for fault in faults(data(body)))


def test_a_table_with_heads_of_columns_and_rows_is_right() -> None:
    heads = "<thead><tr><th scope=col>a<th scope=col>b</thead>"
    rows = "<tr><th scope=row>c<td>d<tr><th scope=row>e<td>"
    found = data(f"<table><caption>When</caption>{heads}{rows}</table>")
    assert faults(found) == []
    cells = tree(found).all("TD")
    assert [len(cell.headers) for cell in cells] == [2, 2]


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en", "ur"])
def test_a_shipped_sheet_has_no_fault(copy_of_shipped: Sandbox, tag: str) -> None:
    output = copy_of_shipped.root / "output"
    done = copy_of_shipped.run("rosacea", "-l", tag, "-e", "a4", "--output", str(output))
    assert done.returncode == 0, done.stderr
    found = (output / f"{tag}/rosacea_{tag}_a4.pdf").read_bytes()
    assert faults(found) == []
    whole: Tag = tree(found)
    assert len(whole.all("H2")) >= 9
    assert len(whole.all("TH")) > 9
