"""Editions from templates folders."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

import polyleaf
from polyleaf.content import editions
from polyleaf.model.findings import ExitStatus, PolyleafError, Where
from polyleaf.model.sheet import Edition
from polyleaf.pipeline import formats

from ..conftest import ROOT, Sandbox

ASKED = Where("clinic.yaml", 6, 12)


def read(name: str, *roots: Path) -> Edition:
    return editions.read(name, roots, ROOT, ASKED, ExitStatus.INPUT, formats.suffixes())


def test_the_shipped_editions() -> None:
    assert editions.names([ROOT / "templates"]) == [
        *("a4", "bilingual", "booklet", "key-facts", "large-print"),
        *("letter", "review", "text", "trifold", "web", "word"),
    ]
    a4 = read("a4", ROOT / "templates")
    assert (a4.suffix, a4.max_pages) == (".pdf", 16)
    assert {"a4/leaflet.html", "a4/faq.html", "a4/style.css", "shared/blocks.html"} <= {
        file.name for file in a4.files
    }


def test_an_edition_shows_the_sheet_or_its_messages() -> None:
    assert read("a4", ROOT / "templates").shows == "sheet"
    assert read("review", ROOT / "templates").shows == "messages"


def test_a_projects_own_template_replaces_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "a4").mkdir()
    (tmp_path / "a4/style.css").write_text("body { color: red }")
    edition = read("a4", tmp_path, ROOT / "templates")
    assert edition.text("a4/style.css") == "body { color: red }"
    assert edition.text("a4/leaflet.html") == (ROOT / "templates/a4/leaflet.html").read_text()


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ("format = pdf", "edition.toml:1:10: error[edition-syntax]"),
        ('format = "odt"', "error[value-unknown]: format must be txt or pdf or html"),
        ('format = "pdf"\nmax_page = 2', 'unknown key "max_page"; did you mean "max_pages"?'),
        ('format = "pdf"\nshows = "all"', "shows must be sheet or messages"),
        (
            'format = "html"\nshows = "messages"',
            "an edition that shows messages must have the format pdf",
        ),
        ('format = "pdf"\nmax_pages = "two"', "error[type]: max_pages must be a whole number"),
    ],
)
def test_wrong_settings_are_reported(tmp_path: Path, settings: str, problem: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/edition.toml").write_text(settings)
    with pytest.raises(PolyleafError) as caught:
        read("mine", tmp_path)
    assert problem in str(caught.value)


@pytest.mark.parametrize("name", ["a5", "../a4", "shared", ""])
def test_an_unknown_edition_is_reported_where_it_is_named(name: str) -> None:
    with pytest.raises(PolyleafError, match=r"clinic.yaml:6:12: error\[edition-unknown\]"):
        read(name, ROOT / "templates")


def test_an_edition_that_extends_another_holds_only_what_differs(project: Sandbox) -> None:
    project.write("templates/small/edition.toml", 'extends = "a4"\n[paper]\nsize = "A5"\n')
    project.write("templates/small/style.css", "h1 { color: #123456; }\n")
    small = read("small", project.root / "templates", ROOT / "templates")
    a4 = read("a4", ROOT / "templates")
    assert (small.format, small.max_pages, small.smallest_type) == ("pdf", 16, 12)
    assert small.template("leaflet.html") == "a4/leaflet.html"
    theirs = a4.text("a4/style.css") or "nothing"
    assert small.css.index(theirs) < small.css.index("h1 { color: #123456; }"), "its rules last"
    assert dict(small.properties) == {**dict(a4.properties), "--paper-size": "A5"}


@pytest.mark.slow
def test_a_sheet_of_such_an_edition_has_its_paper(project: Sandbox) -> None:
    project.write("templates/small/edition.toml", 'extends = "a4"\n[paper]\nsize = "letter"\n')
    assert project.run("-e", "small").returncode == 0
    (width, height), *_ = page_sizes((project.root / "output/en/hands_en_small.pdf").read_bytes())
    assert (round(width), round(height)) == (612, 792), "points of US Letter"


@pytest.mark.slow
def test_a_template_may_extend_one_of_another_edition(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    project.write(
        "templates/mine/leaflet.html",
        '{% extends "web/leaflet.html" %}{% block parts %}<p>Mine alone.</p>{% endblock %}',
    )
    done = project.run("-e", "mine")
    assert done.returncode == 0, done.stderr
    page = (project.root / "output/en/hands_en_mine.html").read_text("utf-8")
    assert "<p>Mine alone.</p>" in page
    assert "Wet your hands." not in page


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ('extends = "reviw"', 'no edition is called "reviw"; did you mean "review"?'),
        ('extends = "mine"', 'error[edition-circle]: "mine" extends itself: mine → mine'),
        ("max_pages = 2", "error[key-missing]: the key format is missing"),
        ('extends = "a4"\n[paper]\nsiez = "A5"', 'unknown key "paper.siez"; did you mean "size"?'),
        (
            'extends = "a4"\n[type]\nbody = "9pt; color: red"',
            "type.body must be a number or lengths",
        ),
        ('extends = "a4"\npaper = 7', "paper must be a table: [paper]"),
        (f'format = "pdf"\nmax_pages = {"9" * 5000}', "error[edition-syntax]"),
        (f'format = "pdf"\nx = {"[" * 5000}', "error[edition-syntax]"),
    ],
)
def test_wrong_settings_of_an_edition_that_extends_are_reported(
    project: Sandbox, settings: str, problem: str
) -> None:
    project.write("templates/mine/edition.toml", settings)
    done = project.run("check", "-e", "mine")
    assert problem in done.stderr
    assert "Traceback" not in done.stderr


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    return [page.get_size() for page in pypdfium2.PdfDocument(data)]


def test_a_projects_own_settings_keep_the_shipped_paper_and_type(tmp_path: Path) -> None:
    (tmp_path / "a4").mkdir()
    (tmp_path / "a4/edition.toml").write_text(
        'format = "pdf"\nmax_pages = 2\n[type]\nbody = "13pt"\n'
    )
    own, shipped = read("a4", tmp_path, ROOT / "templates"), read("a4", ROOT / "templates")
    assert (own.max_pages, own.smallest_type) == (2, 0), "these are its own"
    assert dict(own.properties) == {**dict(shipped.properties), "--type-body": "13pt"}


FIT = """\
extends = "a4"
[fit]
pages = 9999999
steps = 0
leadng = [1.0, 0.9]
  leading = 1.0
