"""Days of the week: their names in the language, their order in the country."""

from __future__ import annotations

import pytest

from polyleaf import languages

from ..gallery import ALL


@pytest.mark.parametrize(
    ("tag", "phrase"),
    [
        ("en", "Monday, Thursday and Sunday"),
        ("es", "lunes, jueves y domingo"),
        ("hi", "सोमवार, गुरुवार, और रविवार"),
        ("ar", "الاثنين والخميس والأحد"),
        ("zh-Hans", "星期一、星期四和星期日"),
    ],
)
def test_days_are_named_in_one_phrase(tag: str, phrase: str) -> None:
    assert languages.day_names([0, 3, 6], languages.find(tag)) == phrase


@pytest.mark.parametrize(
    ("country", "first"),
    [("GB", "Mon"), ("US", "Sun"), ("IN", "Sun"), ("EG", "Sat"), ("FR", "Mon"), ("MV", "Fri")],
)
def test_a_week_begins_as_in_the_country(country: str, first: str) -> None:
    days = languages.week(languages.find("en"), country)
    assert days[0][1] == first
    assert sorted(day for day, _ in days) == list(range(7))


def test_every_language_has_seven_days_of_its_own() -> None:
    """Babel can hand one language's names to the next: each is asked after all the others."""
    assert len(ALL) > 100
    for _, tag in ALL:
        names = [name for _, name in languages.week(languages.find(tag), "GB")]
        assert len(set(names)) == 7, (tag, names)
    assert languages.week(languages.find("ru"), "GB")[0] == (0, "пн")
    assert languages.week(languages.find("ur"), "GB")[0] == (0, "پیر")


@pytest.mark.parametrize("tag", ["qps-ploc", "qps-plocm"])
def test_a_pseudo_locale_disguises_them(tag: str) -> None:
    language = languages.find(tag)
    assert "Monday" not in languages.day_names([0], language)
    assert "Mon" not in dict(languages.week(language, "GB")).values()


@pytest.mark.parametrize(
    ("tag", "written"),
    [("en", "2.5"), ("fr", "2,5"), ("ru", "2,5"), ("hi", "2.5"), ("fa", "2٫5"), ("ur", "2.5")],
)
def test_a_decimal_has_the_mark_of_its_language(tag: str, written: str) -> None:
    assert languages.decimal("2.5", languages.find(tag)) == written
