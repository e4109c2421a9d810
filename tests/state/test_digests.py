"""Digests tell content apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from polyleaf import plan, project
from polyleaf.model import Message, Task, Waiver
from polyleaf.problems import Where
from polyleaf.state import Digests, Source, keys

from ..conftest import ROOT, Sandbox


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


@pytest.mark.slow
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
