"""Editions from templates folders."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from polyleaf.content import editions
from polyleaf.model.findings import ExitStatus, PolyleafError, Where
from polyleaf.model.sheet import Edition
from polyleaf.pipeline import formats

from ..conftest import ROOT, Sandbox

ASKED = Where("clinic.yaml", 6, 12)


def read(name: str, *roots: Path) -> Edition:
    return editions.read(name, roots, ROOT, ASKED, ExitStatus.INPUT, formats.suffixes())


def test_the_shipped_editions() -> None:
    assert editions.names([ROOT / "templates"]) == ["a4", "review", "text", "web"]
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
        ('format = "docx"', "error[value-unknown]: format must be txt or pdf or html"),
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
    own, theirs = small.css.index("h1 { color: #123456; }"), small.css.index("h1 { clear: none")
    assert theirs < own, "its rules come last"
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
