"""Plans as a patient sees them: on the page, on the drawn sheet, on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from polyleaf import checks
from polyleaf.content import project
from polyleaf.model.sheet import RenderedPage
from polyleaf.model.walk import texts
from polyleaf.pipeline import plan, recipe
from polyleaf.pipeline.review_pack import pack_rows

from . import axe, verapdf
from .conftest import Sandbox
from .plans import PLANS, TAP
from .reading import folded, pdfium

pytestmark = pytest.mark.slow

MIRRORED = "qps-plocm"  # from right to left, without a catalog


@pytest.fixture
def plans(project: Sandbox) -> Sandbox:
    project.write("content/hands.yaml", PLANS)
    project.write("content/tap.svg", TAP)
    return project


def page(sandbox: Sandbox, tag: str = "en", edition: str = "web") -> RenderedPage:
    read = project.read(sandbox.root, None)
    selection = plan.Selection(languages=(tag,), editions=(edition,))
    (task,) = plan.plan(read, selection).tasks
    return recipe.rendered_page(task)[0]


def found(pattern: str, text: str) -> list[str]:
    return [re.sub(r"<[^>]*>", "", one).strip() for one in re.findall(pattern, text, re.DOTALL)]


@pytest.mark.parametrize("edition", ["web", "a4"])
def test_every_text_of_a_plan_is_on_the_page(plans: Sandbox, edition: str) -> None:
    made = page(plans, edition=edition)
    section = made.sheet.leaflet.sections[0]
    shown = folded(re.sub(r"<[^>]*>", " ", made.html.text) + made.html.text)
    wanted = [text.value for block in section.blocks[1:] for text in texts(block)]
    assert len(wanted) > 30
    assert [text for text in wanted if folded(text) not in shown] == []


def test_each_dose_is_under_its_time(plans: Sandbox) -> None:
    table = page(plans).html.text.partition('<table class="schedule">')[2].partition("</table>")[0]
    assert found(r'<th scope="col".*?</th>', table) == [
        "Medicine",
        "Morning",
        "Noon",
        "Evening",
        "Bedtime",
    ]
    cells = found(r'<td class="(?:dose|none|dose long)".*?</td>', table)
    assert cells == ["–", "–", "4", "–", "2.5", "1–2", "–", "½"]
    labels = re.findall(r'data-label="(\w+)"', table)
    assert labels == ["Morning", "Noon", "Evening", "Bedtime"] * 2


def test_one_day_a_week_is_said_in_words_before_the_week(plans: Sandbox) -> None:
    text = page(plans).html.text
    assert found(r'<span class="only">.*?</span>', text) == ["Only on Monday"]
    assert text.index("Only on Monday") < text.index('<ul class="week">')
    assert found(r'<li class="taken">.*?</li>', text) == ["Mon"]
    week = text.partition('<ul class="week">')[2].partition("</ul>")[0]
    assert found("<li.*?</li>", week) == [
        "Mon",
        *(f"{d} –" for d in ["Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ]


def test_the_name_on_the_box_stays_in_another_script(plans: Sandbox) -> None:
    names = '<span lang="en" dir="ltr">Methotrexate</span>'
    assert names in page(plans, MIRRORED).html.text
    assert names not in page(plans).html.text, "it would stand there twice"


def test_zones_and_boxes_differ_without_colour(plans: Sandbox) -> None:
    """By their word, their sign and, of zones, their pattern."""
    text = page(plans).html.text
    assert found(r'<p class="sign".*?</p>', text) == ["Green", "Amber", "Red"]
    assert found(r'<p class="tone">.*?</p>', text) == ["Green", "Amber"]
    for element, count in (('<div class="band"', 3), ('<p class="sign"', 3), ('class="signed"', 2)):
        pictures = re.findall(rf"{element} style=\"background-image: url\('([^']+)'\)", text)
        assert len(set(pictures)) == count, element


def test_the_words_of_plans_are_translated(plans: Sandbox) -> None:
    for edition in ("web", "a4"):
        assert checks.page(page(plans, MIRRORED, edition)) == []


def test_a_doctor_who_reviews_a_plan_sees_the_doses(plans: Sandbox) -> None:
    read = project.read(plans.root, None)
    (task,) = plan.plan(read, plan.Selection(languages=("en",), editions=("web",))).tasks
    rows = {row.text.value: row for row in pack_rows.of_leaflet(task.leaflet, None, ()).rows}
    assert rows["Methotrexate"].role == "Name of a medicine"
    assert rows["Methotrexate"].text.comment == "taken: evening 4; only on monday"
    assert rows["My lips are blue"].role == "How I am in a zone"
    assert rows["Getting worse"].role == "Heading of the amber box"
    plain = {row.role for row in rows.values() if row.role.islower()}
    assert plain == set()


def test_a_drawn_plan_is_whole_and_pdf_ua(plans: Sandbox) -> None:
    done = plans.run("-l", f"en,{MIRRORED}", "-e", "a4")
    assert done.returncode == 0, done.stderr
    files = sorted((plans.root / "output").glob("*/*.pdf"))
    assert [file.stem.endswith("_form") for file in files] == [False, True] * 2
    assert verapdf.validate(files) == {file: [] for file in files}
    read = folded(pdfium(files[0].read_bytes()))
    for words in ("Methotrexate2.5mgtablets", "OnlyonMonday", "Red", "Inmyownwords"):
        assert folded(words) in read
    for file in files[::2]:
        linked = list(linked_rows(file))
        assert linked == [True, True], "each dose names its medicine, in the tags of the sheet"


def linked_rows(file: Path) -> Iterator[bool]:
    """For each row of a medicine, whether its doses refer to its name and to their time."""
    with pikepdf.open(file) as opened:
        for row in elements(opened.Root.StructTreeRoot, "/TR"):
            cells = [*elements(row, "/TH"), *elements(row, "/TD")]
            if [str(cell.S) for cell in cells] == ["/TH", *["/TD"] * 4]:
                name = cells[0].ID
                headers = [list(cell.A.Headers) for cell in cells[1:]]
                yield all(len(each) == 2 and name in each for each in headers)


def elements(node: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    kids = node.get("/K", pikepdf.Array())
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from [kid] if str(kid.S) == kind else elements(kid, kind)


@pytest.mark.parametrize(("tag", "widths"), [("en", (1280, 320)), (MIRRORED, (320,))])
def test_a_plan_fits_every_screen(
    browser: Browser, plans: Sandbox, tag: str, widths: tuple[int, ...]
) -> None:
    plans.write("plan.html", page(plans, tag).html.text)
    opened = browser.new_page()
    opened.goto((plans.root / "plan.html").as_uri())
    wrong = []
    for width in widths:
        opened.set_viewport_size({"width": width, "height": 800})
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        wrong += axe.violations(opened)
    opened.close()
    assert [
        rule for rule in wrong if not rule.startswith(("html-lang", "valid-lang"))
    ] == []  # there is no language qps-plocm
