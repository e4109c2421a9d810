"""The record survives damage: nothing is kept that nobody vouches for."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from polyleaf import files
from polyleaf.model.task import Outcome, Task
from polyleaf.pipeline.executors import Make
from polyleaf.pipeline.incremental import storage
from polyleaf.pipeline.incremental.record import BuildRecord, Stamp
from polyleaf.pipeline.incremental.storage import NAME, load, save

from ...conftest import Sandbox
from .projects import HANDS, SHEETS, build, tree

PAGE = "output/en/hands_en_web.html"


def signed(body: bytes) -> bytes:
    """A record as this user's Polyleaf would sign it."""
    return b"%d %s\n%s" % (
        storage.SCHEMA_VERSION,
        storage._signature(body, storage._key(make=True)),
        body,
    )


def forged(change: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """A record with a right signature and a wrong content."""

    def forge(data: bytes) -> bytes:
        first, *rows = data.partition(b"\n")[2].decode().split("\n")
        content = json.loads(first)
        change(content)
        return signed("\n".join([json.dumps(content), *rows]).encode())

    return forge


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "gone": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "without its end": lambda data: data[:-1],
    "one bit": lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:],
    "its signature": lambda data: data[:2] + (b"0" if data[2:3] != b"0" else b"1") + data[3:],
    "a hash for a signature": lambda data: b"5 %s\n%s" % (
        hashlib.blake2b(data.partition(b"\n")[2]).hexdigest().encode(), data.partition(b"\n")[2]
    ),
    "another file": lambda _: b"\x00\xff\n" * 999,
    "another version": lambda data: b"4" + data[1:],
    "no record": lambda _: signed(b"[]"),
    "nested too deep": lambda _: signed(b"[" * 100_000),
    "a number of thousands of digits": lambda _: signed(b'{"root": ' + b"7" * 5_000 + b"}"),
    "a key more": forged(lambda it: it.update(more=1)),
    "a wrong type": forged(lambda it: it["sheets"][0].__setitem__(5, "1")),
    "no such input": forged(lambda it: it["sheets"][0].__setitem__(6, [999])),
    "a negative input": forged(lambda it: it["sheets"][0].__setitem__(6, [-1])),
    "true for a number": forged(lambda it: it["sheets"][0].__setitem__(6, [True])),
    "no such kind": forged(lambda it: it["inputs"][0].__setitem__(0, "program")),
    "no file": forged(lambda it: it["sheets"][0].__setitem__(8, [])),
    "a row less": lambda data: signed(data.partition(b"\n")[2].rpartition(b"\n")[0]),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_record_is_no_record(built: Sandbox, damage: Callable[[bytes], bytes]) -> None:
    record = built.root / "output" / NAME
    before = tree(built.root / "output")
    record.write_bytes(damage(record.read_bytes()))
    (built.root / PAGE).write_bytes(b"a wrong sheet")
    assert build(built).made == SHEETS
    assert tree(built.root / "output") == before
    assert build(built).made == set()


def test_a_record_that_is_a_folder_is_no_record(built: Sandbox) -> None:
    (built.root / "output" / NAME).unlink()
    (built.root / "output" / NAME).mkdir()
    done = build(built)
    assert done.made == SHEETS
    assert "output-unwritable" in done.codes, "and it is told that it cannot be written"
    assert done.report.exit_code == 1


def test_a_record_comes_back_as_it_was_written(built: Sandbox) -> None:
    record = load(built.root / "output")
    assert (record.invalid_reason, set(record.sheets)) == ("", SHEETS)
    file = built.root / "copy"
    file.mkdir()
    (file / NAME).write_bytes(save(record))
    assert vars(load(file)) == vars(record)
    assert vars(load(built.root)) == vars(BuildRecord())


@pytest.mark.parametrize("verify", [False, True])
def test_an_output_that_came_with_a_project_is_not_trusted(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, verify: bool
) -> None:
    """Its record may be right in every field: another user, or another machine, signed it."""
    page = (built.root / PAGE).read_bytes()
    edited = page.replace(b"soap", b"saop")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another user"))
    build(built)
    (built.root / PAGE).write_bytes(edited)
    record = load(built.root / "output")
    name = PAGE.removeprefix("output/")
    stamp = Stamp.of(built.root / PAGE, hashlib.sha256(edited).hexdigest())
    record.sheets[name] = record.sheets[name]._replace(stamps=((name, stamp),))
    (built.root / "output" / NAME).write_bytes(save(record))
    assert build(built, verify=verify).made == set(), "whoever wrote the record may trust it"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "this user"))
    assert build(built, verify=verify).made == SHEETS
    assert (built.root / PAGE).read_bytes() == page


