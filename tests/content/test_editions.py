"""Editions from templates folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf.content import editions
from polyleaf.model.findings import ExitStatus, PolyleafError, Where
from polyleaf.model.sheet import Edition
from polyleaf.pipeline import formats

from ..conftest import ROOT

ASKED = Where("clinic.yaml", 6, 12)


def read(name: str, *roots: Path) -> Edition:
    return editions.read(name, roots, ROOT, ASKED, ExitStatus.INPUT, formats.suffixes())


def test_the_shipped_editions() -> None:
    assert editions.names([ROOT / "templates"]) == ["a4", "review", "web"]
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
        ('format = "docx"', "error[value-unknown]: format must be pdf or html"),
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
