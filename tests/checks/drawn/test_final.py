"""What is checked on the drawn sheet: contrast, smallest type, order of headings."""

from __future__ import annotations

import pytest

from polyleaf.checks.drawn.contrast import contrast, grey
from polyleaf.model.sheet import Edition

from ...conftest import ROOT, Sandbox
from ...pdf.test_draw import document, draw, found

pytestmark = pytest.mark.usefixtures("engine")

FLOOR = Edition("a4", ".pdf", 0, (), smallest_type=12)
TITLE = "<h1>Hands</h1>"
BLACK, WHITE, RED = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (1.0, 0.0, 0.0)


def codes(body: str, css: str = "") -> list[str]:
    return [finding.code for finding in found(document(TITLE + body, css), FLOOR)]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, (119 / 255,) * 3) == pytest.approx(4.48, abs=0.005)
    assert contrast(BLACK, RED) == pytest.approx(5.25, abs=0.005)
    assert contrast(grey(BLACK), grey(RED)) < 3


@pytest.mark.parametrize(
    ("style", "wrong"),
    [
        ("color: #767676", False),  # 4.54:1
        ("color: #777", True),  # 4.48:1
        ("color: #777; font-size: 18pt", False),
        ("color: #777; font-size: 14pt; font-weight: bold", False),
        ("color: #777; font-size: 14pt", True),
        ("color: #fff; background: #9c1420", False),
        ("color: #fff", True),
        ("background: #f00", True),  # in greyscale alone
        ("opacity: 0.5", True),
        ("color: rgb(0 0 0 / 50%)", True),
        ("color: #fff; visibility: hidden", False),
        ("color: #fff; background: rgb(0 0 0 / 80%)", False),
    ],
)
def test_text_stands_out_in_colour_and_in_grey(style: str, wrong: bool) -> None:
    assert codes(f'<p style="{style}">Wash.</p>') == ["contrast-low"] * wrong


def test_a_low_contrast_is_reported_with_its_place_and_its_medium() -> None:
    red = "<p>Wash.</p><p style='break-before: page; background: #f00'>Call us.</p>"
    (finding,) = found(document(TITLE + red))
    assert finding.message == (
        "a4, page 2: the contrast in greyscale is 2.46:1 (#000000 on #ff0000, at least 4.5:1)"
        ' of "Call us."'
    )


def test_text_that_floats_stands_on_what_is_painted_before_it() -> None:
    """A white word on a coloured heading that comes after it in the document."""
    tone = '<p style="float: right; color: #fff; margin: 0">Urgent</p>'
    heading = '<h2 style="background: #9c1420; color: #fff; margin: 0">Chest pain</h2>'
    assert codes(tone + heading) == []
    assert codes(tone + heading.replace("#9c1420; color: #fff", "#ddd")) == ["contrast-low"]


def test_type_below_the_floor_is_reported_once_a_size() -> None:
    small = '<p style="font-size: 11pt">Wash.</p><p style="font-size: 11pt"><b>Dry.</b></p>'
    assert codes('<p style="font-size: 12pt">Wash.</p>') == []
    assert codes(small) == ["type-small"]
    assert [finding.code for finding in found(document(TITLE + small))] == []  # no floor


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>Hands</h1><h2>How</h2><h3>Soap</h3><h2>When</h2>", []),
        ("<h2>How</h2>", ["0 headings of level 1"]),
        ("<h1>Hands</h1><h1>How</h1>", ["2 headings of level 1"]),
        ("<h2>How</h2><h1>Hands</h1>", ["stands before the title"]),
        ("<h1>Hands</h1><h3>How</h3>", ["a level is skipped"]),
        ("<h1>Hands</h1><h2> </h2>", ["is empty"]),
        ("<h1>Hands</h1><h2 style='display: none'></h2>", []),
        ("<h1>Hands</h1><h3 style='float: left'>How</h3><h2>x</h2>", ["a level is skipped"]),
    ],
)
def test_headings_have_one_title_and_skip_no_level(body: str, said: list[str]) -> None:
    findings = found(document(body))
    assert [finding.code for finding in findings] == ["heading-order"] * len(said)
    assert all(part in finding.message for part, finding in zip(said, findings, strict=True))


def test_a_heading_over_two_pages_is_one() -> None:
    page = "@page { size: 80mm 40mm; margin: 5mm } h1 { font-size: 20pt }"
    drawn = draw("<h1>Wash hands before you eat, and after</h1>", page)
    assert drawn.pages > 1
    assert [heading.text for heading in drawn.headings] == ["Wash hands before you eat, and after"]


@pytest.mark.slow
def test_a_spoiled_template_fails_the_build(project: Sandbox) -> None:
    style = (ROOT / "templates/a4/style.css").read_text("utf-8")
    project.write("templates/a4/style.css", style + "li { font-size: 9pt; color: #999 }")
    done = project.run("-e", "a4")
    assert done.returncode == 1
    assert "error[contrast-low]: a4, page 1: the contrast in greyscale is 2.51:1" in done.stderr
    assert "is set in 9 points" in done.stderr


@pytest.mark.slow
def test_a_floor_is_a_number_of_points(project: Sandbox) -> None:
    project.write("templates/a4/edition.toml", 'format = "pdf"\nsmallest_type = "small"\n')
    done = project.run("-e", "a4")
    assert done.returncode != 0
    assert "smallest_type must be a number of points" in done.stderr