def test_a_key_that_others_may_read_is_no_key(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert build(built).made == SHEETS
    assert build(built).made == set()
    (tmp_path / "polyleaf/key").chmod(0o644)
    done = build(built)
    assert (done.made, done.report.exit_code) == (SHEETS, 0)
    assert "record-unsigned" in done.codes


def test_a_project_that_was_moved_keeps_its_record(built: Sandbox) -> None:
    moved = Sandbox(built.root.with_name("moved"))
    shutil.move(built.root, moved.root)
    assert build(moved).made == set()


def linked(page: Path) -> None:
    page.unlink()
    page.symlink_to("nothing")


EDITS: dict[str, tuple[Callable[[Sandbox], object], str]] = {
    "edited": (lambda p: p.write(PAGE, "x" + (p.root / PAGE).read_text("utf-8")), "edited"),
    "of one size": (lambda p: p.edit(PAGE, "soap", "saop"), "edited"),
    "empty": (lambda p: p.write(PAGE, ""), "edited"),
    "removed": (lambda p: (p.root / PAGE).unlink(), "gone"),
    "a link to nothing": (lambda p: linked(p.root / PAGE), "gone"),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "why"), EDITS.values(), ids=EDITS)
def test_an_output_that_is_not_what_was_written_is_built(
    built: Sandbox, edit: Callable[[Sandbox], object], why: str
) -> None:
    before = tree(built.root / "output")
    edit(built)
    done = build(built)
    assert done.made == {"en/hands_en_web.html"}
    (verdict,) = (v for v in done.decisions.values() if v.stale)
    assert verdict.why == f"the output was {why}".replace("was gone", "is gone")
    assert tree(built.root / "output") == before


def test_an_output_that_was_only_touched_is_hashed_once(built: Sandbox) -> None:
    os.utime(built.root / PAGE, (7, 7))
    assert build(built).made == set()
    ((_, stamp),) = load(built.root / "output").sheets["en/hands_en_web.html"].stamps
    assert stamp.time == 7_000_000_000


def test_verify_finds_what_size_and_time_do_not_show(built: Sandbox) -> None:
    page = built.root / PAGE
    status = page.stat()
    built.edit(PAGE, "soap", "saop")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert build(built).made == set()
    assert build(built, verify=True).made == {"en/hands_en_web.html"}


@pytest.mark.parametrize("name", ["manifest.json", "index.html"])
@pytest.mark.parametrize("damage", ["", "{}", None])
def test_lists_that_were_damaged_are_written_anew(
    built: Sandbox, name: str, damage: str | None
) -> None:
    before = tree(built.root / "output")
    if damage is None:
        (built.root / "output" / name).unlink()
    else:
        built.write(f"output/{name}", damage)
    assert build(built).made == set()
    assert tree(built.root / "output") == before


@pytest.mark.parametrize("before", [1, 2], ids=["one of two sheets", "all sheets"])
def test_a_build_that_was_stopped_is_listed_by_the_next(built: Sandbox, before: int) -> None:
    def stop(make: Make, tasks: Iterable[Task]) -> Iterator[Outcome]:
        yield from map(make, islice(tasks, before))
        raise KeyboardInterrupt

    built.edit("content/hands.yaml", "published: 2026", "published: 2027")
    stopped = build(built, mapper=stop)
    assert (len(stopped.report.left), stopped.report.exit_code) == (2 - before, 130)
    again = build(built)
    assert len(again.made) == 2 - before, "what was made is kept"
    assert again.made < HANDS
    manifest = (built.root / "output/manifest.json").read_text("utf-8")
    assert manifest.count('"published": "2027') == 2


def test_what_a_killed_build_left_half_written_is_swept(built: Sandbox) -> None:
    left = built.write("output/en/.hands_en_web.html.0123456789abcdef", "<html")
    ours = built.write("output/en/.notes.0123456789abcdef", "mine")
    built.edit("content/hands.yaml", "published: 2026", "published: 2027")
    build(built)
    assert (left.exists(), ours.exists()) == (False, True)


def test_the_name_of_a_half_written_file_is_the_one_that_is_swept(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: os._exit(9))
    child = os.fork()
    if child == 0:
        files.write_atomically(built.root / "output/en/x.html", b"half")
    os.waitpid(child, 0)
    assert len(list((built.root / "output/en").glob(".x.html.*"))) == 1
    files.sweep(built.root / "output", ["en/x.html"])
    assert list((built.root / "output/en").glob(".x.html.*")) == []


@pytest.mark.parametrize("after", [1, 4], ids=["one of four sheets", "all sheets"])
def test_sheets_that_are_removed_during_the_build_are_told(built: Sandbox, after: int) -> None:
    output = built.root / "output"

    def removing(make: Make, tasks: Iterable[Task]) -> Iterator[Outcome]:
        for number, outcome in enumerate(map(make, tasks)):
            if number == after:
                shutil.rmtree(output)
            yield outcome
        if after == 4:
            shutil.rmtree(output)

    done = build(built, force=True, mapper=removing)
    assert len(done.told("output-gone")) == after
    assert done.told("output-gone")[0].startswith("output/en/")
    assert done.report.exit_code == 1
    again = build(built)
    # The page in the other language leads to the one that is gone, and then leads to it again.
    assert (len(again.made), again.report.exit_code) == ({1: 2, 4: 4}[after], 0)
