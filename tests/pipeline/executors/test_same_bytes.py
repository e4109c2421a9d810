"""The same inputs give the same bytes, however many workers make them and wherever they live."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...conftest import Sandbox

WANTED = ("methotrexate", "-l", "ar,ur,zh-Hans", "-e", "a4,web")
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "tr_TR.UTF-8",
    "LANGUAGE": "ar:zh",
}
WAYS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "two workers, another hash seed, time zone and locale": (("--jobs", "2"), ELSEWHERE),
    "four workers that are started anew, the locale C and no hash seed": (
        ("--jobs", "4"),
        {"POLYLEAF_START_METHOD": "spawn", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    ),
}


def built(project: Sandbox, output: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """Every file that a build makes, hidden ones apart."""
    done = project.start(*WANTED, *options, "--output", str(output), **environment)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.mark.slow
def test_every_way_to_build_gives_the_same_bytes(copy_of_shipped: Sandbox, tmp_path: Path) -> None:
    alone = built(copy_of_shipped, tmp_path / "alone", "--jobs", "1")
    lists = (
        *("index.", "catalogue/", "find/", "manifest."),
        *("opds.", "service-worker.", "sitemap."),
    )
    assert sum(not name.startswith(lists) for name in alone) == 3 * 2
    for number, (way, (options, environment)) in enumerate(WAYS.items()):
        found = built(copy_of_shipped, tmp_path / str(number), *options, **environment)
        differing = {name for name in alone.keys() | found.keys() if alone.get(name) != found[name]}
        assert differing == set(), way
