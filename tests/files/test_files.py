"""Files are whole or not there, and stay inside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf import files
from polyleaf.model.findings import PolyleafError, Where

HERE = Where("content/hands.yaml", 3, 9)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "en" / "sheet.pdf"
    files.write_atomically(target, b"old")
    files.write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target], "nothing temporary is left"


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.mkdir()  # a folder cannot be replaced by a file
    (target / "kept").write_text("x")
    with pytest.raises(OSError, match=r"sheet\.pdf"):
        files.write_atomically(target, b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_a_path_inside_is_found(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/face.svg").touch()
    assert files.read_inside(tmp_path, "images/face.svg", HERE, 9) == b""


def test_a_folder_in_the_place_of_a_file_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "hands.yaml").mkdir()
    with pytest.raises(PolyleafError, match=r'"hands\.yaml" is a folder, not a file'):
        files.read_inside(tmp_path, "hands.yaml", HERE, 9)
    with pytest.raises(PolyleafError, match=r'there is no file "feet\.yaml"'):
        files.read_inside(tmp_path, "feet.yaml", HERE, 9)
    with pytest.raises(PolyleafError, match="there is no file"):
        files.read_inside(tmp_path, "h" * 300, HERE, 9)  # longer than a name may be


@pytest.mark.parametrize("name", ["../x.svg", "/etc/hostname", "images/../../x.svg", "link.svg"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.svg").touch()
    root = tmp_path / "content"
    root.mkdir()
    (root / "link.svg").symlink_to(tmp_path / "x.svg")
    with pytest.raises(PolyleafError, match=r"content/hands.yaml:3:9: error\[outside-project\]"):
        files.read_inside(root, name, HERE, 9)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", "x.po:1:1"),
        ("हाथ\nहा".encode() + b"\xe9", "x.po:2:3"),
        (b"\xef\xbb\xbfab\xff", "x.po:1:3"),
        ("手".encode()[:2], "x.po:1:1"),
    ],
)
def test_a_byte_that_is_not_utf8_is_told_by_line_and_character(data: bytes, place: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        files.decode(data, "x.po", "encoding", "")
    assert str(caught.value).startswith(f"{place}: error[encoding]: the byte 0x")


def test_a_byte_order_mark_is_no_text() -> None:
    assert files.decode(b"\xef\xbb\xbfhands", "x", "encoding", "") == "hands"
