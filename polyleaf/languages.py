"""A language as data: everything CLDR knows about a tag, and the fonts of its script.

The only module that knows Babel.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.messages.plurals import get_plural

from .model import Direction, Language
from .problems import Blame, Finding, PolyleafError, Where, did_you_mean

LINE_HEIGHT = 1.42
CONFIGURED = Where("clinic.yaml")
NO_COUNTRIES = ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ")
COMMON = ("ar", "bn", "en", "es", "fr", "hi", "mr", "pt", "ru", "ta", "te", "ur", "zh-Hans")


@cache
def find(tag: str, where: Where = CONFIGURED, blame: Blame = Blame.INPUT) -> Language:
    """The language of a BCP 47 tag; `zh_Hans` is taken for `zh-Hans`."""
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise PolyleafError([_unknown(tag, where, blame)]) from None
    if not locale.language_name:
        raise PolyleafError([_unknown(tag, where, blame)])
    script = script_of(locale)
    fonts = _scripts().get(script)
    if fonts is None:
        message = f'no font is chosen for the script {script} of "{tag}"'
        hint = f"add [{script}] to polyleaf/scripts.toml"
        raise PolyleafError([Finding(where, "script-unsupported", message, hint, blame=blame)])
    name = str(locale)
    return Language(
        tag=name.replace("_", "-"),
        locale=name,
        own_name=_display(locale, locale),
        english_name=_display(locale, Locale("en")),
        script=script,
        direction=_direction(locale),
        digits=_digits(locale),
        families=tuple(fonts["families"]),
        line_height=fonts.get("line_height", LINE_HEIGHT),
    )


def font_packages(families: frozenset[str] | None = None) -> dict[str, str]:
    """family → the Debian package that holds it: of `families`, or of every script."""
    return {
        family: fonts["package"]
        for fonts in _scripts().values()
        for family in fonts["families"]
        if families is None or family in families
    }


def long_date(day: date, language: Language) -> str:
    """22 November 2026, in the language's own words, order and digits."""
    locale = Locale.parse(language.locale)
    # CLDR's "English" is American; sheets in plain English write the day first.
    pattern = "d MMMM y" if language.tag == "en" else "long"
    return format_date(day, pattern, locale=locale)


def plural_forms(language: Language) -> str:
    """The Plural-Forms header of a catalog."""
    plural = get_plural(language.locale)
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"


def is_country(code: str) -> bool:
    """Whether the ISO 3166 alpha-2 code is a country's; a union of countries is none."""
    known = code in Locale("en").territories and code not in get_global("territory_aliases")
    return known and len(code) == 2 and code not in NO_COUNTRIES


def script_of(locale: Locale) -> str:
    """The script a tag names, else the one that most of its readers use (CLDR likely subtags)."""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags")
    for key in (f"{locale.language}_{locale.territory}", locale.language):
        if full := likely.get(key):
            return str(full.split("_")[1])
    return "Latn"


def _unknown(tag: str, where: Where, blame: Blame) -> Finding:
    hint = did_you_mean(tag.replace("_", "-"), COMMON)
    return Finding(where, "language-unknown", f'no language has the tag "{tag}"', hint, blame=blame)


def _display(locale: Locale, reader: Locale) -> str:
    """A locale's name in a reader's language, by its longest tag that CLDR names as one."""
    parts = [p for p in (locale.language, locale.script, locale.territory) if p]
    for end in range(len(parts), 0, -1):
        if name := reader.languages.get("_".join(parts[:end])):
            rest = "_".join(parts[end:])
            return name if not rest else f"{name} ({reader.territories.get(rest, rest)})"
    return str(locale.language_name)


def _direction(locale: Locale) -> Direction:
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def _digits(locale: Locale) -> str:
    system = locale.default_numbering_system
    if system == "latn":
        return ""
    # A numbering system's digits are ten characters in a row, by name: beng, deva, arabext …
    zero = {"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040}
    start = zero.get(system)
    return "".join(chr(start + n) for n in range(10)) if start else ""


@lru_cache(maxsize=1)
def _scripts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "scripts.toml").read_text("utf-8"))
