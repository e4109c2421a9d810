"""A build that is killed at any point leaves whole files, and the next one puts all right."""

from __future__ import annotations

import os
import random
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ... import forked
from ...conftest import CLINIC, LEAFLET, Sandbox
from .test_command import files_of

KILLS = 30
NAMES = [f"leaflet-{number:02}" for number in range(12)]
DRAWN = NAMES[0]  # as a PDF too


def changed(project: Sandbox, number: int) -> None:
    """Every leaflet has a new title."""
    for name in NAMES:
        project.write(f"content/{name}.yaml", LEAFLET.replace("Washing hands", f"Title {number}"))


def killed(project: Sandbox, chance: random.Random) -> None:
    """A build that is killed after some sheets and some milliseconds."""
    wanted = ["web"] if chance.random() < 0.8 else ["web,a4", DRAWN]
    arguments = ["--jobs", "2", "-e", *wanted, "--project", str(project.root)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    reading, out = os.pipe()

    def build() -> None:
        forked.exit_code(arguments, out, out, project.root, environment)
        os.close(out)

    building = threading.Thread(target=build)
    with os.fdopen(reading) as lines:
        building.start()
        for _ in range(chance.randint(0, 10)):
            lines.readline()
        time.sleep(chance.uniform(0, 0.03))
        while not forked.kill() and building.is_alive():
            time.sleep(0.001)
        building.join()


def whole(path: Path) -> bool:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    return path.suffix != ".html" or data.rstrip().endswith(b"</html>")


def visible(project: Sandbox) -> list[Path]:
    """What was built; hidden files are unfinished ones, and what tells of earlier builds."""
    output = project.root / "output"
    return [output / name for name in files_of(project) if not Path(name).name.startswith(".")]


def contents(project: Sandbox) -> Iterator[tuple[str, bytes]]:
    for path in visible(project):
        if path.name != "manifest.json":  # it tells of earlier builds too
            yield path.name, path.read_bytes()


def rebuilt(project: Sandbox) -> dict[str, bytes]:
    for wanted in (["web"], ["web,a4", DRAWN]):
        done = project.run("--quiet", "-e", *wanted)
        assert (done.returncode, done.stderr) == (0, "")
    return dict(contents(project))


@pytest.mark.slow
def test_thirty_killed_builds_leave_whole_files_and_no_wrong_one(tmp_path: Path) -> None:
    project = Sandbox(tmp_path / "project")
    project.write("clinic.yaml", CLINIC)
    chance = random.Random(7)
    for number in range(1, KILLS + 1):
        changed(project, number)
        killed(project, chance)
        assert [path for path in visible(project) if not whole(path)] == []
        if number % 15 == 0:
            after = rebuilt(project)
            shutil.rmtree(project.root / "output")
            assert rebuilt(project) == after, "what a clean build makes"
            assert len(after) == len(NAMES) + 10, "one PDF with its picture, index and its lists"
