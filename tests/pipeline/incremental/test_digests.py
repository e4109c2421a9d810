"""Digests tell content apart, and values carry what they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf import files
from polyleaf.files import ABSENT, Input
from polyleaf.files.shipped import shipped
from polyleaf.model.findings import Where
from polyleaf.pipeline.incremental.digests import Digests

from ...conftest import Sandbox


def test_a_digest_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    digests = Digests(tmp_path, {})
    first = digests.of(Input("file", "a"))
    (tmp_path / "a").write_text("2")
    assert digests.of(Input("file", "a")) == first
    assert Digests(tmp_path, {}).of(Input("file", "a")) != first


def test_what_is_read_listed_or_looked_for_in_vain_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    (tmp_path / ".hidden").write_text("1")

    def read() -> bytes:
        assert files.names(tmp_path) == ["a"]
        assert not files.exists(tmp_path / "b")
        return files.read_inside(tmp_path, "a", Where("a"), 9)

    found = files.noted(read)
    digests = Digests(tmp_path, {})
    recorded = {(digests.recorded(source), digest) for source, digest in found.inputs}
    assert recorded == {
        (Input("folder", str(tmp_path)), digests.of(Input("folder", str(tmp_path)))),
        (Input("file", "a"), digests.of(Input("file", "a"))),
        (Input("file", "b"), ABSENT),
    }
    again = files.noted(lambda: files.recall(found))
    assert again == found, "a value that is used again brings its inputs"


def test_what_polyleaf_brings_is_recorded_wherever_it_is_installed(tmp_path: Path) -> None:
    digests = Digests(tmp_path, {})
    path = Path(shipped("templates")) / "a4/style.css"
    source = digests.recorded(Input("file", str(path)))
    assert source == Input("file", "shipped:templates/a4/style.css")
    assert digests.of(source) == files.file_digest(path)


@pytest.mark.slow
def test_a_font_that_is_not_as_locked_is_reported_also_when_up_to_date(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    assert project.run("fonts").returncode == 0
    assert project.run().stdout.splitlines()[-1] == "1 built"
    assert project.run().stdout == "1 up to date\n"
    locked = (project.root / "fonts.lock").read_text("utf-8").count("sha256:")
    project.edit("fonts.lock", "sha256:", "sha256:0")
    for _ in range(2):
        done = project.run()
        assert done.stderr.count("warning[font-changed]") == locked > 1
        assert done.stdout == f"1 up to date, {locked} warnings\n"
