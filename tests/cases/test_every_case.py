"""Each kind of input that failed once has a test as it was given, and tests of five neighbours."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_a_case_and_its_neighbours_are_tests(name: str) -> None:
    case = CASES[name]
    assert case["given"]
    assert len(set(case["neighbours"])) >= 5
    for entry in (*case["given"], *case["neighbours"]):
        path, _, words = entry.partition(": ")
        assert words in (TESTS / path).read_text("utf-8"), entry


def test_no_case_is_forgotten() -> None:
    drawing, writing = [f"D{n}" for n in range(1, 20)], [f"Y{n}" for n in range(1, 10)]
    translating = [f"T{n}" for n in range(1, 26)]
    assert list(CASES) == [*drawing, *writing, *translating]
