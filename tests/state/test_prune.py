"""Outputs whose source is gone are told, and removed only if that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from polyleaf.state import NAME

from ..conftest import Sandbox
from .projects import FEET, HANDS, SHEETS, SPANISH, build, tree

PO = "locales/es/LC_MESSAGES"


def sheets(project: Sandbox) -> set[str]:
    return set(tree(project.root / "output")) - {"manifest.json", "index.html"}


def listed(project: Sandbox) -> set[str]:
    text = (project.root / "output/manifest.json").read_text("utf-8")
    return {row["file"] for row in json.loads(text)["files"]}


def no_leaflet(project: Sandbox) -> None:
    (project.root / "content/feet.yaml").unlink()


def no_catalog(project: Sandbox) -> None:
    (project.root / PO / "feet.po").unlink()
    project.edit("clinic.yaml", "[en, es]", "[en]")


GONE: dict[str, tuple[Callable[[Sandbox], object], set[str], str]] = {
    "a leaflet": (no_leaflet, FEET, "there is no content/feet.yaml"),
    "a language": (
        lambda p: p.edit("clinic.yaml", "[en, es]", "[en]"),
        SPANISH,
        "clinic.yaml no longer names es in web",
    ),
    "a catalog": (
        no_catalog,
        SPANISH,
        f"there is no {PO}/feet.po",
    ),
    "an edition": (
        lambda p: p.edit("clinic.yaml", "[web]", "[a4]"),
        SHEETS,
        "clinic.yaml no longer names en in web",
    ),
}


@pytest.mark.parametrize(("change", "files", "why"), GONE.values(), ids=GONE)
def test_what_is_left_of_what_is_gone_is_told_and_pruned(
    built: Sandbox, change: Callable[[Sandbox], object], files: set[str], why: str
) -> None:
    change(built)
    one: Any = {"leaflets": ("hands",), "languages": ("en",), "editions": ("web",)}
    for _ in range(2):
        told = build(built, **one)
        found = [line for line in told.told("orphaned") if why in line]
        assert found
        assert all(line.endswith("; --prune removes it") for line in found)
        expected = files - {"en/hands_en_web.html"}
        assert len(told.told("orphaned")) == len(expected)
        assert (sheets(built), told.report.exit_code) == (SHEETS, 0)
    tried = build(built, **one, prune=True, dry_run=True)
    assert (set(tried.report.removed), sheets(built)) == (expected, SHEETS)
    pruned = build(built, **one, prune=True)
    assert set(pruned.report.removed) == expected
    assert sheets(built) == listed(built) == SHEETS - expected
    again = build(built, **one)
    assert "orphaned" not in again.codes


def test_folders_that_are_empty_go_with_their_sheets(built: Sandbox) -> None:
    built.edit("clinic.yaml", "[en, es]", "[en]")
    build(built, prune=True)
    assert not (built.root / "output/es").exists()
    page = (built.root / "output/index.html").read_text("utf-8")
    assert "es/hands_es_web.html" not in page


def test_what_others_put_there_stays(built: Sandbox) -> None:
    built.edit("clinic.yaml", "[en, es]", "[en]")
    mine = built.write("output/es/notes.txt", "mine")
    named_alike = built.write("output/es/shoes_es_web.html", "mine too")
    edited = built.write("output/es/feet_es_web.html", "edited by hand")
    done = build(built, prune=True)
    assert done.report.removed == ("es/hands_es_web.html",)
    assert all(file.is_file() for file in (mine, named_alike, edited))
    (line,) = done.told("orphaned")
    assert line.startswith("output/es/feet_es_web.html: warning[orphaned]")
    assert "is not what was built, and stays" in line


def test_a_language_that_somebody_asked_for_is_no_orphan(built: Sandbox) -> None:
    built.edit("clinic.yaml", "[en, es]", "[en]")
    build(built, prune=True)
    build(built, languages=("es",))
    assert "orphaned" not in build(built).codes
    assert sheets(built) == SHEETS


def test_what_a_lost_record_knew_is_known_from_the_manifest(built: Sandbox) -> None:
    no_leaflet(built)
    (built.root / "output" / NAME).unlink()
    assert len(build(built).told("orphaned")) == 2
    assert set(build(built, prune=True).report.removed) == FEET
    assert sheets(built) == HANDS


def test_a_manifest_cannot_name_a_file_elsewhere(built: Sandbox) -> None:
    manifest = built.root / "output/manifest.json"
    told = json.loads(manifest.read_text("utf-8"))
    row = next(r for r in told["files"] if r["leaflet"] == "feet")
    outside = built.write("outside.html", (built.root / "output" / row["file"]).read_bytes())
    for file in ("../outside.html", str(outside), "link/outside.html"):
        told["files"].append({**row, "file": file})
    (built.root / "output/link").symlink_to(built.root)
    no_leaflet(built)
    built.write("output/manifest.json", json.dumps(told))
    (built.root / "output" / NAME).unlink()
    assert set(build(built, prune=True).report.removed) == FEET
    assert outside.is_file()
