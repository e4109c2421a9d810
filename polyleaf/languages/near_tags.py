"""What is no language's tag → the tag that was probably meant."""

from __future__ import annotations

import re
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from ..model.findings import did_you_mean
from ..model.sheet import ENGLISH

COMMON = ("ar", "bn", "en", "es", "fr", "hi", "mr", "pt", "ru", "ta", "te", "ur", "zh-Hans")
# Names that CLDR gives no code of two or three letters.
NAMES = {"dari": "fa-AF", "farsi": "fa", "mandarin": "zh-Hans", "cantonese": "yue"}
NEAR = 0.8  # of difflib: a letter is wrong in a name of five


def hint(tag: str) -> str:
    """The tag of the language that `tag` is an older code, a country or a name of."""
    written = tag.strip().replace("_", "-")
    first = written.partition("-")[0].lower()
    if found := _alias(first) or _of_name(written) or _of_country(first):
        return f'did you mean "{found}"? ({_name(found)})'
    return did_you_mean(written, COMMON)


def _alias(code: str) -> str:
    """CLDR's tag for a code of another list, such as prs of ISO 639-3."""
    return str(get_global("language_aliases").get(code, "")).replace("_", "-")


def _of_name(written: str) -> str:
    """The tag of a language by its English or its own name."""
    name = re.sub(r"[\W_]+", " ", written).strip().casefold()
    names = {**{own.casefold(): code for code, own in _own_names().items()}, **NAMES}
    names |= {v.casefold(): k for k, v in Locale(ENGLISH).languages.items()}
    close = get_close_matches(name, names, n=1, cutoff=NEAR) if len(name) > 3 else ()
    return names[close[0]].replace("_", "-") if close else ""


def _own_names() -> dict[str, str]:
    return {code: str(Locale.parse(code.replace("-", "_")).language_name) for code in COMMON}


def _of_country(code: str) -> str:
    """The language that most people read in a country whose code was taken for a language's."""
    likely = str(get_global("likely_subtags").get(f"und_{code.upper()}", ""))
    return likely.partition("_")[0] if len(code) == 2 else ""


def _name(tag: str) -> str:
    if name := Locale(ENGLISH).languages.get(tag.replace("-", "_")):
        return str(name)
    try:
        return str(Locale.parse(tag, sep="-").get_display_name(ENGLISH) or tag)
    except (ValueError, UnknownLocaleError):
        return tag
