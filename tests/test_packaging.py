"""The image, the action and the hook: they install what sheets need and call what there is."""

from __future__ import annotations

import os
import re
import subprocess
from typing import Any

import pytest
import yaml

from polyleaf.files import system_packages

from .conftest import ROOT, Sandbox
from .forked import BUILD

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def pinned(lock: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / lock).read_text("utf-8")))


@pytest.mark.parametrize("file", ["Dockerfile", "action.yml"])
def test_it_installs_every_package_that_sheets_need(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert {*system_packages.DEBIAN} <= {*re.split(r"[\s\\]+", text)}


def test_it_has_the_versions_that_were_tested() -> None:
    tested, packed = pinned("requirements.lock"), pinned("packaging/requirements.lock")
    assert {"weasyprint", "babel", "starlette"} <= packed.keys()
    assert packed.items() <= tested.items()
    assert "pytest" not in packed


def action(project: Sandbox, step: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """A step of the action, as the host runs it, with this checkout in place of an installed copy.

    The host's own words stand for inputs in `env` alone.
    """
    (wanted,) = (each for each in ACTION["runs"]["steps"] if each["name"] == step)
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    environment = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], value)
        for name, value in wanted["env"].items()
    }
    shim = project.write(
        "runner/polyleaf/bin/polyleaf", f'#!/bin/sh\nexec {" ".join(BUILD)} "$@"\n'
    )
    shim.chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", wanted["run"]],
        cwd=project.root,
        env={**os.environ, "RUNNER_TEMP": str(project.root / "runner"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_action_notes_what_is_wrong_and_fails(project: Sandbox) -> None:
    assert action(project, "Check").returncode == 0
    project.edit("content/hands.yaml", "title:", "tilte:")
    done = action(project, "Check")
    assert "::error file=content/hands.yaml,line=2,col=1,title=key-unknown::" in done.stdout
    assert done.returncode == 1


@pytest.mark.slow
def test_the_action_builds_what_it_is_asked_for_and_runs_no_input(project: Sandbox) -> None:
    arguments = "hands -e web,text $(touch spoilt) ; touch spoilt"
    done = action(project, "Build", arguments=arguments)
    assert done.returncode == 2, "these are no leaflets"
    assert not (project.root / "spoilt").exists()
    assert action(project, "Build", arguments="hands -e web,text").returncode == 0
    assert (project.root / "output/en/hands_en_text.txt").is_file()


def test_no_step_of_the_action_has_an_input_in_its_script() -> None:
    assert not [each for each in ACTION["runs"]["steps"] if "${{" in each["run"]]


def test_the_hook_is_for_the_files_of_a_project() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    wanted = re.compile(hook["files"])
    for path in ("clinic.yaml", "a/clinic.yaml", "content/hands.yaml", "a/locales/es/x.po"):
        assert wanted.search(path)
    for path in ("README.md", "contents/x", "src/clinic.yaml.py"):
        assert not wanted.search(path)


def test_the_scripts_are_sound() -> None:
    for script in sorted((ROOT / "packaging").glob("*.sh")):
        subprocess.run(["bash", "-n", str(script)], check=True)
        assert script.stat().st_mode & 0o111
