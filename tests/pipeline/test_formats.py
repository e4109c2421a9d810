"""A format is one object: its files are written, listed and kept like those of any other."""

from __future__ import annotations

import json

import pytest

import polyleaf
from polyleaf.model.sheet import RenderedPage
from polyleaf.model.task import OutputFile
from polyleaf.pipeline import formats
from polyleaf.pipeline.formats import Format, Rendered

from ..conftest import Sandbox

FILES = ["en/hands_en_both.txt", "en/hands_en_both_print.txt"]


def both(page: RenderedPage) -> Rendered:
    """A file for the screen and one for the printer."""
    return Rendered(b"screen", 0, None, (OutputFile("_print.txt", b"printer", 2),))


@pytest.fixture
def two_files(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    monkeypatch.setitem(
        formats.FORMATS, "both", Format(".txt", needs_fonts=False, weight=0.01, render=both)
    )
    project.write("templates/both/edition.toml", 'extends = "web"\nformat = "both"\n')
    project.edit("clinic.yaml", "[web]", "[both]")
    return project


def build(project: Sandbox) -> polyleaf.Report:
    return polyleaf.build(project.root, mapper=map)


def test_a_sheet_may_have_several_files(two_files: Sandbox) -> None:
    report = build(two_files)
    assert [(row.file, row.pages) for row in report.built] == list(zip(FILES, (0, 2), strict=True))
    assert (two_files.root / "output" / FILES[1]).read_bytes() == b"printer"
    manifest = json.loads((two_files.root / "output/manifest.json").read_text("utf-8"))
    assert [row["file"] for row in manifest["files"]] == FILES
    assert build(two_files).built == ()


def test_a_sheet_is_made_anew_if_one_of_its_files_is_gone(two_files: Sandbox) -> None:
    build(two_files)
    (two_files.root / "output" / FILES[1]).unlink()
    assert [row.file for row in build(two_files).built] == FILES


def test_all_files_of_a_sheet_go_with_its_source(two_files: Sandbox) -> None:
    build(two_files)
    text = (two_files.root / "content/hands.yaml").read_text("utf-8")
    two_files.write("content/feet.yaml", text)
    (two_files.root / "content/hands.yaml").unlink()
    polyleaf.build(two_files.root, mapper=map, prune=True)
    assert sorted(path.name for path in (two_files.root / "output/en").iterdir()) == [
        "feet_en_both.txt",
        "feet_en_both_print.txt",
    ]


@pytest.mark.slow
def test_a_format_that_does_not_exist_is_reported(project: Sandbox) -> None:
    project.write("templates/both/edition.toml", 'extends = "web"\nformat = "both"\n')
    done = project.run("-e", "both")
    assert done.returncode == 1
    assert (
        "templates/both/edition.toml:2:1: error[value-unknown]: format must be txt or pdf or html"
        in done.stderr
    )
