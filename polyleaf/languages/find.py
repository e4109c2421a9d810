"""A BCP 47 tag → its Language, from CLDR's data."""

from __future__ import annotations

import unicodedata
from functools import cache

import pyphen
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.plurals import get_plural

from ..model.findings import ExitStatus, Finding, PolyleafError, Where
from ..model.sheet import ENGLISH, Language
from . import clock, fonts, near_tags, pseudo
from .punctuation import quotation_marks

CONFIGURED = Where("clinic.yaml")
NO_COUNTRIES = ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ")
WITHOUT_HYPHENS = ("Thai",)  # its lines break between words, also without spaces
COMMAS = (",", "،", "、")
SPACELESS = ("Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt", "Yiii")
RIGHT_TO_LEFT = ("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa")
# The digit zero of each of CLDR's numbering systems.
ZEROS = {
    name: ord(unicodedata.lookup(f"{script} DIGIT ZERO"))
    for name, script in {
        "adlm": "ADLAM", "arab": "ARABIC-INDIC", "arabext": "EXTENDED ARABIC-INDIC",
        "beng": "BENGALI", "cakm": "CHAKMA", "deva": "DEVANAGARI", "gujr": "GUJARATI",
        "guru": "GURMUKHI", "khmr": "KHMER", "knda": "KANNADA", "laoo": "LAO",
        "mlym": "MALAYALAM", "mtei": "MEETEI MAYEK", "mymr": "MYANMAR", "nkoo": "NKO",
        "olck": "OL CHIKI", "orya": "ORIYA", "rohg": "HANIFI ROHINGYA",
        "tamldec": "TAMIL", "telu": "TELUGU", "thai": "THAI", "tibt": "TIBETAN", "vaii": "VAI",
    }.items()
}  # fmt: skip
# Counter styles by numbering system (predefined in CSS Counter Styles 3; all others use 0–9).
COUNTERS = {
    "arab": "arabic-indic", "arabext": "persian", "beng": "bengali", "deva": "devanagari",
    "gujr": "gujarati", "guru": "gurmukhi", "khmr": "khmer", "knda": "kannada", "laoo": "lao",
    "mlym": "malayalam", "mymr": "myanmar", "orya": "oriya", "tamldec": "tamil", "telu": "telugu",
    "thai": "thai", "tibt": "tibetan",
}  # fmt: skip


@cache
def find(
    tag: str, where: Where = CONFIGURED, exit_status: ExitStatus = ExitStatus.INPUT
) -> Language:
    """The language of a BCP 47 tag; `zh_Hans` is read as `zh-Hans`.

    The extension `-u-nu-` (RFC 6067) selects other digits than the usual ones: mr-u-nu-latn.
    """
    plain, _, system = tag.replace("_", "-").partition("-u-nu-")
    if plain.lower() in pseudo.TAGS:
        return pseudo.language(plain.lower(), find(ENGLISH))
    try:
        locale = Locale.parse(plain.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise PolyleafError([_unknown(tag, where, exit_status)]) from None
    script = script_of(locale)
    known = str(locale).replace("_", "-")
    font = fonts.choose((known, locale.language), script)
    if font is None:
        raise PolyleafError([_unsupported(tag, script, where, exit_status)])
    if not locale.language_name or (system and system != "latn" and system not in ZEROS):
        raise PolyleafError([_unknown(tag, where, exit_status)])
    system = system or locale.default_numbering_system
    return Language(
        tag=known,
        locale=str(locale),
        own_name=_display(locale, locale),
        english_name=_display(locale, Locale(ENGLISH)),
        script=script,
        direction="rtl" if script in RIGHT_TO_LEFT else "ltr",
        digits=_digits(system),
        counter=COUNTERS.get(system, "decimal"),
        list_separator=_separator(locale, script),
        quotes=quotation_marks(known),
        families=fonts.families(font),
        condensed=fonts.condensed(font),
        line_height=font.line_height,
        advance=font.advance,
        spaced=script not in SPACELESS,
        hyphenated=_is_hyphenated(known, script),
        formats=clock.formats_of(known, str(locale)),
    )


def plural_forms(language: Language) -> str:
    """The Plural-Forms header of a catalog."""
    plural = get_plural(language.locale)
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"


def is_country(code: str) -> bool:
    """Whether this is a country's ISO 3166 alpha-2 code; a union of countries does not count."""
    known = code in Locale(ENGLISH).territories and code not in get_global("territory_aliases")
    return known and len(code) == 2 and code not in NO_COUNTRIES


def countries() -> list[str]:
    """The ISO 3166 alpha-2 codes of all countries."""
    return sorted(filter(is_country, map(str, Locale(ENGLISH).territories)))


def script_of(locale: Locale) -> str:
    """The script in the tag, else the one that most readers use (CLDR's likely subtags)."""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags")
    for key in (f"{locale.language}_{locale.territory}", locale.language):
        if full := likely.get(key):
            return str(full.split("_")[1])
    return "Latn"


def _unknown(tag: str, where: Where, exit_status: ExitStatus) -> Finding:
    hint = near_tags.hint(tag)
    return Finding(
        where, "language-unknown", f'no language has the tag "{tag}"', hint, exit_status=exit_status
    )


def _display(locale: Locale, reader: Locale) -> str:
    """A locale's name in the reader's language, from its longest tag that has a name in CLDR."""
    parts = [p for p in (locale.language, locale.script, locale.territory) if p]
    named = {**reader.scripts, **reader.territories}
    for end in range(len(parts), 0, -1):
        if name := reader.languages.get("_".join(parts[:end])):
            rest = ", ".join(named.get(part, part) for part in parts[end:])
            return f"{name} ({rest})" if rest else name
    return str(locale.language_name)


def _digits(system: str) -> str:
    """The ten digits of one of CLDR's numbering systems; empty for 0–9."""
    start = ZEROS.get(system)
    return "".join(chr(start + n) for n in range(10)) if start else ""


def _is_hyphenated(tag: str, script: str) -> bool:
    """Whether the engine has hyphenation patterns for the language in this script."""
    dictionary = pyphen.language_fallback(tag)
    if dictionary is None or script in WITHOUT_HYPHENS:
        return False
    return script_of(Locale.parse(dictionary)) == script


def _separator(locale: Locale, script: str) -> str:
    """The separator of a list: CLDR's if that is a comma, else a comma of the script."""
    pattern = locale.list_patterns["standard"]["middle"].replace("\u200f", "")
    between = str(pattern.replace("{0}", "").replace("{1}", ""))
    if between.strip() in COMMAS:
        return between
    return "، " if script == "Arab" else ", "


def _unsupported(tag: str, script: str, where: Where, exit_status: ExitStatus) -> Finding:
    why = fonts.font_table().unsupported.get(script)
    message = f'"{tag}" cannot be set' if why else f'no font is chosen for the script of "{tag}"'
    hint = f"{script}: {why}" if why else f"add [script.{script}] to polyleaf/languages/fonts.toml"
    return Finding(where, "script-unsupported", message, hint, exit_status=exit_status)
