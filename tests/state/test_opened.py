"""Files of a folder, whether it can be held open or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf.state import Opened
from polyleaf.state.hashing import ABSENT, file_digest


@pytest.mark.parametrize("held", [True, False])
def test_a_file_is_found_whether_the_folder_is_held_open_or_not(tmp_path: Path, held: bool) -> None:
    """A folder that may be entered and not listed cannot be held; to root this one looks alike."""
    folder = tmp_path / "project"
    if held:
        folder.mkdir()
    opened = Opened(folder)
    folder.mkdir(exist_ok=True)
    (folder / "a.yaml").write_text("a")
    assert file_digest("a.yaml", opened) == file_digest(str(folder / "a.yaml")) != ABSENT
    assert opened.stat("a.yaml").st_size == 1


def test_a_whole_path_is_itself(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.yaml").write_text("a")
    found = file_digest(str(tmp_path / "a.yaml"), Opened(tmp_path / "folder"))
    assert found == file_digest(str(tmp_path / "a.yaml")) != ABSENT


def descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_a_folder_is_let_go(tmp_path: Path) -> None:
    before = descriptors()
    for _ in range(9):
        Opened(tmp_path)
    assert descriptors() == before
