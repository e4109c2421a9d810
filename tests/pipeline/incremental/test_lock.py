"""Two builds of one project at once: the second waits, and says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from polyleaf.pipeline.incremental.build_lock import NAME

from ...conftest import ROOT, Sandbox
from .projects import build, tree

HOLD = """\
import sys, time
from pathlib import Path
from polyleaf.pipeline.incremental.build_lock import BuildLock
with BuildLock(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(output: Path) -> subprocess.Popen[str]:
    """A process that holds the lock of an output folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(output)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def command(project: Sandbox, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *arguments, "--project", str(project.root)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.slow
def test_the_second_build_waits_and_says_for_whom(built: Sandbox) -> None:
    first = holder(built.root / "output")
    second = command(built)
    assert second.stderr is not None
    line = second.stderr.readline()
    assert line == f"waiting for another build of this project (process {first.pid})\n"
    assert second.poll() is None
    first.kill()  # the lock of a process that crashes is gone with it
    first.communicate()
    told, _ = second.communicate(timeout=60)
    assert (second.returncode, told) == (0, "4 up to date, 2 warnings\n")


def test_a_lock_that_was_left_behind_is_nobodys(built: Sandbox) -> None:
    first = holder(built.root / "output")
    first.kill()
    first.communicate()
    assert (built.root / "output" / NAME).read_text() == f"{first.pid}\n"
    assert build(built).made == set()


@pytest.mark.slow
def test_a_folder_that_was_removed_during_the_wait_is_locked_anew(built: Sandbox) -> None:
    output = built.root / "output"
    first = holder(output)
    second = command(built)
    assert second.stderr is not None
    assert "waiting" in second.stderr.readline()
    shutil.rmtree(output)
    third = holder(output)
    first.kill()
    first.communicate()
    line = second.stderr.readline()
    assert line == f"waiting for another build of this project (process {third.pid})\n"
    third.kill()
    third.communicate()
    told, _ = second.communicate(timeout=60)
    assert (second.returncode, told.splitlines()[-1]) == (0, "4 built, 2 warnings")


def test_a_dry_run_waits_for_nobody(built: Sandbox) -> None:
    first = holder(built.root / "output")
    assert built.run("--dry-run").returncode == 0
    first.kill()
    first.communicate()


@pytest.mark.slow
def test_two_first_builds_make_each_sheet_once(built: Sandbox, tmp_path: Path) -> None:
    output = tmp_path / "both"
    processes = [command(built, "--output", str(output), "--jobs", "1") for _ in range(2)]
    told = [process.communicate(timeout=120)[0].splitlines()[-1] for process in processes]
    assert all(process.returncode == 0 for process in processes)
    assert sorted(told) == ["4 built, 2 warnings", "4 up to date, 2 warnings"]
    assert tree(output) == tree(built.root / "output")
