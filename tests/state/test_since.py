"""Only what differs from a commit, as git says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ..conftest import Sandbox
from .projects import FEET, HANDS, SHEETS, SPANISH, SVG, build, wrong

PO = "locales/es/LC_MESSAGES"


def git(project: Sandbox, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@clinic.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=project.root, check=True, capture_output=True)


@pytest.fixture(params=["recorded", "fresh checkout"])
def committed(built: Sandbox, request: pytest.FixtureRequest) -> Sandbox:
    """The small project in a repository; its outputs are in none."""
    if request.param == "fresh checkout":
        for file in (built.root / "output").glob(".polyleaf-*"):
            file.unlink()
    built.write(".gitignore", "output/\n")
    git(built, "init", "--quiet", "--initial-branch", "main")
    git(built, "add", "--all")
    git(built, "commit", "--quiet", "--message", "first")
    return built


def test_nothing_differs(committed: Sandbox) -> None:
    done = build(committed, since="main")
    assert (done.verdicts, done.report.exit_code) == ({}, 0)


def test_a_catalog_differs(committed: Sandbox) -> None:
    committed.edit(f"{PO}/hands.po", "Frótelos bien", "Frótelos mucho")
    assert build(committed, since="main").made == HANDS & SPANISH


def test_commits_and_files_that_nobody_added_count(committed: Sandbox) -> None:
    committed.edit("content/feet.yaml", "published: 2026", "published: 2027")
    git(committed, "commit", "--quiet", "--all", "--message", "second")
    assert build(committed, since="HEAD").verdicts == {}
    assert build(committed, since="HEAD~1").made == FEET
    committed.write("templates/web/new.html", "<p></p>")
    assert build(committed, since="HEAD").made == SHEETS


def test_a_picture_differs(committed: Sandbox) -> None:
    committed.write("content/images/foot.svg", SVG.format("toe"))
    assert build(committed, since="main").made == FEET
    committed.write("content/images/unused.svg", SVG.format("x"))
    git(committed, "add", "--all")
    git(committed, "commit", "--quiet", "--message", "second")
    committed.write("content/images/unused.svg", SVG.format("y"))
    assert build(committed, since="HEAD").made == set()


def test_what_was_removed_differs(committed: Sandbox) -> None:
    (committed.root / PO / "hands.po").unlink()
    done = build(committed, since="main")
    assert done.report.failed == ("es/hands_es_web.html",)
    assert set(done.verdicts) == HANDS & SPANISH


def test_what_differs_and_is_up_to_date_is_not_built(committed: Sandbox) -> None:
    committed.edit(f"{PO}/hands.po", "Frótelos bien", "Frótelos mucho")
    build(committed)
    done = build(committed, since="main")
    assert (set(done.report.up_to_date), done.made) == (HANDS & SPANISH, set())


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:clinic.yaml", ""])
def test_a_revision_that_is_none_is_a_wrong_call(built: Sandbox, revision: str) -> None:
    git(built, "init", "--quiet")
    git(built, "add", "clinic.yaml")
    git(built, "commit", "--quiet", "--message", "first")
    done = built.run(f"--changed-since={revision}")
    assert f'error[revision-unknown]: there is no commit "{revision}"' in done.stderr
    assert done.returncode == 2


def test_without_a_repository_nothing_is_known(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(built.root.parent))
    (problem,) = wrong(built, since="main")
    assert "error[revision-unknown]: git cannot tell what has changed: fatal: not a git" in problem
    monkeypatch.setenv("PATH", str(Path("nowhere")))
    (problem,) = wrong(built, since="main")
    assert "git, which knows what has changed, is missing" in problem
