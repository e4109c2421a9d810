"""Dates, days of the week and times of day as a language writes them in a country, from CLDR."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from babel import Locale, localedata
from babel.dates import format_date, format_interval

from ..model.sheet import ENGLISH, Language
from . import pseudo
from .inheritance import ROOT

MONDAY = date(2024, 1, 1)
WORLD = "GB"  # whose English is written where CLDR knows of no English of the country


def in_country(language: Language, country: str) -> Language:
    """The language as a country (ISO 3166) writes dates and times, if CLDR knows how it does.

    A tag that names a country itself keeps to it.
    """
    if language.pseudo or Locale.parse(language.data).territory:
        return language
    name = f"{language.data}_{country}"
    return replace(language, formats=name) if localedata.exists(name) else language


def formats_of(tag: str, data: str) -> str:
    """The locale of a language's dates and times, wherever it is read."""
    return f"{ENGLISH}_{WORLD}" if tag == ENGLISH else data


def names_days(language: Language) -> bool:
    """Whether the names of days and months are known; if not, those of days are in English."""
    return language.data != ROOT


def long_date(day: date, language: Language) -> str:
    """22 November 2026, in the words, order and digits of the language; 2026-11-22 without any."""
    if not names_days(language):
        return day.isoformat()
    return _phrase(format_date(day, "long", locale=language.formats), language)


def days(ranges: tuple[tuple[int, int], ...], language: Language) -> str:
    """Monday – Friday, Sunday: each range by its first and last day; 0 is Monday."""
    between = Locale.parse(_formats_of_days(language)).interval_formats[None]
    written = (
        _day(first, language)
        if first == last
        else between.format(_day(first, language), _day(last, language))
        for first, last in ranges
    )
    text = language.list_separator.join(written)
    return _phrase(text[:1].upper() + text[1:], language)


def times(start: int, end: int, language: Language) -> str:
    """8:00–12:30 or 8:00 AM – 12:30 PM, on the clock of the language; in minutes since midnight."""
    return _phrase(_span(start, end, language), language)


def _day(number: int, language: Language) -> str:
    return format_date(MONDAY + timedelta(number), "EEEE", locale=_formats_of_days(language))


def _formats_of_days(language: Language) -> str:
    return language.formats if names_days(language) else f"{ENGLISH}_{WORLD}"


def _span(start: int, end: int, language: Language) -> str:
    locale = Locale.parse(language.formats)
    clock = "hm" if "h" in locale.time_formats["short"].pattern else "Hm"
    try:
        return _between(start, end, clock, locale)
    except NotImplementedError:  # Babel lacks the names of times of day: zh-Hant
        return _between(start, end, "Hm", locale)


def _between(start: int, end: int, clock: str, locale: Locale) -> str:
    return str(format_interval(_time(start), _time(end), clock, locale=locale))


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _phrase(written: str, language: Language) -> str:
    return pseudo.disguise(written, language) if language.pseudo else written
