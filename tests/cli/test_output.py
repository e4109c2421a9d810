"""Where the command prints, in which colours, and what it does where that cannot be read."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from .. import forked
from ..conftest import ROOT, Sandbox
from ..forked import BUILD

RED, YELLOW, PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[0m"


@pytest.fixture
def wrong(project: Sandbox) -> Sandbox:
    """An error and a warning."""
    project.edit("content/hands.yaml", "who-2009].", "who-2008].")
    return project


def in_terminal(project: Sandbox, *arguments: str, **environment: str) -> str:
    """What the command says on a terminal, which has room for a page of it."""
    controller, terminal = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    words = [*arguments, "--project", str(project.root)]
    forked.exit_code(words, terminal, terminal, ROOT, {**clean, "TERM": "xterm", **environment})
    os.close(terminal)
    said = b""
    try:
        while more := os.read(controller, 65536):
            said += more
    except OSError:  # Linux says so where the other end is closed
        pass
    os.close(controller)
    return said.decode().replace("\r\n", "\n")


def test_problems_have_colours_on_a_terminal(wrong: Sandbox) -> None:
    said = in_terminal(wrong, "check")
    assert f"content/hands.yaml:13:20: {RED}error[sources-unknown]{PLAIN}: no source" in said
    assert f": {YELLOW}warning[sources-unused]{PLAIN}: " in said
    assert said.count("\x1b") == 4, "nothing else has any"


@pytest.mark.slow
def test_colours_can_be_refused_and_wanted(wrong: Sandbox) -> None:
    for arguments, environment in (
        ((), {"NO_COLOR": "1"}),
        ((), {"TERM": "dumb"}),
        (("--color", "never"), {"FORCE_COLOR": "1"}),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}),
        (("--format", "github"), {}),
    ):
        assert "\x1b" not in in_terminal(wrong, "check", *arguments, **environment)
    assert "\x1b" in in_terminal(wrong, "check", NO_COLOR="")
    for arguments, environment in (
        (("--color", "always"), {"NO_COLOR": "1"}),
        ((), {"FORCE_COLOR": "1"}),
    ):
        assert f"{RED}error[" in wrong.start("check", *arguments, **environment).stderr
    assert "\x1b" not in wrong.start("check", FORCE_COLOR="").stderr


def test_a_text_cannot_bring_its_own_colours(project: Sandbox) -> None:
    said = in_terminal(project, "check", "\x1b[31mhands")
    assert "<U+001B>[31m" in said
    assert "\x1b[31m" not in said


@pytest.mark.slow
def test_with_strict_a_warning_fails_and_the_sheets_are_written(project: Sandbox) -> None:
    assert project.run("--strict").returncode == 0
    project.edit("content/hands.yaml", "review_by: 2199-11-22", "review_by: 2020-01-31")
    assert project.run().returncode == 0
    strict = project.run("--strict", "--force")
    assert (strict.returncode, "warning[review-due]" in strict.stderr) == (1, True)
    assert strict.stdout.splitlines()[-1] == "1 built, 1 warning"
    assert project.run("check", "--strict").returncode == 1
    done = project.run("check", "--strict", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["exit_code"]) == (1, 1)
    assert project.run("feet", "--strict").returncode == 2, "a graver cause stays"


@pytest.mark.slow
def test_verbose_says_why_how_long_and_what_was_loaded(project: Sandbox) -> None:
    for arguments, why, loaded in (
        ((), "it was never built here", "jinja2, pydantic, yaml loaded"),
        ((), "up to date", "no library loaded"),
    ):
        done = project.start("--verbose", *arguments)
        assert done.stdout.splitlines()[0] == f"hands en web: {why}"
        assert done.stderr.splitlines()[-1].startswith("polyleaf 0.1.0, Python 3.")
        assert done.stderr.endswith(f"{loaded}\n")
    done = project.start("--verbose", "--format", "json", "--force")
    assert [json.loads(line) for line in done.stdout.splitlines()]
    assert " loaded" in done.stderr


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    """What bash makes of a line; the command's output is buffered, as it is for people."""
    environment = {**os.environ, "PYTHONUNBUFFERED": ""}
    command = ["bash", "-c", line]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False, env=environment)


CLOSED = (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-")
WITHOUT = [
    *(("schema", closed) for closed in CLOSED),
    *((wanted, CLOSED[-1]) for wanted in ("--help", "", "check", "status", "--force -e a4")),
    *(("", ">&-"), ("--force -e a4", "2>&-")),
]


@pytest.mark.slow
@pytest.mark.parametrize(("wanted", "closed"), WITHOUT)
def test_closed_streams_are_no_reason_to_fail(project: Sandbox, wanted: str, closed: str) -> None:
    where = "" if wanted in ("schema", "--help") else f"--project {project.root}"
    command = f"{sys.executable} build.py {wanted} {where} {closed}"
    done = shell(command)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (done.stdout == b"") is (" >&-" in f" {closed}")
    if wanted == "":
        page = project.root / "output/en/hands_en_web.html"
        assert page.read_bytes().endswith(b"</html>\n")
        assert b"1 built" not in page.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "code", "closed"),
    [("", 1, ">&- 2>&-"), ("", 1, "2>&-"), ("feet", 2, "2>&-"), ("--no-such-option", 2, "2>&-")],
)
def test_closed_streams_leave_the_exit_code(
    wrong: Sandbox, command: str, code: int, closed: str
) -> None:
    done = shell(f"{sys.executable} build.py {command} --project {wrong.root} {closed}")
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("wanted", ["schema", "--help", "completion bash", "--version"])
def test_a_reader_that_goes_away_is_no_traceback(wanted: str) -> None:
    line = f"{sys.executable} build.py {wanted} | true; echo ${{PIPESTATUS[0]}}"
    done = shell(line)
    assert done.stdout in (b"0\n", b"1\n"), "as it printed before or after its reader went"
    assert done.stderr == b""


@pytest.mark.slow
def test_readers_that_go_away_stop_a_build_and_leave_whole_files(wrong: Sandbox) -> None:
    for line in ("| true", "2>&1 | true", "2> >(true)"):
        command = (
            f"{sys.executable} build.py --project {wrong.root} {line}; echo ${{PIPESTATUS[0]}}"
        )
        done = shell(command)
        assert done.stdout.splitlines()[-1] == b"1"
        assert b"Traceback" not in done.stderr
        assert b"Exception ignored" not in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_below_the_output_is_said_in_a_line(project: Sandbox) -> None:
    for wanted in ("schema", "--help", f"check --project {project.root}"):
        line = f"{sys.executable} build.py {wanted} > /dev/full"
        done = shell(line)
        assert done.returncode == 1
        assert done.stderr.decode().splitlines() == [
            "cannot go on: [Errno 28] No space left on device"
        ]


@pytest.mark.slow
def test_an_encoding_that_lacks_letters_prints_their_codes(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "title:", "tité😀:")
    narrow = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = project.start("check", **narrow)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert r"tit\xe9\U0001f600" in done.stderr
    for form in ("json", "sarif"):
        printed = subprocess.run(
            [*BUILD, "check", "--format", form, "--project", str(project.root)],
            capture_output=True,
            cwd=ROOT,
            check=False,
            env={**os.environ, **narrow},
        )
        assert "tité😀" in json.dumps(json.loads(printed.stdout), ensure_ascii=False)
