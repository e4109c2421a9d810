"""Each command once, on the way of one leaflet from its source to a signed sheet.

What a command does otherwise is for its own tests, most of which are too slow for every day.
"""

from __future__ import annotations

import json

import pytest

from .cli.calling import call
from .conftest import Sandbox
from .test_cli import translated

pytestmark = pytest.mark.slow


def run(project: Sandbox, *arguments: str) -> str:
    """The output of a command that ends well and finds nothing."""
    done = project.start(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_leaflet_is_written_translated_waived_signed_and_built(project: Sandbox) -> None:
    schema = json.loads(call("schema", cwd=project.root).stdout)
    assert "kind" in schema["$defs"]["LeafletShape"]["properties"]
    name = translated(project)  # which runs `catalogs`
    project.edit(name, "**jabón**", "jabón")
    found = project.start("check", "-l", "es")
    (line,) = (line for line in found.stderr.splitlines() if "[emphasis-lost]" in line)
    place = ":".join(line.split(":")[:2])
    run(project, "waive", place, "emphasis-lost", "Spanish needs no emphasis here")
    run(project, "sign", "hands", "-l", "es", "--by", "Dra. Ana Ruiz", "--on", "2026-11-20")
    assert "es" in run(project, "status", "-l", "es")
    assert "hands_es_web.html" in run(project, "-l", "es", "--allow-untranslated")
    assert "Lavarse las manos" in (project.root / "output/es/hands_es_web.html").read_text("utf-8")


def test_a_sheet_is_drawn_in_the_fonts_that_were_locked(project: Sandbox) -> None:
    project.edit("clinic.yaml", "editions: [web]", "editions: [a4]")
    run(project, "fonts")
    assert (project.root / "fonts.lock").is_file()
    assert "hands_en_a4.pdf" in run(project)
    assert (project.root / "output/en/hands_en_a4.pdf").read_bytes().startswith(b"%PDF")
