"""What leaves its box is reported with its page; what layout drops is reported too."""

from __future__ import annotations

import pytest

from polyleaf import pdf
from polyleaf.checks.drawn import overflowing_text
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html, Pdf, RenderedPage

from .test_draw import CLINIC, EDITION, SHEET

pytestmark = pytest.mark.usefixtures("engine")

CSS = """
@page { size: A5; margin: 10mm }
html { font: 12pt "Noto Sans"; overflow-wrap: anywhere }
body { margin: 0 }
"""
LONG = "Nahrungsmittelunverträglichkeit und Sonnenlichtempfindlichkeit"
PARAGRAPHS = "".join(f"<p>Paragraph {number}</p>" for number in range(60))
PICTURE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
    "<title>x</title></svg>"
)


def page(body: str, css: str = "") -> Html:
    text = f'<!DOCTYPE html><html lang="en"><title>x</title><body>{body}'
    return Html(text, CSS + css, ("Noto Sans",), Where("content/x.yaml"))


def draw(body: str, css: str = "") -> Pdf:
    return pdf.draw(page(body, css))


def findings(body: str) -> list[str]:
    html = page(body)
    written = RenderedPage(SHEET, None, EDITION, html, CLINIC)
    return [str(found) for found in overflowing_text.check_drawn(written, pdf.draw(html))]


@pytest.mark.parametrize(
    "body",
    [
        f"<p style='width: 40mm; white-space: nowrap'>{LONG}",
        f"<p style='width: 40mm'>so <b style='white-space: nowrap'>{LONG}</b>",
        f"<p dir=rtl style='width: 40mm; white-space: nowrap'>{LONG}",
        f"<div style='width: 40mm'><table><tr><td style='white-space: nowrap'>{LONG}</table></div>",
        f"<div style='width: 40mm'><p style='float: left; white-space: nowrap'>{LONG}</p></div>",
        f"<div style='width: 40mm; display: flex'><p style='white-space: nowrap'>{LONG}</p></div>",
        f"<p style='position: absolute; left: 90mm; white-space: nowrap'>{LONG}",
        f"<p style='width: 40mm; text-align: right; white-space: nowrap'>{LONG}",
        f"<p style='width: 150mm'>{LONG}",
    ],
    ids=["text", "inline", "rtl", "table", "float", "flex", "absolute", "right", "block"],
)
def test_what_leaves_its_box_sideways_is_found(body: str) -> None:
    (found,) = draw(f"<p>Before.</p>{body}").overflows
    assert (found.way, found.page) == ("sideways", 1)
    assert found.text == "Nahrungsmittelunverträglichkeit und Son…"
    assert found.millimetres > 3


def test_how_far_is_reported_in_millimetres() -> None:
    (found,) = draw(
        f"<div style='width: 40mm'><img alt='A face' style='width: 47.5mm' src=\"{PICTURE}\">"
    ).overflows
    assert (found.way, found.text, found.page) == ("sideways", "A face", 1)
    assert found.millimetres == pytest.approx(7.5)


def test_the_page_is_reported() -> None:
    body = f"<p style='break-after: page'>one</p><p style='width: 4cm; white-space: nowrap'>{LONG}"
    assert [found.page for found in draw(body).overflows] == [2]


@pytest.mark.parametrize(
    "body",
    [
        f"<p style='width: 40mm'>{LONG}",
        f"<p style='width: 40mm; text-align: justify'>{LONG} " * 3,
        f"<ul style='width: 60mm'><li>{LONG}<li>two</ul>",
        f"<p style='padding-left: 5mm; text-indent: -5mm'>{LONG}",
        f"<div style='margin: 0 -5mm'>{LONG} {LONG}</div>",
        f"<p style='transform: rotate(90deg); white-space: nowrap'>{LONG} {LONG}",
        f"<div style='width: 40mm'><p style='position: relative; left: 45mm'>{LONG}</p></div>",
        f"<div style='width: 20mm'><p style='position: absolute; width: 60mm'>{LONG}</p></div>",
        f"<table><tr><td>{LONG}<td>{LONG}<td>{LONG}</table>",
        f"<p dir=rtl>{LONG} <span dir=rtl>جلد</span> {LONG}",
    ],
)
def test_what_stays_in_its_box_or_is_placed_by_hand_is_not(body: str) -> None:
    drawn = draw(body)
    assert drawn.overflows == ()
    assert drawn.clipped_text == ()


