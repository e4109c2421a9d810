"""Fonts are told apart without reading all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf import languages
from polyleaf.files import ABSENT, Input, file_digest
from polyleaf.pipeline.incremental.digests import Digests
from polyleaf.pipeline.incremental.font_digests import font_digest
from polyleaf.typography import fonts


def faces() -> list[Path]:
    fonts.show_only(languages.font_packages())
    return [fonts.faces()[name][0].file for name in ("Noto Sans", "Noto Sans CJK SC")]


@pytest.mark.parametrize("number", [0, 1], ids=["one font", "a collection"])
def test_a_font_is_known_by_its_tables_and_its_size(tmp_path: Path, number: int) -> None:
    data = faces()[number].read_bytes()
    copy = tmp_path / "font"

    def digest(changed: bytes) -> str:
        copy.write_bytes(changed)
        return font_digest(str(copy))

    first = digest(data)
    assert first == font_digest(str(faces()[number]))
    at = int.from_bytes(data[12:16], "big") if number else 0  # of the first font
    checksum = at + 12 + 4
    assert digest(data[:checksum] + b"\xff\xff\xff\xff" + data[checksum + 4 :]) != first
    assert digest(data + b"\0") != first
    assert digest(data[:-1]) != first


def test_what_is_no_font_is_hashed_whole(tmp_path: Path) -> None:
    file = tmp_path / "font"
    file.write_bytes(b"wOF2 and more")
    assert font_digest(str(file)) == file_digest(str(file))
    file.write_bytes(b"wOF2 and less")
    assert font_digest(str(file)) == file_digest(str(file))
    assert font_digest(str(tmp_path / "none")) == ABSENT


def test_a_font_that_is_installed_is_seen(tmp_path: Path) -> None:
    def digest() -> str:
        return Digests(tmp_path, {}).of(Input("fonts", f"{tmp_path / 'fonts'}:/nowhere"))

    none = digest()
    (tmp_path / "fonts/noto").mkdir(parents=True)
    (tmp_path / "fonts/noto/a.ttf").write_bytes(b"1")
    one = digest()
    (tmp_path / "fonts/noto/a.ttf").write_bytes(b"22")
    assert len({none, one, digest()}) == 3
