"""output/manifest.json says what stands in the folder, and survives damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polyleaf import manifest

from .conftest import LEAFLET, Sandbox


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


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": 7}', '{"files": [7, {}]}', "\x00"])
def test_a_damaged_manifest_is_written_anew(project: Sandbox, damage: str) -> None:
    project.write("output/manifest.json", damage)
    assert project.run().returncode == 0
    assert files(project) == ["en/hands_en_web.html"]


def test_the_same_build_gives_the_same_manifest(project: Sandbox) -> None:
    def read() -> bytes:
        assert project.run().returncode == 0
        return Path(project.root / "output" / manifest.NAME).read_bytes()

    assert read() == read()
