"""A catalog stands in the folder of its language."""

from __future__ import annotations

import pytest

from polyleaf.translation import catalog

from .po import HEAD


def told(said: str, locale: str) -> list[str]:
    found = catalog.read(HEAD.replace("Language: hi", f"Language: {said}").encode(), "x.po")
    return [str(finding) for finding in catalog.misplaced(found, locale)]


@pytest.mark.parametrize(
    ("said", "locale"),
    [("hi", "hi"), ("", "hi"), ("zh_CN", "zh_Hans"), ("es-MX", "es"), ("pt_BR", "pt")],
)
def test_the_header_names_the_folders_language(said: str, locale: str) -> None:
    assert told(said, locale) == []


def test_another_language_is_told_at_the_header() -> None:
    (line,) = told("ur", "hi")
    assert line.startswith("x.po:2: error[po-language]: the header says Language: ur, the folder")
