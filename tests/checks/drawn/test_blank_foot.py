"""A page that ends early is reported with what begins the next one."""

from __future__ import annotations

import re

import pytest

from polyleaf import checks, pdf
from polyleaf.model.findings import Finding, Severity
from polyleaf.model.sheet import Edition, RenderedPage

from ...conftest import Sandbox
from ...pdf.test_draw import CLINIC, SHEET, document

pytestmark = pytest.mark.usefixtures("engine")

PAPER = "@page { size: 100mm 100mm; margin: 10mm } * { margin: 0 } p { height: 10mm; orphans: 9 } "
EDITION = Edition("a4", ".pdf", 0, (), blank_foot=25)
FULL, TALL = "<p>Soap.</p>", "<h2 style='background: #eee; height: 50mm'>Towels</h2>"
COLUMNS = "div { columns: 2; column-fill: auto } "


def found(body: str, css: str = "", edition: Edition = EDITION) -> list[Finding]:
    html = document(f"<h1 style='height: 9mm'>Hands</h1>{body}", PAPER + css)
    page = RenderedPage(SHEET, None, edition, html, CLINIC)
    drawn = checks.drawn(page, pdf.draw(html))
    return [finding for finding in drawn if finding.code == "blank-foot"]


@pytest.mark.slow
def test_a_foot_that_is_blank_is_measured_and_says_what_comes_next() -> None:
    (finding,) = found(FULL * 3 + TALL)  # lines are about 6 mm high
    match = re.fullmatch(
        r'page 1 of the edition a4 ends with (\d+) mm blank; the next page begins with "Towels"',
        finding.message,
    )
    assert match
    assert 80 - 9 - 30 <= int(match[1]) <= 80 - 9 - 20 - 4
    assert finding.severity is Severity.WARNING
    assert "25 mm" in finding.hint


@pytest.mark.parametrize(
    "body",
    [
        FULL * 6 + TALL,  # 11 mm and the rest of a line
        FULL * 3,  # the last page
        FULL * 3 + TALL.replace("height", "break-before: page; height"),
        f"{FULL * 2}<p style='break-after: page'>Soap.</p>{TALL}",
        f"{FULL * 2}<p>Soap.</p><section style='page: own'>{TALL}</section>",
        f"{FULL * 2}<table><tr><td style='border: 1pt solid; height: 30mm'></table>{TALL}",
        f"{FULL * 2}<p style='background: #eee; height: 30mm'>Soap.</p>{TALL}",
    ],
    ids=["full", "last", "before", "after", "own", "form", "tint"],
)
def test_a_page_that_is_full_enough_or_ends_by_force_is_not_reported(body: str) -> None:
    assert found(body) == []


def test_in_columns_the_longest_counts() -> None:
    long = FULL * 6
    assert found(f"<div>{long}{FULL * 2}</div>{TALL}", COLUMNS) == []
    (finding,) = found(f"<div>{FULL * 8}</div>{TALL}", "div { columns: 2 }")
    assert '"Towels"' in finding.message


def test_without_a_limit_nothing_is_reported() -> None:
    assert found(FULL * 3 + TALL, edition=Edition("a4", ".pdf", 0, ())) == []


@pytest.mark.slow
def test_the_limit_is_a_number_of_millimetres(project: Sandbox) -> None:
    project.write("templates/a4/edition.toml", 'format = "pdf"\nblank_foot = "large"\n')
    done = project.run("-e", "a4")
    assert done.returncode != 0
    assert "blank_foot must be a number of millimetres" in done.stderr
