"""Every {placeholder} has a value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf.checks.source.placeholders import check_text

from ..sheets import clinic, leaflet


def codes(title: str) -> list[str]:
    changed = replace(leaflet(), title=replace(leaflet().title, value=title))
    return [finding.code for finding in check_text(changed.title, clinic())]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Call {clinic.phone}", []),
        ("Call {clinic.fone}", ["placeholder-unknown"]),
        ("See you on {copy.appointment}", ["placeholder-in-title"]),
    ],
)
def test_a_placeholder_has_a_value_and_the_title_none_of_one_person(
    title: str, found: list[str]
) -> None:
    assert codes(title) == found


def test_an_empty_value_of_the_clinic_is_none() -> None:
    (finding,) = check_text(
        replace(leaflet().title, value="Call {clinic.phone}"),
        clinic(values=(("clinic.phone", ""),)),
    )
    assert finding.message == "unknown placeholder {clinic.phone}"