space = [1.0]
figure = [1, 99999999999999999999]
drop = ["list} * { color: red"]
condensed = 1
"""
RANGE = "must be two numbers: the roomiest and the tightest"


def test_every_mistake_in_how_a_sheet_may_be_fitted_is_reported(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", FIT)
    found = polyleaf.check(project.root, editions=["mine"]).findings
    assert {each.where.path for each in found} == {"templates/mine/edition.toml"}
    assert [
        f"{each.where.line}:{each.where.column}: {each.code}: {each.message}; {each.hint}"
        for each in found
    ] == [
        "3:1: type: fit.pages must be a whole number, 0 to 1,000; such as: pages = 4",
        "4:1: type: fit.steps must be a whole number, 1 to 6; such as: steps = 4",
        '5:1: key-unknown: unknown key "fit.leadng"; did you mean "leading"?',
        f"6:3: type: fit.leading {RANGE}; such as: leading = [1.0, 0.9]; at most 1,000",
        f"7:1: type: fit.space {RANGE}; such as: space = [1.0, 0.9]; at most 1,000",
        f"8:1: type: fit.figure {RANGE}; such as: figure = [1.0, 0.9]; at most 1,000",
        '9:1: type: fit.drop must be a list of names, at most 20; such as: drop = ["list", "info"]',
        "10:1: type: fit.condensed must be true or false; ",
    ]


@pytest.mark.parametrize(
    ("fit", "problem"),
    [
        ("fit = 3", "fit must be a table: [fit]"),
        ('fit = {pages = "four"}', "fit.pages must be a whole number"),
        ("fit = {pages = true}", "fit.pages must be a whole number"),
        ("fit = {leading = [1.0, nan]}", "fit.leading must be two numbers"),
        ("fit = {leading = [1.0, -1]}", "fit.leading must be two numbers"),
        ('fit = {leading = [1, "9pt"]}', "fit.leading must be two numbers"),
        (f"fit = {{drop = {['a'] * 21}}}", "fit.drop must be a list of names, at most 20"),
        ('fit = {drop = "list"}', "fit.drop must be a list of names"),
        ('fit = {drop = ["info"]}', 'no template of the edition has a part "info"'),
        ('fit.drop = ["safety-"]', 'no template of the edition has a part "safety-"'),
    ],
)
def test_a_wrong_value_of_fit_is_reported(tmp_path: Path, fit: str, problem: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/edition.toml").write_text(f'extends = "a4"\n{fit}\n')
    with pytest.raises(PolyleafError) as caught:
        read("mine", tmp_path, ROOT / "templates")
    (finding,) = caught.value.findings
    assert (problem in finding.message, bool(finding.hint)) == (True, True), str(finding)
    assert finding.where[1:] == (2, 1)


def test_an_edition_may_be_fitted_by_a_property_of_its_own_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/edition.toml").write_text(
        'extends = "key-facts"\n[fit]\npages = 4\nsteps = 2\nmargin = [20, 10]\n'
        'condensed = false\ndrop = ["info", "safety-2"]\n'
    )
    (tmp_path / "mine/style.css").write_text("ul { margin: calc(1mm * var(--fit-margin)) }")
    fitting = read("mine", tmp_path, ROOT / "templates").fitting
    assert fitting
    margins = [dict(each.properties)["--fit-margin"] for each in fitting.settings]
    assert margins == ["20", "10", "10", "10"]
    dropped = [each.dropped for each in fitting.settings]
    assert dropped == [(), (), ("info",), ("info", "safety-2")]
    assert [dict(each.properties)["--fit-body"] for each in fitting.settings[:2]] == ["14", "12"]


PLACES = """\
"extends" = "a4" # = [x]
paper.sise = "A5"
[type] # 12pt
  "body" = "x;"
  [ 'colours' ]
accent = 7
[fit]
drop = [
  "gone",
]
"""


def test_a_mistake_in_an_edition_has_the_place_of_its_key(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", PLACES)
    found = polyleaf.check(project.root, editions=["mine"]).findings
    places = [(each.where.line, each.where.column, each.message.split(" ")[-1]) for each in found]
    assert places == [
        (2, 1, '"paper.sise"'),
        (4, 3, "lengths"),
        (6, 1, "colour"),
        (8, 1, '"gone"'),
    ]
