"""Files → their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from polyleaf.state.hashing import ABSENT, PART, UNREADABLE, file_digest


def test_files_that_are_none_have_a_digest_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    digests = {
        name: file_digest(str(tmp_path / name)) for name in ("none", "folder", "folder/x", "a\0b")
    }
    assert digests == {"none": ABSENT, "folder": UNREADABLE, "folder/x": ABSENT, "a\0b": UNREADABLE}


@pytest.mark.parametrize("size", [0, 1, PART - 1, PART, PART + 1, 3 * PART])
def test_all_of_a_file_is_hashed(tmp_path: Path, size: int) -> None:
    data = bytes(range(251)) * (size // 251 + 1)
    (tmp_path / "a").write_bytes(data[:size])
    assert file_digest(str(tmp_path / "a")) == hashlib.sha256(data[:size]).hexdigest()
