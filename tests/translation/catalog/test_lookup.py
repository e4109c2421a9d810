"""A catalog is in the folder of its language."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.translation import catalog

from .po import HEAD


def reported(declared: str, locale: str) -> list[str]:
    found = catalog.read(HEAD.replace("Language: hi", f"Language: {declared}").encode(), "x.po")
    return [str(finding) for finding in catalog.misplaced(found, languages.find(locale))]


@pytest.mark.parametrize(
    ("declared", "locale"),
    [
        ("hi", "hi"),
        ("", "hi"),
        ("zh_CN", "zh_Hans"),
        ("es-MX", "es"),
        ("pt_BR", "pt"),
        ("iw", "he"),
        ("sr@latin", "sr_Latn"),
        ("sr", "sr_Latn"),
        ("prs", "fa_AF"),
        ("nb", "no"),
    ],
)
def test_the_header_names_the_folders_language(declared: str, locale: str) -> None:
    assert reported(declared, locale) == []


def test_another_language_is_reported_at_the_header() -> None:
    for other in (("zh_TW", "zh_Hans"), ("sr@latin", "sr"), ("Hindi", "hi")):
        assert len(reported(*other)) == 1
    (line,) = reported("ur", "hi")
    assert line.startswith("x.po:2: error[po-language]: the header says Language: ur, the folder")
