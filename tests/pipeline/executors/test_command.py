"""Limits, stopping and disks, as whoever runs the command meets them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from ...conftest import CLINIC, LEAFLET, ROOT, Sandbox
from .conftest import NAMES
from .making import METHODS, workers

pytestmark = pytest.mark.slow

ENOUGH = 60  # seconds: what takes them hangs


def start(project: Sandbox, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """The command, not waited for.

    Ctrl-C can reach Python while it opens a file for a process: it closes that later, and says so
    where warnings are errors. No user has asked for that.
    """
    return subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *arguments, "--project", str(project.root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={
            **os.environ,
            "PYTHONWARNINGS": "error,ignore::ResourceWarning",
            "PYTHONUNBUFFERED": "1",
            **environment,
        },
    )


def lines(building: subprocess.Popen[str], number: int) -> list[str]:
    assert building.stdout
    return [building.stdout.readline() for _ in range(number)]


def files_of(project: Sandbox) -> set[str]:
    output = project.root / "output"
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}


def pages(*names: str) -> set[str]:
    return {f"en/{name}_en_web.html" for name in names}


def test_a_template_that_takes_too_much_costs_its_sheet(several: Sandbox) -> None:
    for name in ("zz-endless", "zz-huge"):
        several.write(f"content/{name}.yaml", LEAFLET)
    done = several.run("--time-limit", "2", "--memory-limit", "500")
    assert done.returncode == 1
    assert "worker-timeout" in done.stderr
    assert "worker-memory" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] == "3 built, 2 failed, 2 errors"
    assert pages(*NAMES) <= files_of(several)


@pytest.mark.parametrize(
    ("send", "number", "form"),
    [(os.killpg, signal.SIGINT, "text"), (os.kill, signal.SIGTERM, "json")],
    ids=["Ctrl-C in a terminal", "SIGTERM for the command alone"],
)
def test_a_build_that_is_stopped_says_what_is_left(
    several: Sandbox, send: Callable[[int, int], None], number: int, form: str
) -> None:
    several.write("content/zz-endless.yaml", LEAFLET)
    building = start(several, "--jobs", "2", "--format", form)
    lines(building, 3)
    below = psutil.Process(building.pid).children(recursive=True)
    send(building.pid, number)
    told, problems = building.communicate(timeout=ENOUGH)
    if form == "json":
        summary = json.loads(told.splitlines()[-1])
        assert summary["left"] == ["en/zz-endless_en_web.html"]
        assert summary["exit_code"] == 130
    else:
        assert told == "stopped: 3 built, 1 left\n"
    assert problems == ""
    assert building.returncode == 130
    assert psutil.wait_procs(below, timeout=ENOUGH)[1] == []
    made = {file for file in files_of(several) if "/" in file}
    sheets = {file for file in made if not file.startswith(("catalogue/", "find/"))}
    assert sheets == pages(*NAMES)
    rows = json.loads((several.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert {row["file"] for row in rows} == pages(*NAMES)


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder with a short path, in which a fork server can have its socket."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


def test_a_temporary_folder_that_no_socket_fits_into_costs_nothing(
    several: Sandbox, tmp_path: Path
) -> None:
    (folder := tmp_path / ("long" * 50)).mkdir()
    done = several.start("--jobs", "1", TMPDIR=str(folder))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("method", METHODS)
def test_nothing_is_left_of_a_build_that_is_killed(
    tmp_path: Path, method: str, temporary: Path
) -> None:
    """Not even a worker that lets no thread run, and blocks all signals."""
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from polyleaf.pipeline import executors\n"
        "from tests.pipeline.executors.makers import spoiled\n"
        "from tests.pipeline.executors.making import tasks\n"
        "executor = executors.Executor(2, executors.Limits())\n"
        "for outcome in executor(spoiled, tasks('hangs-inside', 'good')):\n"
        "    print(outcome.file, flush=True)\n"
    )
    environment = {**os.environ, "POLYLEAF_START_METHOD": method, "TMPDIR": str(temporary)}
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env=environment
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == b"en/good_en_web.html\n"
        making, below = workers(running.pid), psutil.Process(running.pid).children(recursive=True)
        assert making
        assert set(making) <= set(below)
        running.kill()
        assert psutil.wait_procs(below, timeout=ENOUGH)[1] == []
    assert list(temporary.rglob("*")) == []


@pytest.mark.parametrize("method", METHODS)
def test_ctrl_c_while_workers_are_started_is_no_traceback(
    several: Sandbox, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLYLEAF_START_METHOD", method)
    several.write("clinic.yaml", CLINIC.replace("[web]", "[a4]"))
    building = start(several, "--jobs", "2")
    below: list[psutil.Process] = []
    while not below:
        time.sleep(0.01)
        below = [child for child in psutil.Process(building.pid).children() if is_ours(child)]
    os.killpg(building.pid, signal.SIGINT)  # all in the terminal
    _, problems = building.communicate(timeout=ENOUGH)
    assert "Traceback" not in problems
    assert building.returncode == 130
    assert psutil.wait_procs(below, timeout=ENOUGH)[1] == []


def is_ours(child: psutil.Process) -> bool:
    """Not fc-list, which is there for a moment."""
    try:
        return "multiprocessing" in " ".join(child.cmdline())
    except psutil.Error:
        return False


@pytest.mark.parametrize("method", METHODS)
def test_a_script_needs_no_guard_and_nothing_of_its_folder_is_run(
    several: Sandbox, tmp_path: Path, method: str
) -> None:
    """Neither is the script run again by a worker, nor what lies about where it is called."""
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nimport polyleaf\n"
        f"report = polyleaf.build({str(several.root)!r}, jobs=2)\n"
        "print(len(report.built), [str(finding) for finding in report.findings])\n"
    )
    for name in ("signal", "pickle", "polyleaf", "random", "weasyprint"):
        several.write(f"{name}.py", "raise SystemExit('this folder is not to be trusted')\n")
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        cwd=several.root,
        env={**os.environ, "POLYLEAF_START_METHOD": method},
    )
    assert (done.stdout, done.stderr) == ("3 []\n", "")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--time-limit", "0"),
        ("--time-limit", "nan"),
        ("--memory-limit", "10"),
        ("--scheduler", "localhost"),
    ],
)
def test_a_limit_that_is_none_is_a_wrong_call(project: Sandbox, option: str, value: str) -> None:
    done = project.run(option, value)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert option in done.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system needs root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_is_told_file_by_file_and_every_file_is_whole(
    several: Sandbox, small_disk: Path
) -> None:
    several.edit("templates/web/leaflet.html", "</html>", "{{ 'x' * 24000 }}</html>")
    done = several.run("--output", str(small_disk))
    assert done.returncode == 1
    assert "error[output-unwritable]: cannot be written: No space left on device" in done.stderr
    assert "make room, or name another folder with --output" in done.stderr
    assert "Traceback" not in done.stderr
    standing = [path for path in small_disk.rglob("*") if path.is_file()]
    written = [path for path in standing if path.parent.name == "en"]
    assert 0 < len(written) < 3, "some fit and some do not"
    assert all(path.read_bytes().endswith(b"</html>\n") for path in written)
    assert not [path for path in (small_disk / "en").iterdir() if path.name.startswith(".")]


def test_a_folder_that_may_not_be_written_is_told(several: Sandbox, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = several.run("--output", str(small_disk))
    assert done.returncode == 1
    assert done.stderr.count("cannot be written: Read-only file system") >= 3
    assert "Traceback" not in done.stderr


DROPPED = """\
import os, signal, sys
from polyleaf import cli
from polyleaf.cli import parser

class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

real = parser.parse

def parse(arguments):
    Dropped()  # Python drops what is raised here
    return real(arguments)

parser.parse = parse
sys.exit(cli.command())
"""


def test_ctrl_c_that_python_drops_is_remembered(project: Sandbox) -> None:
    command = [sys.executable, "-c", DROPPED, "--project", str(project.root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stdout.splitlines()[-1]) == (130, "stopped: 0 built, 1 left")
