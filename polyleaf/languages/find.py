"""Whatever means a language → its Language, from CLDR's data."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pyphen
from babel import Locale
from babel.messages.plurals import get_plural

from ..model.findings import ExitStatus, Finding, PolyleafError, Where
from ..model.sheet import ENGLISH, Language
from . import clock, fonts, inheritance, near_tags, pseudo, tags
from .inheritance import ROOT, Tag
from .punctuation import quotation_marks
from .tables import table

CONFIGURED = Where("clinic.yaml")
WITHOUT_HYPHENS = ("Thai",)  # its lines break between words, also without spaces
# A comma for scripts of which CLDR joins the items of a list by a word.
COMMAS = {"Arab": "، ", "Syrc": "، ", "Ethi": "፣ "}
PLURALS = "nplurals=2; plural=(n != 1);"  # where nothing is known: no form is lost
SPACELESS = (
    "Bali", "Bugi", "Hans", "Hant", "Java", "Jpan", "Khmr", "Lana", "Laoo", "Mymr", "Talu", "Thai",
    "Tibt", "Yiii",
)  # fmt: skip
RIGHT_TO_LEFT = (
    "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
)  # fmt: skip
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
    """The language that a tag means in any spelling (see `tags`).

    The extension `-u-nu-` (RFC 6067) selects other digits than the usual ones: mr-u-nu-latn.
    """
    if (plain := tag.lower().replace("_", "-")) in pseudo.TAGS:
        return pseudo.language(plain, find(ENGLISH))
    meant = tags.read(tag)
    system = meant.numbers if meant else ""
    if meant is None or (system and system != "latn" and system not in ZEROS):
        raise PolyleafError([_unknown(tag, where, exit_status)])
    if not tags.is_known(meant.language):
        raise PolyleafError([_unlisted(meant, where, exit_status)])
    script = inheritance.script_of(meant)
    font = fonts.choose(_with_fonts(meant, script), script)
    if font is None:
        raise PolyleafError([_unsupported(tag, script, where, exit_status)])
    data, usual = inheritance.data_of(meant), _usual(meant)
    system = system or str(usual.default_numbering_system)
    return Language(
        tag=meant.text,
        locale=meant.locale,
        own_name=_own_name(meant),
        english_name=_english_name(meant),
        script=script,
        direction="rtl" if script in RIGHT_TO_LEFT else "ltr",
        digits=_digits(system),
        counter=COUNTERS.get(system, "decimal"),
        list_separator=_separator(usual, script),
        quotes=quotation_marks(meant.text if data != ROOT else _tag_of(usual)),
        families=fonts.families(font),
        condensed=fonts.condensed(font),
        line_height=font.line_height,
        advance=font.advance,
        spaced=script not in SPACELESS,
        hyphenated=_is_hyphenated(meant.text, script),
        data=data,
        formats=clock.formats_of(meant.text, data),
    )


def plural_forms(language: Language) -> str:
    """The Plural-Forms header of a catalog."""
    if language.data == ROOT:
        return PLURALS
    plural = get_plural(language.data)
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"


def _with_fonts(tag: Tag, script: str) -> tuple[str, ...]:
    """The tags that may have a font of their own; a language has it in its usual script."""
    usual = inheritance.script_of(Tag(tag.language))
    return (tag.text, tag.language) if script == usual else (tag.text,)


def _usual(tag: Tag) -> Locale:
    """CLDR's locale that has its digits and marks: without words of its own, a neighbour's."""
    data = inheritance.data_of(tag)
    return Locale.parse(inheritance.neighbour(tag) if data == ROOT else data)


def _own_name(tag: Tag) -> str:
    """Its name in itself; in English where none is known."""
    for each in (tag._replace(territory=""), tag._replace(territory="", variants=())):
        if own := table("others").get(each.text, {}).get("own"):
            return str(own)
    data = inheritance.data_of(tag)
    own = Locale.parse(data)
    return _display(tag, own) if tag.language in own.languages else _english_name(tag)


def _english_name(tag: Tag) -> str:
    rows = table("others")
    name = rows.get(tag.text, rows.get(tag.language, {})).get("name")
    if not name and tag.language not in Locale(ENGLISH).languages:
        name = tags.registered_name(tag.language)
    return _display(tag, Locale(ENGLISH), {tag.text: name, tag.language: name} if name else {})


def _display(tag: Tag, reader: Locale, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """A tag's name in the reader's language, from its longest part that has a name in CLDR."""
    if tag.text in more:
        return more[tag.text]
    parts = [part for part in (*tag[:3], *tag.variants) if part]
    languages, named = _names_in(str(reader))
    names = {**languages, **more} if more else languages
    for end in range(len(parts), 0, -1):
        if name := names.get("_".join(parts[:end])):
            rest = ", ".join(named.get(part, part) for part in parts[end:])
            return f"{name} ({rest})" if rest else str(name)
    return tag.text


@cache
def _names_in(reader: str) -> tuple[dict[str, str], dict[str, str]]:
    """Languages by code, and scripts and territories by code, in the language of a CLDR locale."""
    locale = Locale.parse(reader)
    return dict(locale.languages), {**locale.scripts, **locale.territories}


def _tag_of(locale: Locale) -> str:
    return str(locale).replace("_", "-")


def _digits(system: str) -> str:
    """The ten digits of one of CLDR's numbering systems; empty for 0–9."""
    start = ZEROS.get(system)
    return "".join(chr(start + n) for n in range(10)) if start else ""


def _is_hyphenated(tag: str, script: str) -> bool:
    """Whether the engine has hyphenation patterns for the language in this script."""
    dictionary = pyphen.language_fallback(tag)
    if dictionary is None or script in WITHOUT_HYPHENS:
        return False
    patterns = tags.read(dictionary)
    return patterns is not None and inheritance.script_of(patterns) == script


def _separator(locale: Locale, script: str) -> str:
    """The separator of a list: CLDR's, unless that is a word; then a comma of the script."""
    pattern = locale.list_patterns["standard"]["middle"].replace("\u200f", "")
    between = str(pattern.replace("{0}", "").replace("{1}", ""))
    return COMMAS.get(script, ", ") if any(map(str.isalpha, between)) else between


def _unknown(tag: str, where: Where, exit_status: ExitStatus) -> Finding:
    message = f'no language has the tag "{tag}"'
    hint = near_tags.hint(tag)
    return Finding(where, "language-unknown", message, hint, exit_status=exit_status)


def _unlisted(tag: Tag, where: Where, exit_status: ExitStatus) -> Finding:
    message = f'no name is known of the language with the tag "{tag.language}"'
    hint = f"add [{tag.language}] with its name to polyleaf/languages/others.toml"
    return Finding(where, "language-unknown", message, hint, exit_status=exit_status)


def _unsupported(tag: str, script: str, where: Where, exit_status: ExitStatus) -> Finding:
    why = fonts.font_table().unsupported.get(script)
    message = f'"{tag}" cannot be set' if why else f'no font is chosen for the script of "{tag}"'
    hint = f"{script}: {why}" if why else f"add [script.{script}] to polyleaf/languages/fonts.toml"
    return Finding(where, "script-unsupported", message, hint, exit_status=exit_status)
