"""A font that changed is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf.model.findings import PolyleafError
from polyleaf.typography import fonts

pytestmark = pytest.mark.usefixtures("engine")
FAMILIES = ("Noto Sans", "Noto Sans Hebrew")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / fonts.LOCK
    file.write_text(fonts.lock(FAMILIES), "utf-8")
    return file


def test_a_lock_names_each_style_with_its_hash(lock: Path) -> None:
    rows = [line.split(" = ") for line in lock.read_text("utf-8").splitlines()[1:]]
    assert [row[0] for row in rows] == [
        f'"{family} {style}"' for family in FAMILIES for style in ("Regular", "Bold")
    ]
    assert all(len(row[1].split('"')[1]) == len("sha256:") + 64 for row in rows)


def test_the_same_fonts_are_no_difference(lock: Path) -> None:
    assert list(fonts.differences(lock.parent, FAMILIES)) == []
    assert list(fonts.differences(lock.parent / "none", FAMILIES)) == []


def test_a_changed_font_is_reported(lock: Path) -> None:
    text = lock.read_text("utf-8")
    lock.write_text(text.replace('Hebrew Bold" = "sha256:', 'Hebrew Bold" = "sha256:0'), "utf-8")
    (finding,) = fonts.differences(lock.parent, FAMILIES)
    assert str(finding).startswith(
        'fonts.lock: warning[font-changed]: the font "Noto Sans Hebrew Bold" '
        "(NotoSansHebrew-Bold.ttf) is not the one that was locked; look at the sheets"
    )


def test_a_font_that_is_not_in_the_lock_is_reported(lock: Path) -> None:
    assert [str(finding) for finding in fonts.differences(lock.parent, ("Noto Sans Thai",))] == [
        f'fonts.lock: warning[font-unlocked]: the font "Noto Sans Thai {style}" '
        f"(NotoSansThai-{style}.ttf) is not in the lock; "
        "`polyleaf fonts` locks those of the languages that clinic.yaml names"
        for style in ("Regular", "Bold")
    ]


def test_a_broken_lock_is_reported_with_its_line(lock: Path) -> None:
    lock.write_text(lock.read_text("utf-8") + "nonsense\n", "utf-8")
    with pytest.raises(PolyleafError, match=r"fonts.lock:6:\d+: error\[lock-syntax\]"):
        list(fonts.differences(lock.parent, FAMILIES))
