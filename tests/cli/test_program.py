"""Hints and usage name the command that was called."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ..conftest import ROOT, Sandbox
from ..forked import BUILD
from ..test_cli import translated
from .calling import MODULE, call, script


@pytest.fixture(params=["build.py", "module", "script"])
def called(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[tuple[str, ...], str]:
    """A way to call the command, and how people write it."""
    ways = {
        "build.py": (BUILD, "python build.py"),
        "module": (MODULE, "python -m polyleaf"),
        "script": (script(tmp_path), "polyleaf"),
    }
    return ways[str(request.param)]


@pytest.mark.slow
def test_hints_name_the_command_that_was_called(
    project: Sandbox, called: tuple[tuple[str, ...], str]
) -> None:
    by, name = called
    words = ("-l", "es", "--project", project.root)
    hint = f"`{name} catalogs -l es` starts one"
    done = call(*words, by=by)
    assert f"there is no Spanish catalog; {hint}\n" in done.stderr
    assert call("sign", "-h", by=by).stdout.startswith(f"usage: {name} sign LEAFLET ... -l LANG")
    wrong = call("--no-such", by=by).stderr.splitlines()
    assert wrong[-1] == f"{name} build: error: unrecognized arguments: --no-such"


@pytest.mark.slow
def test_hints_in_every_format_name_it_too(project: Sandbox, tmp_path: Path) -> None:
    words, by = ("-l", "es", "--project", project.root), script(tmp_path)
    hint = "`polyleaf catalogs -l es` starts one"
    *_, summary = map(json.loads, call(*words, "--format", "json", by=by).stdout.splitlines())
    assert summary["findings"][0]["hint"] == hint
    for form in ("github", "sarif"):
        assert hint in call(*words, "--format", form, by=by).stdout


@pytest.mark.slow
def test_a_checkout_that_is_elsewhere_is_named(project: Sandbox) -> None:
    done = call("-l", "es", cwd=project.root)
    (hint,) = re.findall(r"`python (.*) catalogs -l es`", done.stderr)
    assert (project.root / hint).resolve() == ROOT / "build.py"


@pytest.mark.slow
def test_what_is_kept_names_no_command_that_was_called(project: Sandbox) -> None:
    translated(project)
    project.run("-l", "es")
    manifest = (project.root / "output/manifest.json").read_text("utf-8")
    assert "`polyleaf sign hands -l es` records the reviewer" in manifest
    record = (project.root / "output/.polyleaf-record").read_bytes()
    assert b"build.py" not in manifest.encode() + record
    assert (
        "`python build.py sign hands -l es` records the reviewer" in project.run("-l", "es").stderr
    )


def test_the_package_writes_one_name_alone() -> None:
    """What is printed is named in one place; everything else calls the command `polyleaf`."""
    named = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "polyleaf").rglob("*.py")
        if "build.py" in path.read_text("utf-8")
    }
    assert named == {"polyleaf/cli/program.py"}


def test_a_python_without_the_libraries_is_told_what_to_run(tmp_path: Path) -> None:
    bare = (BUILD[0], "-S", BUILD[1])
    done = call(by=bare, cwd=tmp_path)
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert re.fullmatch(r"this Python has no \w+; run `make leaflets` instead", line)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(BUILD[0])
    (line,) = call(by=bare, cwd=tmp_path).stderr.splitlines()
    assert re.fullmatch(r"this Python has no \w+; run `\.venv/bin/python \S+build\.py` .*", line)
    (line,) = call(by=(BUILD[0], "-S", "-m", "polyleaf"), cwd=tmp_path).stderr.splitlines()
    assert re.fullmatch(r"this Python has no \w+; install Polyleaf with its requirements", line)