@pytest.mark.parametrize(
    "style", ["height: 20mm", "max-height: 20mm", "height: 20mm; overflow: hidden"]
)
def test_text_below_a_box_of_fixed_height_is_found(style: str) -> None:
    body = f"<div style='{style}'>{'A line of text.<br>' * 6}The last line.</div><p>After.</p>"
    (found,) = draw(body).overflows
    assert (found.way, found.page, found.text) == ("down", 1, "A line of text.")
    assert 15 < found.millimetres < 22


@pytest.mark.parametrize(
    "body",
    [
        "<div style='height: 20mm'>A line of text.<br>Another.</div>",
        "<div style='height: 2mm'><p style='float: left'>A float may hang.</p></div>",
        "<div style='height: 300mm; border: 1pt solid'>" + PARAGRAPHS + "</div>",
        "<p style='line-height: 0.8'>Tight lines<br>Tight lines</p>",
        "<table><thead><tr><th>Head<tbody>" + "<tr><td>Cell" * 60 + "</table>",
        "<div style='columns: 2'>" + PARAGRAPHS + "</div>",
        "<p style='display: none'>Hidden</p><p>Shown</p>",
        "<p style='position: running(foot)'>Foot</p>" + PARAGRAPHS,
    ],
)
def test_text_that_has_its_place_is_not(body: str) -> None:
    drawn = draw(body, "@page { @bottom-left { content: element(foot); width: 100% } }")
    assert drawn.overflows == ()
    assert drawn.clipped_text == ()


def test_text_that_layout_drops_is_found() -> None:
    drawn = draw(f"<div style='position: absolute; top: 0'>{PARAGRAPHS}</div>")
    assert "Paragraph 59" in drawn.clipped_text
    assert "Paragraph 0" not in drawn.clipped_text


def test_the_rest_of_a_text_is_found() -> None:
    text = "word " * 200 + "last"
    drawn = draw(f"<p style='position: absolute; top: 0; width: 20mm'>{text}")
    (clipped,) = drawn.clipped_text
    assert clipped.startswith("word word")


def test_each_of_them_is_an_error_with_a_hint() -> None:
    (sideways,) = findings(f"<p style='width: 40mm; white-space: nowrap'>{LONG}")
    (down,) = findings("<p style='height: 5mm'>one<br>two<br>three")
    (clipped,) = findings(f"<div style='position: absolute; top: 0'>{PARAGRAPHS}</div>")
    assert sideways.startswith(
        'content/x.yaml: error[overflow-sideways]: "Nahrungsmittelunverträglichkeit und Son…" '
        "leaves its box by "
    )
    assert "mm on page 1 of the edition a4; shorten it, or let it break" in sideways
    assert 'error[overflow-down]: "two" stands below its box by ' in down
    assert 'error[text-lost]: "Paragraph ' in clipped
    assert "more texts are on no page of the edition a4; shorten it" in clipped


@pytest.mark.parametrize("width", range(20, 70, 2))
def test_a_long_word_ends_its_line_where_an_element_begins(width: int) -> None:
    """Of a word and its citation together too long for the line, none sticks out."""
    body = (
        f"<p style='width: {width}mm'>Sonnenlichtempfindlichkeit<a href='#a'>\u00a0[20]</a>, "
        "<b>Nahrungsmittel</b>unverträglichkeit<i>.</i></p><p id=a>x</p>"
    )
    drawn = draw(body)
    assert drawn.overflows == ()
    assert drawn.clipped_text == ()
