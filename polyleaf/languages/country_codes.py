"""The codes of countries, ISO 3166 alpha-2, and which of them may be meant by other words."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

NO_COUNTRIES = ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ")


def is_country(code: str) -> bool:
    """Whether this is a country's ISO 3166 alpha-2 code; a union of countries does not count."""
    known = code in Locale("en").territories and code not in get_global("territory_aliases")
    return known and len(code) == 2 and code not in NO_COUNTRIES


def countries() -> list[str]:
    """The ISO 3166 alpha-2 codes of all countries."""
    return sorted(filter(is_country, map(str, Locale("en").territories)))


def country_hint(written: str) -> str:
    """What to write instead: GB for UK, US for USA, IN for India."""
    word = written.strip().casefold()
    names = Locale("en").territories.items()
    meant = [
        *get_global("territory_aliases").get(word.upper(), ()),
        *(code for code, name in names if word in (code.casefold(), name.casefold())),
    ]
    found = [code for code in meant if is_country(code)]
    return f"did you mean {found[0]}?" if len(found) == 1 else "use ISO 3166: GB, IN, US"
