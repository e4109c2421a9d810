"""Where the configuration of visible fonts is kept, as separate processes find it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ...conftest import ROOT, Sandbox

SHOW = """
import os, signal
from polyleaf.typography import fonts
fonts.show_only(["Noto Sans"])
print(os.environ["FONTCONFIG_FILE"], sorted(fonts.faces()), flush=True)
"""
KILLED = SHOW + "os.kill(os.getpid(), signal.SIGKILL)"
SEES = "['Noto Sans']"


@dataclass(frozen=True)
class User:
    """A user with a cache folder, on a machine with a folder for temporary files."""

    cache: Path
    temporary: Path

    def run(self, code: str, **environment: str) -> tuple[Path, str, int]:
        """Return the configuration file, the families that it shows, and the exit code."""
        own = {"XDG_CACHE_HOME": str(self.cache), "TMPDIR": str(self.temporary)}
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, **own, **environment},
        )
        file, _, seen = done.stdout.strip().partition(" ")
        return Path(file), seen, done.returncode

    @property
    def folder(self) -> Path:
        return self.cache / "polyleaf/fonts"

    def left(self) -> list[Path]:
        return list(self.temporary.iterdir())


@pytest.fixture
def user(tmp_path: Path) -> User:
    (tmp_path / "tmp").mkdir()
    return User(tmp_path / "cache", tmp_path / "tmp")


@pytest.mark.slow
def test_a_killed_process_leaves_one_file_that_the_next_uses(user: User) -> None:
    first, seen, code = user.run(KILLED)
    assert (seen, code) == (SEES, -signal.SIGKILL)
    assert user.run(SHOW) == (first, SEES, 0)
    assert (list(user.folder.iterdir()), user.left()) == ([first], [])
    assert user.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.slow
def test_a_changed_file_is_written_again(user: User) -> None:
    file, *_ = user.run(SHOW)
    file.write_text("<fontconfig/>")
    assert user.run(SHOW) == (file, SEES, 0)


@pytest.mark.slow
def test_a_folder_that_others_may_write_to_is_not_trusted(user: User) -> None:
    file, *_ = user.run(SHOW)
    user.folder.chmod(0o777)
    file.write_text("<fontconfig/>")
    temporary_file, seen, code = user.run(SHOW)
    assert (temporary_file.is_relative_to(user.temporary), seen, code) == (True, SEES, 0)
    assert file.read_text() == "<fontconfig/>"
    assert user.left() == [], "it was removed with its process"


@pytest.mark.slow
def test_a_link_is_not_followed(user: User, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    user.folder.parent.mkdir(parents=True)
    user.folder.symlink_to(elsewhere)
    temporary_file, seen, _ = user.run(SHOW)
    assert (temporary_file.is_relative_to(user.temporary), seen) == (True, SEES)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")
def test_a_folder_of_another_user_is_not_used(user: User) -> None:
    user.folder.mkdir(parents=True, mode=0o700)
    os.chown(user.folder, 12345, 12345)
    temporary_file, seen, _ = user.run(SHOW)
    assert (temporary_file.is_relative_to(user.temporary), seen) == (True, SEES)
    assert list(user.folder.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [{"XDG_CACHE_HOME": "/dev/null/none"}, {"XDG_CACHE_HOME": "", "HOME": "/dev/null"}],
    ids=["no cache folder", "no home"],
)
def test_fonts_are_visible_without_a_cache_folder(user: User, environment: dict[str, str]) -> None:
    temporary_file, seen, code = user.run(SHOW, **environment)
    assert (temporary_file.is_relative_to(user.temporary), seen, code) == (True, SEES, 0)


@pytest.mark.slow
@pytest.mark.parametrize("cache", [{}, {"XDG_CACHE_HOME": "/proc"}], ids=["no home", "read-only"])
def test_fontconfig_prints_no_warnings(project: Sandbox, cache: dict[str, str]) -> None:
    """It would print about ten lines for each sheet."""
    without = {name: value for name, value in os.environ.items() if name != "HOME"}
    without.pop("XDG_CACHE_HOME", None)
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "-e", "a4", "--project", project.root],
        capture_output=True,
        text=True,
        check=False,
        env=without | cache,
    )
    assert (done.returncode, done.stderr) == (0, "")
