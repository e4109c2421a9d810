"""A tag or the name of a folder in any spelling → its subtags.

BCP 47 and its grandfathered tags, gettext and POSIX (`sr_RS@latin`, `de_DE.UTF-8`), ISO 639-1, -2
(both kinds) and -3, Android (`es-rMX`, `b+sr+Latn`), Java (`zh_TW_#Hant`), Django, Rails, Crowdin
and Weblate write languages differently. Capitals never count. What replaces what is CLDR's data
(UTS #35, 3.2.1), in Babel's copy. A script that a spelling names is never dropped.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale, localedata
from babel.core import get_global
from fontTools import unicodedata

from .tables import table

ROOT = "root"  # CLDR's locale without a language
LONGEST = 60  # characters
EXTENDED = frozenset({"ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"})  # zh-yue
NOBODYS = frozenset({"art", "mis", "mul", "und", "zxx"})  # codes of no one language
SCRIPTS = frozenset({"Hans", "Hant", "Jpan", "Kore", "Aran"})  # that Unicode has no property for
SAME = {"nb": "no"}  # codes of one written language
SHAPE = re.compile(
    r"(?P<script>[a-z]{4})|(?P<territory>[a-z]{2}|\d{3})|(?P<three>[a-z]{3})"
    r"|(?P<variant>[a-z\d]{5,8}|\d[a-z\d]{3})"
)
ANDROID = re.compile(r"r(?:[A-Z]{2}|\d{3})")
BEFORE = re.compile(r"values-|b\+", re.IGNORECASE)  # of Android's names


class Tag(NamedTuple):
    """The subtags of a language, each in its usual case; empty if it has none."""

    language: str
    script: str = ""
    territory: str = ""
    variants: tuple[str, ...] = ()
    numbers: str = ""  # a numbering system: `-u-nu-` (RFC 6067)

    @property
    def text(self) -> str:
        """The tag in the form of BCP 47, without its numbering system."""
        return "-".join(filter(None, (*self[:3], *self.variants)))

    @property
    def locale(self) -> str:
        """The same as folders are called."""
        return self.text.replace("-", "_")


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


@cache
def script_of(tag: Tag) -> str:
    """The script in the tag, else the one that most of its readers use (CLDR's likely subtags)."""
    return tag.script or _likely(tag)[0] or "Latn"


@cache
def identity(tag: Tag) -> tuple[str, str, str, tuple[str, ...]]:
    """What all tags of one written language share: es and es-ES, zh-CN and zh-Hans, no and nb."""
    script, territory = _likely(tag)
    language = SAME.get(tag.language, tag.language)
    return language, tag.script or script, tag.territory or territory, tag.variants


def parents(tag: Tag) -> list[Tag]:
    """Shorter tags of the same language in the same script, nearest first: es-MX, es-419, es.

    As CLDR inherits (UTS #35, 4.1.3), but never from another language or script.
    """
    found: list[Tag] = []
    here = _parent(tag._replace(numbers=""))
    while here and script_of(here) == script_of(tag) and here not in found:
        found.append(here)
        here = _parent(here)
    return found


@cache
def data_of(tag: Tag) -> str:
    """CLDR's locale with the words of the language in this script; `root` if it has none."""
    for each in (tag, *parents(tag)):
        for name in (_spelled(each), _spelled(each._replace(script=script_of(each)))):
            if localedata.exists(name) and script_of(each) == script_of(tag):
                return name
    like = str(table("others").get(tag.language, {}).get("like", ""))
    return like if like and script_of(_tag_of(like)) == script_of(tag) else ROOT


@cache
def neighbour(tag: Tag) -> str:
    """CLDR's locale of the language that most people of its place write in its script."""
    script, territory = script_of(tag), tag.territory or _likely(tag)[1]
    for key in (f"und_{script}_{territory}", f"und_{territory}", f"und_{script}"):
        language, _, rest = _likely_of(key).partition("_")
        if rest.partition("_")[0] == script and localedata.exists(language):
            return data_of(Tag(language, "", rest.partition("_")[2]))
    return ROOT


def is_known(language: str) -> bool:
    """Whether a code names one language that sheets may be written in."""
    if language in NOBODYS:
        return False
    named = language in table("others") or language in Locale("en").languages
    return named or localedata.exists(language)


def is_listed(language: str) -> bool:
    """Whether ISO 639-3 has the code, as far as CLDR knows where its language is spoken."""
    return language not in NOBODYS and bool(_likely_of(language))


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
    if localedata.exists(_spelled(tag)):
        return tag
    usual, here = _likely(tag._replace(territory="", script=""))[0], script_of(tag)
    named = tag._replace(script=here)
    if localedata.exists(_spelled(named)) or here != usual:
        return named if tag.script or tag.territory else tag
    return tag._replace(script="")


def _parent(tag: Tag) -> Tag | None:
    """The tag that this one inherits from; None of the last of its language."""
    name = _spelled(tag)
    if above := get_global("parent_exceptions").get(name):
        found = _tag_of(str(above))
        same = SAME.get(tag.language, tag.language) == SAME.get(found.language, found.language)
        return found if same or (tag.language, found.language) == ("nn", "no") else None
    if tag.variants:
        return tag._replace(variants=tag.variants[:-1])
    if tag.territory:
        return tag._replace(territory="")
    return tag._replace(script="") if tag.script else None


def _tag_of(locale: str) -> Tag:
    """The tag of one of CLDR's locales."""
    language, *rest = locale.split("_")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    territory = next((part for part in rest if len(part) < 4), "")
    return Tag(language, script, territory)


def _spelled(tag: Tag) -> str:
    """The tag as Babel names its data."""
    return "_".join(filter(None, (*tag[:3], *map(str.upper, tag.variants))))


def _likely(tag: Tag) -> tuple[str, str]:
    """The likely script and country of a tag."""
    own = table("others").get(tag.language, {})
    keys = ("_".join(filter(None, each)) for each in (tag[:3], tag[:2], (tag[0], tag[2]), tag[:1]))
    found = next(filter(None, map(_likely_of, dict.fromkeys(keys))), "")
    _, script, territory = [*found.split("_"), "", ""][:3] if found else ("", "", "")
    if "script" in own and not tag.script:
        script = own["script"]
    return script, territory


def _likely_of(key: str) -> str:
    return str(get_global("likely_subtags").get(key, ""))


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
        home = _likely_of(language).rpartition("_")[2]
        return home if home in now else str(now[0])
    if len(code) == 3 and code[0] == "R" and _is_territory(code[1:]):
        return code[1:]
    return code if _is_territory(code) and code != "ZZ" else ""
