"""A tag or the name of a folder in any spelling → its subtags.

BCP 47 and its grandfathered tags, gettext and POSIX (`sr_RS@latin`, `de_DE.UTF-8`), ISO 639-1, -2
(both kinds) and -3, Android (`es-rMX`, `b+sr+Latn`), Java (`zh_TW_#Hant`), Django, Rails, Crowdin
and Weblate write languages differently. Capitals never count. What replaces what is CLDR's data
(UTS #35, 3.2.1), in Babel's copy. A script that a spelling names is never dropped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, localedata
from babel.core import get_global
from fontTools import unicodedata

from .inheritance import Tag, likely, likely_of, script_of, spelled
from .tables import table

LONGEST = 60  # characters
EXTENDED = frozenset({"ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"})  # zh-yue
NOBODYS = frozenset({"art", "mis", "mul", "und", "zxx"})  # codes of no one language
SCRIPTS = frozenset({"Hans", "Hant", "Jpan", "Kore", "Aran"})  # that Unicode has no property for
SHAPE = re.compile(
    r"(?P<script>[a-z]{4})|(?P<territory>[a-z]{2}|\d{3})|(?P<three>[a-z]{3})"
    r"|(?P<variant>[a-z\d]{5,8}|\d[a-z\d]{3})"
)
ANDROID = re.compile(r"r(?:[A-Z]{2}|\d{3})")
BEFORE = re.compile(r"values-|b\+", re.IGNORECASE)  # of Android's names


@lru_cache(maxsize=10_000)
def read(written: str) -> Tag | None:
    """The tag that a spelling means; None if it is no language's."""
    if not written.isascii() or len(written) > LONGEST:
        return None
    base, _, modifier = written.strip().partition("@")
    base = BEFORE.sub("", base.partition(".")[0], count=1)
    parts = re.sub(r"_+#|[_+]", "-", base).split("-")
    parts = ["r" + p[1:].upper() if ANDROID.fullmatch(p) else p.lower() for p in parts]
    found = _subtags(_whole(parts))
    if found and modifier:
        found = _modified(found, modifier.lower())
    return _canonical(found) if found else None


def same_spelling(written: str, tag: str) -> bool:
    """Whether only capitals and the signs between the subtags differ from a tag itself."""
    return written.replace("_", "-").lower().partition("-u-")[0] == tag.lower()


def is_known(language: str) -> bool:
    """Whether a code names one language that sheets may be written in."""
    if language in NOBODYS:
        return False
    named = language in table("others") or language in Locale("en").languages
    return named or localedata.exists(language) or bool(registered_name(language))


def registered_name(language: str) -> str:
    """The English name that ISO 639-3 has for a code of three letters; empty if it has none."""
    import pycountry  # it reads thousands of names, for the rare language that CLDR has not

    found = pycountry.languages.get(alpha_3=language)
    return str(found.name) if found and found.type == "L" else ""  # a living language


def is_listed(language: str) -> bool:
    """Whether ISO 639-3 has the code, as far as CLDR knows where its language is spoken."""
    return language not in NOBODYS and bool(likely_of(language))


def _whole(parts: list[str]) -> list[str]:
    """The subtags, with what begins them replaced if it has a meaning as a whole."""
    whole = table("tags")["whole"]
    for end in range(min(len(parts), 3), 0, -1):
        if meant := whole.get("-".join(parts[:end]).lower()):
            return [*str(meant).lower().split("-"), *parts[end:]]
    return parts


def _subtags(parts: list[str]) -> Tag | None:
    """The subtags by their shapes, in whatever order; None if one has no meaning there."""
    language, *rest = parts
    if not re.fullmatch("[a-z]{2,3}", language):
        return None
    tag = Tag(language)
    for number, part in enumerate(rest):
        if len(part) == 1:
            return _extended(tag, rest[number:])
        added = _added(tag, part)
        if added is None:
            return None
        tag = added
    return tag


def _added(tag: Tag, part: str) -> Tag | None:
    if ANDROID.fullmatch(part) and _is_territory(part[1:]):
        return None if tag.territory else tag._replace(territory=part[1:])
    part = part.lower()
    match SHAPE.fullmatch(part):
        case None:
            return None
        case found if found["script"]:
            script = part.title()
            return tag._replace(script=script) if _is_script(script) and not tag.script else None
        case found if found["variant"]:
            known = part in table("tags")["variants"]["known"].split()
            return tag._replace(variants=(*tag.variants, part)) if known else None
        case found if found["three"] and tag.language in EXTENDED and not _is_country(part):
            return tag._replace(language=part) if tag == Tag(tag.language) else None
    territory = _territory(part, tag.language)
    return tag._replace(territory=territory) if territory and not tag.territory else None


def _extended(tag: Tag, rest: list[str]) -> Tag | None:
    """The tag with its numbering system; what is for private use has no meaning."""
    if rest[0] == "x":
        return tag
    if rest[0] != "u" or len(rest) < 2:
        return None
    at = rest.index("nu") if "nu" in rest else -1
    return tag._replace(numbers="-".join(rest[at + 1 : at + 2]) or "none") if at > 0 else tag


def _modified(tag: Tag, modifier: str) -> Tag | None:
    """The tag with what stands behind @: a script, a variant, or what makes no difference."""
    known: dict[str, str] = table("tags")["modifier"]
    if modifier.startswith("numbers="):
        return tag._replace(numbers=modifier.partition("=")[2])
    if modifier in table("tags")["variants"]["known"].split():
        return tag._replace(variants=(*tag.variants, modifier))
    if modifier in known:
        return tag._replace(script=tag.script or known[modifier])
    script = unicodedata.script_code(modifier.replace("_", " "), default=modifier.title())
    return tag._replace(script=script) if _is_script(script) and not tag.script else None


def _canonical(tag: Tag) -> Tag | None:
    """The tag with today's codes, and with the script that its country writes."""
    aliases = get_global("language_aliases")
    while tag.language not in table("others") and (meant := aliases.get(tag.language)):
        language, *more = str(meant).split("_")
        script = next((each for each in more if len(each) == 4), "")
        territory = next((each for each in more if len(each) < 4), "")
        tag = tag._replace(
            language=language, script=tag.script or script, territory=tag.territory or territory
        )
    if not (is_known(tag.language) or is_listed(tag.language)):
        return None
    if localedata.exists(spelled(tag)):
        return tag
    usual, here = likely(tag._replace(territory="", script=""))[0], script_of(tag)
    named = tag._replace(script=here)
    if localedata.exists(spelled(named)) or here != usual:
        return named if tag.script or tag.territory else tag
    return tag._replace(script="")


def _is_script(code: str) -> bool:
    return code in SCRIPTS or code in unicodedata.Scripts.NAMES


def _is_country(three: str) -> bool:
    """Whether three letters are a country's ISO 3166 alpha-3 code."""
    return three.upper() in get_global("territory_aliases")


def _is_territory(code: str) -> bool:
    return code in Locale("en").territories


def _territory(part: str, language: str) -> str:
    """The country's or region's code of today; empty if it is none."""
    code = part.upper()
    if now := get_global("territory_aliases").get(code):
        home = likely_of(language).rpartition("_")[2]
        return home if home in now else str(now[0])
    if len(code) == 3 and code[0] == "R" and _is_territory(code[1:]):
        return code[1:]
    return code if _is_territory(code) and code != "ZZ" else ""
