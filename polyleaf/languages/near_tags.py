"""What was probably meant by a tag that is no language's: a hint with tags and names."""

from __future__ import annotations

import difflib
from functools import cache

from babel import Locale, localedata
from babel.core import get_global

from ..model.sheet import ENGLISH
from . import tags
from .tables import table

COMMON = ("ar", "bn", "en", "es", "fr", "hi", "mr", "pt", "ru", "ta", "te", "ur", "zh-Hans")
CLOSE = 0.75  # of difflib's ratio
# Names that people type, and CLDR does not have.
OTHER_NAMES = {"dari": "fa-AF", "farsi": "fa", "mandarin": "zh-Hans", "tagalog": "fil",
               "castilian": "es", "bengali": "bn", "hmong": "hmn", "karen": "ksw", "chinese": "zh",
               "creole": "ht", "moldovan": "ro", "kurmanji": "ku", "sorani": "ckb",
               "burmese": "my", "myanmar": "my", "serbo-croatian": "sr-Latn"}  # fmt: skip


def hint(written: str) -> str:
    """A hint: the language of that name, of that country, or tags in common use."""
    sought = written.strip().replace("_", " ").casefold()
    names = _names()
    country = sought.split("-")[0].upper()
    if close := difflib.get_close_matches(sought, names, n=1, cutoff=CLOSE):
        return f"did you mean {_shown(names[close[0]])}"
    if len(country) == 2 and (of := get_global("likely_subtags").get(f"und_{country}")):
        return f"{country} is a country: did you mean {_shown(of.partition('_')[0])}"
    if tag := _beginning(written):
        return f"did you mean {_shown(tag)}"
    return f"known: {', '.join(COMMON)} …"


@cache
def _names() -> dict[str, str]:
    """Names of languages, in English and in themselves → their tags."""
    english = Locale(ENGLISH).languages
    found: dict[str, str] = {
        name.casefold(): str(code) for code, name in english.items() if tags.read(code)
    }
    for tag, row in table("others").items():
        found |= {str(row[key]).casefold(): tag for key in ("own", "name") if key in row}
    for code in map(str, english):
        if "_" not in code and localedata.exists(code):
            own = Locale(code).languages.get(code)
            found.setdefault(str(own or code).casefold(), code)
    return found | OTHER_NAMES


def _beginning(written: str) -> str:
    """The longest beginning of a tag that is a language's: pt of pt-Brazil."""
    parts = written.replace("_", "-").split("-")
    for end in range(len(parts) - 1, 0, -1):
        if found := tags.read("-".join(parts[:end])):
            return found.text
    return ""


def _shown(code: str) -> str:
    """A tag with its name in English: "fa-AF"? (Dari)."""
    tag = code.replace("_", "-")
    locale = code.replace("-", "_")
    name = Locale(ENGLISH).languages.get(locale) or table("others").get(code, {}).get("name")
    return f'"{tag}"? ({name})' if name else f'"{tag}"?'
