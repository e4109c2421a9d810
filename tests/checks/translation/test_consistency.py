"""Within a catalog one text has one translation, and two texts have two."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.checks.translation import consistency
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.unit import Translation

from ..messages import unit


def found(*pairs: tuple[str, str]) -> list[Finding]:
    units = tuple(
        unit(source, target, "fr", where=Where("locales/fr/LC_MESSAGES/hands.po", line))
        for line, (source, target) in enumerate(pairs, start=1)
    )
    return list(consistency.check_catalog(Translation(languages.find("fr"), units)))


def test_a_source_that_is_translated_in_two_ways_is_reported() -> None:
    (finding,) = found(("Call us.", "Appelez-nous."), ("Call us.", "Téléphonez-nous."))
    assert (finding.code, finding.severity) == ("translated-twice", Severity.WARNING)
    assert finding.where.line == 2
    assert finding.message == (
        '"Call us." has another translation at locales/fr/LC_MESSAGES/hands.po:1: "Appelez-nous."'
    )


def test_the_rarer_of_two_translations_is_reported() -> None:
    rare, often = ("Call us.", "Téléphonez."), ("Call us.", "Appelez-nous.")
    assert [f.where.line for f in found(rare, often, often)] == [1]


@pytest.mark.parametrize("target", ["Appelez-nous", "appelez-nous.", "**Appelez**-nous."])
def test_a_slight_difference_is_said_to_be_one(target: str) -> None:
    (finding,) = found(("Call us.", "Appelez-nous."), ("Call us.", target))
    assert "has other punctuation or capitals at" in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Take it with food.", "Do not take it with food."),
        ("Call us the same day.", "Wash your hands well."),
        ("Good benefits", "Many risks"),
    ],
)
def test_two_sources_with_one_translation_are_reported(one: str, other: str) -> None:
    (finding,) = found((one, "Le même texte."), (other, "le même texte"))
    assert finding.code == "translated-alike"
    assert finding.where.line == 2
    assert 'at locales/fr/LC_MESSAGES/hands.po:1: "le même texte"' in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trial", "Trials"),
        ("Dry eyes", "dry eye."),
        ("Is it natural, and so safe?", "It is natural, and so **safe**"),
        ("It lasts 3 days.", "It lasts 4 days."),
        ("Spots", "Bumps"),
        ("Not known", "What is not known"),
        ("Strong evidence", "Strong"),
    ],
)
def test_what_languages_do_not_distinguish_may_be_alike(one: str, other: str) -> None:
    assert found((one, "le même texte"), (other, "le même texte")) == []


def test_two_texts_without_words_are_not_compared() -> None:
    assert found(("Call us now", "{clinic.phone}"), ("Wash your hands", "[@bad-2021]")) == []
