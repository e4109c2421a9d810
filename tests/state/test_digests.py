"""Digests tell content apart, and fonts without reading all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from polyleaf import fonts, languages, plan, project
from polyleaf.model import Message, Task, Waiver
from polyleaf.problems import Where
from polyleaf.state import Digests, Source, keys
from polyleaf.state.fontfiles import font_digest
from polyleaf.state.hashing import ABSENT, UNREADABLE, file_digest

from ..conftest import ROOT, Sandbox


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
        return Digests(tmp_path, (), {}).of(Source("fonts", f"{tmp_path / 'fonts'}:/nowhere"))

    none = digest()
    (tmp_path / "fonts/noto").mkdir(parents=True)
    (tmp_path / "fonts/noto/a.ttf").write_bytes(b"1")
    one = digest()
    (tmp_path / "fonts/noto/a.ttf").write_bytes(b"22")
    assert len({none, one, digest()}) == 3


def test_files_that_are_none_have_a_digest_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    digests = {
        name: file_digest(str(tmp_path / name)) for name in ("none", "folder", "folder/x", "a\0b")
    }
    assert digests == {"none": ABSENT, "folder": UNREADABLE, "folder/x": ABSENT, "a\0b": UNREADABLE}


def test_a_digest_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    digests = Digests(tmp_path, (), {})
    first = digests.of(Source("file", "a"))
    (tmp_path / "a").write_text("2")
    assert digests.of(Source("file", "a")) == first
    assert digests.again().of(Source("file", "a")) != first


@pytest.fixture(scope="module")
def task() -> Task:
    chosen = plan.Selection(("rosacea",), ("es",), ("web",))
    (found,) = plan.plan(project.read(ROOT, None), chosen).tasks
    return found


def message(task: Task, **changes: object) -> Task:
    """The task with its first message changed."""
    assert task.messages is not None
    key, old = next(iter(task.messages.found.items()))
    found = {**task.messages.found, key: replace(old, **changes)}  # type: ignore[arg-type]
    return replace(task, messages=replace(task.messages, found=found))


def test_a_key_is_of_what_is_printed(task: Task) -> None:
    key = keys.exact(task, ["x"])
    assert keys.exact(task, ["y"]) != key
    assert keys.exact(message(task, text="otra cosa"), ["x"]) != key
    assert keys.exact(message(task, usable=False), ["x"]) != key
    assert keys.exact(replace(task, release=True), ["x"]) != key
    assert keys.exact(replace(task, glossary=()), ["x"]) == key
    assert keys.exact(message(task, where=Where("x", 7)), ["x"]) == key
    assert keys.exact(message(task, waivers=(Waiver("a", "b", "c"),)), ["x"]) == key
    assert task.messages is not None
    more = {**task.messages.found, (None, "x"): Message("y", True, False, Where("z"))}
    assert keys.exact(replace(task, messages=replace(task.messages, found=more)), ["x"]) == key


def test_the_key_of_a_pack_is_of_all_that_its_reviewer_sees() -> None:
    chosen = plan.Selection(("rosacea",), ("es",), ("review",))
    (pack,) = plan.plan(project.read(ROOT, None), chosen).tasks
    key = keys.exact(pack, [])
    assert keys.exact(message(pack, waivers=(Waiver("a", "b", "c"),)), []) != key
    assert keys.exact(message(pack, where=Where("x", 7)), []) != key


def test_a_font_that_is_not_as_locked_is_told_also_of_what_is_up_to_date(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    assert project.run("fonts").returncode == 0
    assert project.run().stdout.splitlines()[-1] == "1 built"
    assert project.run().stdout == "1 up to date\n"
    project.edit("fonts.lock", "sha256:", "sha256:0")
    for _ in range(2):
        done = project.run()
        assert done.stderr.count("warning[font-changed]") == 2
        assert done.stdout == "1 up to date, 2 warnings\n"
