"""A finding is waived for one message, with a reason, until a text changes."""

from __future__ import annotations

import pytest

from ...conftest import Sandbox
from ...test_cli import translated

pytestmark = pytest.mark.slow


def lost(project: Sandbox) -> tuple[str, str]:
    """A Spanish catalog whose message has lost its emphasis; its name, and the message's line."""
    name = translated(project)
    project.edit(name, "**jabón**", "jabón")
    done = project.run("check", "-l", "es")
    line = next(line for line in done.stderr.splitlines() if "emphasis-lost" in line)
    return name, line.split(":")[1]


def test_a_waived_finding_is_no_longer_reported(project: Sandbox) -> None:
    name, line = lost(project)
    done = project.run("waive", f"{name}:{line}", "emphasis-lost", "Spanish needs none here")
    assert (done.returncode, done.stderr) == (0, "")
    assert "# waive emphasis-lost [" in (project.root / name).read_text("utf-8")
    done = project.run("check", "-l", "es")
    assert (done.returncode, "emphasis" in done.stderr) == (0, False)


def test_a_reason_of_several_lines_becomes_one_and_waiving_again_says_so(project: Sandbox) -> None:
    name, line = lost(project)
    place = f"{name}:{line}"
    done = project.run("waive", place, "emphasis-lost", "Spanish\nneeds\tnone")
    assert (done.returncode, done.stderr) == (0, "")
    assert "]: Spanish needs none\n" in (project.root / name).read_text("utf-8")
    line = str(int(line) + 1)
    done = project.run("waive", f"{name}:{line}", "emphasis-lost", "again")
    assert "it is waived already" in done.stderr
    done = project.run("waive", f"{name}:{line}", "emphasis-lost", "a\x1bb")
    assert (done.returncode, "error[call-control]" in done.stderr) == (2, True)


def test_it_ends_when_the_translation_changes(project: Sandbox) -> None:
    name, line = lost(project)
    project.run("waive", f"{name}:{line}", "emphasis-lost", "Spanish needs none here")
    project.edit(name, "jabón durante", "agua y jabón durante")
    done = project.run("check", "-l", "es")
    assert done.returncode == 1
    assert 'waived once, for other texts: "Spanish needs none here"' in done.stderr
    assert "warning[waiver-ended]" in done.stderr


def test_only_what_was_found_can_be_waived(project: Sandbox) -> None:
    name, line = lost(project)
    before = (project.root / name).read_bytes()
    done = project.run("waive", f"{name}:{line}", "link-lost", "why not")
    assert done.returncode == 1
    assert f"{name}:{line}: error[waive-nothing]: no finding link-lost here" in done.stderr
    assert "there are: emphasis-lost" in done.stderr
    assert (project.root / name).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], "waive-call"),
        (["{name}:{line}", "emphasis-lost"], "waive-call"),
        (["{name}:{line}", "emphasis-lost", " "], "waive-call"),
        (["{name}", "emphasis-lost", "why"], "waive-call"),
        (["{name}:1", "emphasis-lost", "why"], "waive-place"),
        (["content/hands.yaml:3", "emphasis-lost", "why"], "waive-place"),
        (["locales/fr/LC_MESSAGES/hands.po:3", "emphasis-lost", "why"], "waive-place"),
    ],
)
def test_a_wrong_call_says_how_it_is_written(words: list[str], code: str, project: Sandbox) -> None:
    name, line = lost(project)
    done = project.run("waive", *(word.format(name=name, line=line) for word in words))
    assert (done.returncode, f"error[{code}]" in done.stderr) == (2, True), done.stderr
