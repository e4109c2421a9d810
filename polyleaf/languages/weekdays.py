"""The days of the week in the words and the order of a language and a country (CLDR)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list

from ..model.sheet import ENGLISH, Language
from . import pseudo
from .inheritance import ROOT


def day_names(days: Iterable[int], language: Language) -> str:
    """Days, from 0, Monday, in full and in one phrase: Monday, Wednesday and Friday."""
    names = [_names("wide", language)[day] for day in days]
    written = format_list(names, locale=_locale(language))
    return pseudo.disguise(written, language) if language.pseudo else written


def week(language: Language, country: str) -> tuple[tuple[int, str], ...]:
    """Each day and its short name, from the first day of the week in the country (ISO 3166)."""
    first, names = _first_day(country), _names("abbreviated", language)
    order = ((first + number) % 7 for number in range(7))
    return tuple(
        (day, pseudo.disguise(names[day], language) if language.pseudo else names[day])
        for day in order
    )


# Only these forms: of others, Babel gives the names of one language for another one later.
def _names(width: str, language: Language) -> dict[int, str]:
    return dict(_locale(language).days["format"][width])


def _locale(language: Language) -> Locale:
    # CLDR's "English" is American; sheets in English are not.
    english = language.tag == ENGLISH or language.data == ROOT
    return Locale.parse("en_001" if english else language.data)


@cache
def _first_day(country: str) -> int:
    """As its most spoken language has it; Monday (ISO 8601) if CLDR does not say."""
    full = get_global("likely_subtags").get(f"und_{country}", f"und_Latn_{country}")
    parts = full.split("_")
    for tag in (full, f"{parts[0]}_{country}", f"en_{country}"):
        try:
            return int(Locale.parse(tag).first_week_day)
        except (UnknownLocaleError, ValueError):
            continue
    return 0
