"""output/manifest.json says what stands in the folder, and survives damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polyleaf.pipeline import manifest

from ..conftest import LEAFLET, Sandbox

pytestmark = pytest.mark.slow


def files(project: Sandbox) -> list[str]:
    text = (project.root / "output" / manifest.NAME).read_text("utf-8")
    return [row["file"] for row in json.loads(text)["files"]]


def test_building_one_leaflet_keeps_the_rows_of_the_others(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET)
    project.run()
    project.run("hands")
    assert files(project) == ["en/feet_en_web.html", "en/hands_en_web.html"]


def test_a_file_that_is_gone_has_no_row(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET)
    project.run()
    (project.root / "output/en/feet_en_web.html").unlink()
    project.run("hands")
    assert files(project) == ["en/hands_en_web.html"]


def test_the_page_to_choose_from_lists_what_stands_there(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET.replace("Washing hands", "Washing <feet>"))
    project.run()
    (project.root / "output/en/hands_en_web.html").unlink()
    project.run("feet")
    page = (project.root / "output/catalogue/en.html").read_text("utf-8")
    assert 'href="../en/feet_en_web.html"' in page
    assert "Washing &lt;feet&gt;" in page
    assert "hands_en_web.html" not in page


def test_a_title_is_listed_as_it_is_printed(project: Sandbox) -> None:
    """The clinic's name is filled in, and there are no signs of markup."""
    project.edit("content/hands.yaml", "title: Washing", 'title: "*Clean* at {clinic.name}:"')
    project.edit("content/hands.yaml", '{clinic.name}:" hands', '{clinic.name}: hands"')
    assert project.run().returncode == 0
    page = (project.root / "output/catalogue/en.html").read_text("utf-8")
    assert ">Clean at Test Clinic: hands</bdi></h3>" in page
    assert "{clinic.name}" not in page
    (row,) = json.loads((project.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert row["title"] == row["local_title"] == "Clean at Test Clinic: hands"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": 7}', '{"files": [7, {}]}', "\x00"])
def test_a_damaged_manifest_is_written_anew(project: Sandbox, damage: str) -> None:
    project.write("output/manifest.json", damage)
    done = project.run()
    assert done.returncode == 0
    assert "output/manifest.json: warning[manifest-damaged]: " in done.stderr
    assert files(project) == ["en/hands_en_web.html"]


def test_a_strange_row_costs_no_other(project: Sandbox) -> None:
    """Such as one of a file that another program has put there."""
    assert project.run().returncode == 0
    manifest_file = project.root / "output" / manifest.NAME
    (row,) = json.loads(manifest_file.read_text("utf-8"))["files"]
    foreign = {**row, "file": "en/foreign_en_web.html"}
    project.write("output/en/foreign_en_web.html", "x")
    rows = [7, {**row, "file": "../../etc/passwd"}, {**row, "pages": []}, foreign]
    manifest_file.write_text(json.dumps({"files": rows}), "utf-8")
    assert "2 rows of it are not" in project.run().stderr, "the third is known, and put right"
    assert files(project) == ["en/foreign_en_web.html", "en/hands_en_web.html"]


def test_the_same_build_gives_the_same_manifest(project: Sandbox) -> None:
    def read() -> bytes:
        assert project.run().returncode == 0
        return Path(project.root / "output" / manifest.NAME).read_bytes()

    assert read() == read()
