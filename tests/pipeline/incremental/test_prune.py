"""Outputs whose source is gone are told, and removed only if that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from polyleaf.pipeline.incremental.storage import NAME, load, save

from ...conftest import CLINIC, LEAFLET, Sandbox
from .projects import FEET, SHEETS, SPANISH, build, tree, wrong

pytestmark = pytest.mark.slow

PO = "locales/es/LC_MESSAGES"


def sheets(project: Sandbox) -> set[str]:
    names = set(tree(project.root / "output")) - {"manifest.json"}
    lists = ("index.", "catalogue/", "find/", "opds.json", "service-worker.js")
    return {name for name in names if not name.startswith(lists)}


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
    assert not (built.root / "output/catalogue/es.html").exists()
    assert not (built.root / "output/catalogue/es.js").exists()


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


def test_what_a_lost_record_knew_is_told_from_the_manifest_and_stays(built: Sandbox) -> None:
    """It may be another project's: only the record knows who built it."""
    no_leaflet(built)
    (built.root / "output" / NAME).unlink()
    for prune in (False, True, True):
        done = build(built, prune=prune)
        assert (len(done.told("orphaned")), done.report.removed) == (2, ())
        assert all(
            "the record of who built it is lost, and it stays" in s for s in done.told("orphaned")
        )
    assert build(built, prune=True, dry_run=True).report.removed == ()
    assert sheets(built) == SHEETS
    for file in FEET:
        (built.root / "output" / file).unlink()
    assert "orphaned" not in build(built).codes


def test_a_record_cannot_name_a_file_elsewhere(built: Sandbox) -> None:
    output = built.root / "output"
    record = load(output)
    sheet = record.sheets["en/feet_en_web.html"]
    outside = built.write("outside.html", (output / "en/feet_en_web.html").read_bytes())
    for file in ("../outside.html", str(outside), "link/outside.html"):
        record.sheets[file] = sheet
    (output / "link").symlink_to(built.root)
    no_leaflet(built)
    (output / NAME).write_bytes(save(record))
    assert set(build(built, prune=True).report.removed) == FEET
    assert outside.is_file()


def test_a_folder_belongs_to_one_project(built: Sandbox, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    assert build(built, output=shared).made == SHEETS
    before = tree(shared)
    other = Sandbox(tmp_path / "other")
    other.write("clinic.yaml", CLINIC)
    other.write("content/hands.yaml", LEAFLET)
    (problem,) = wrong(other, output=shared)
    assert "error[output-foreign]: it holds what the project" in problem
    assert str(built.root) in problem
    assert tree(shared) == before
    assert build(built, output=shared).made == set()


def test_what_another_user_has_built_there_is_never_pruned(
    built: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    assert build(built, output=shared).made == SHEETS
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    other = Sandbox(tmp_path / "other")
    other.write("clinic.yaml", CLINIC)
    other.write("content/hands.yaml", LEAFLET)
    done = build(other, output=shared, prune=True)
    assert (done.made, done.report.removed) == ({"en/hands_en_web.html"}, ())
    assert set(tree(shared)) >= SHEETS


def test_one_language_that_is_asked_for_makes_no_orphan_of_others(built: Sandbox) -> None:
    built.edit("clinic.yaml", "[en, es]", "[en, es, fr]")
    for _ in range(2):
        assert "orphaned" not in build(built, languages=("en",)).codes


def test_a_project_that_was_moved_prunes_what_it_had_built(built: Sandbox) -> None:
    moved = Sandbox(built.root.with_name("moved"))
    built.root.rename(moved.root)
    no_leaflet(moved)
    assert set(build(moved, prune=True).report.removed) == FEET
