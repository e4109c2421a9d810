"""What a translation must keep, however its language orders words."""

from __future__ import annotations

import pytest

from polyleaf.checks.translation.inline_codes import check_message

from ..messages import SOURCE, reported, unit

TEXT = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."


@pytest.mark.parametrize(
    "translation",
    [
        "20 सेकंड तक **साबुन** लगाएँ [@who-2009]। {clinic.phone} पर फ़ोन करें।",
        "{clinic.phone} पर फ़ोन करें। [@who-2009] **साबुन** 20 सेकंड।",
    ],
)
def test_a_faithful_translation_may_reorder(translation: str) -> None:
    assert reported(check_message, TEXT, translation) == []


@pytest.mark.parametrize(
    ("translation", "finding"),
    [
        ("**साबुन** [@who-2009]।", "placeholder-lost: the translation lacks {clinic.phone}"),
        (
            "**साबुन** [@who-2009]। {clinic.fone}",
            "placeholder-lost: the translation has {clinic.fone}, which is not in the source",
        ),
        ("**साबुन** {clinic.phone}", "citation-lost: the translation lacks [@who-2009]"),
        ("साबुन [@who-2009] {clinic.phone}", "emphasis-lost: the translation lacks **strong**"),
        (
            "**साबुन** [@who-2009] {clinic.phone} [x](https://evil.example)",
            "link-lost: the translation has the link to https://evil.example, "
            "which is not in the source",
        ),
    ],
)
def test_what_is_lost_or_added_is_named(translation: str, finding: str) -> None:
    assert finding in reported(check_message, TEXT, translation)


def test_the_hint_says_where_the_source_stands() -> None:
    (finding, *_) = check_message(unit(TEXT, "साबुन"))
    assert finding.hint == f"the source is {SOURCE}"
