"""Saves as editors make them, and the command that builds at each."""

from __future__ import annotations

import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from polyleaf.cli import watch

from .conftest import ROOT, Sandbox

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds; a slow machine is not a failure
COMMAND = [sys.executable, str(ROOT / "build.py"), "--watch"]
PAGE = "output/en/hands_en_web.html"


class Watched:
    """`build.py --watch` on a project, and all that it has said so far."""

    def __init__(self, project: Sandbox, *arguments: str) -> None:
        self.said = ""
        self.process = subprocess.Popen(
            [*COMMAND, "--project", str(project.root), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout:
            for line in self.process.stdout:
                self.said += line

    def wait(self, pattern: str, after: int = 0) -> int:
        """Until it has said so after a place in its output; where that ends."""

        def look() -> int | None:
            found = re.search(pattern, self.said[after:])
            return after + found.end() if found else None

        return waited(look, lambda: self.said)

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        return code


@pytest.fixture
def watched(project: Sandbox) -> Iterator[Watched]:
    watched = Watched(project)
    watched.wait("watching .*; Ctrl-C ends it")
    yield watched
    if watched.process.poll() is None:
        watched.process.kill()
        watched.process.wait()
    watched.reader.join(PATIENCE)


def waited(look: Callable[[], int | None], said: Callable[[], object]) -> int:
    end = time.monotonic() + PATIENCE
    while (found := look()) is None:
        assert time.monotonic() < end, said()
        time.sleep(0.02)
    return found


def test_a_save_builds_and_says_what_changed_and_how_long_it_took(
    project: Sandbox, watched: Watched
) -> None:
    project.edit("content/hands.yaml", "20 seconds", "30 seconds")
    watched.wait(r"\ncontent/hands\.yaml: 1 built, \d+\.\d s\n")
    assert "30\N{NO-BREAK SPACE}seconds" in (project.root / PAGE).read_text("utf-8")
    assert watched.end() == 0
    assert "Traceback" not in watched.said


def test_errors_are_lived_through_and_the_good_sheet_stays(
    project: Sandbox, watched: Watched
) -> None:
    good = (project.root / PAGE).read_bytes()
    project.edit("content/hands.yaml", "title:", "titel:")
    at = watched.wait(r"error\[key-unknown\](?s:.*)content/hands\.yaml: 0 built, 1 failed")
    assert (project.root / PAGE).read_bytes() == good
    clinic = (project.root / "clinic.yaml").read_text("utf-8")
    project.write("clinic.yaml", "name: [")
    at = watched.wait(r"clinic.yaml:2:1: error\[yaml-syntax\]", at)
    project.write("clinic.yaml", clinic)
    at = watched.wait(r"clinic.yaml: 0 built, 1 failed", at)
    project.edit("content/hands.yaml", "titel: Washing", "title: Cleaning")
    watched.wait(r"content/hands.yaml: 1 built", at)
    assert "Cleaning hands" in (project.root / PAGE).read_text("utf-8")
    assert watched.end() == 0


def test_a_new_template_a_catalog_and_a_new_leaflet_are_seen(
    project: Sandbox, watched: Watched
) -> None:
    style = (ROOT / "templates/web/style.css").read_text("utf-8")
    project.write("templates/web/style.css", style + "p { color: #123456; }")
    waited(lambda: 1 if "#123456" in page(project) else None, lambda: watched.said)
    at = watched.wait(r"templates\S*: 1 built")
    project.write("content/feet.yaml", (project.root / "content/hands.yaml").read_bytes())
    at = watched.wait(r"content/feet.yaml: 1 built, 1 up to date", at)
    project.write("locales/es/LC_MESSAGES/hands.po", "")
    watched.wait(r"locales\S*: 2 up to date", at)
    assert watched.end() == 0


def page(project: Sandbox) -> str:
    return (project.root / PAGE).read_text("utf-8")


def test_ctrl_c_with_the_last_sheet_of_a_build_ends_it(project: Sandbox, watched: Watched) -> None:
    before = page(project)
    project.edit("content/hands.yaml", "20 seconds", "30 seconds")
    while page(project) == before:
        pass
    assert watched.end() in (0, 130), "as it comes before or after the end of the build"
    assert "Traceback" not in watched.said


def test_a_call_that_is_wrong_ends_it(project: Sandbox) -> None:
    for arguments, says in (
        (("nobody",), "leaflet-unknown"),
        (("--batch", "jobs.csv"), "--watch goes with none of"),
        (("--format", "sarif"), "--watch goes with none of"),
    ):
        done = project.run("--watch", *arguments)
        assert (done.returncode, says in done.stdout + done.stderr) == (2, True)
    (project.root / "clinic.yaml").unlink()
    assert project.run("--watch").returncode == 2


# The library itself, without a process.


def listening(root: Path, folder: Path) -> queue.Queue[set[str]]:
    """The names that are saved from now on, a save at a time."""
    heard: queue.Queue[set[str]] = queue.Queue()

    def listen() -> None:
        for saved in watch.saves(root, [folder]):
            heard.put({path.name for path in saved})

    threading.Thread(target=listen, daemon=True).start()
    assert heard.get(timeout=PATIENCE) == set()
    return heard


def in_place(file: Path) -> None:
    file.write_text("new")


def by_renaming(file: Path) -> None:
    """As most editors do; the name on the way is nobody's business."""
    other = file.with_name("sedAbCdEf")
    other.write_text("new")
    other.replace(file)


def by_keeping_the_old_one(file: Path) -> None:
    """As vim does."""
    file.with_name("4913").write_text("")
    file.with_name("4913").unlink()
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text("new")


@pytest.mark.parametrize("save", [in_place, by_renaming, by_keeping_the_old_one])
def test_a_save_is_one_however_an_editor_makes_it(
    tmp_path: Path, save: Callable[[Path], None]
) -> None:
    for name in ("clinic.yaml", "content/a.yaml"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("old")
    heard = listening(tmp_path, tmp_path / "content")
    for name in ("clinic.yaml", "content/a.yaml"):
        save(tmp_path / name)
        assert heard.get(timeout=PATIENCE) == {Path(name).name}


def test_what_is_saved_while_a_save_is_dealt_with_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    saves = watch.saves(tmp_path, [tmp_path / "content"])
    next(saves)
    (tmp_path / "content/a.yaml").write_text("")
    (tmp_path / "clinic.yaml").write_text("")
    seen = set(next(saves))
    while len(seen) < 2:
        seen |= next(saves)
    assert {path.name for path in seen} == {"a.yaml", "clinic.yaml"}


def test_what_is_taken_away_is_a_save_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").write_text("")
    heard = listening(tmp_path, tmp_path / "content")
    (tmp_path / "content/a.yaml").unlink()
    assert heard.get(timeout=PATIENCE) == {"a.yaml"}


def test_a_folder_that_comes_or_is_replaced_is_watched(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    heard = listening(tmp_path, folder)
    folder.mkdir()
    assert heard.get(timeout=PATIENCE) == {"content"}
    (folder / "a.yaml").write_text("")
    assert heard.get(timeout=PATIENCE) == {"a.yaml"}
    folder.rename(tmp_path / "was")
    folder.mkdir()
    while "content" not in heard.get(timeout=PATIENCE):
        pass
    (folder / "b.yaml").write_text("")
    while (saved := heard.get(timeout=PATIENCE)) != {"b.yaml"}:
        assert saved <= {"b.yaml", "content"}  # the new folder may be told once more
        if "b.yaml" in saved:
            break
