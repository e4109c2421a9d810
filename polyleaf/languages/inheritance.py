"""What follows from a tag: its likely script, the tags it inherits from, CLDR's data for it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from babel import localedata
from babel.core import get_global

from .tables import table

ROOT = "root"  # CLDR's locale without a language
SAME = {"nb": "no"}  # codes of one written language


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


@cache
def script_of(tag: Tag) -> str:
    """The script in the tag, else the one that most of its readers use (CLDR's likely subtags)."""
    return tag.script or likely(tag)[0] or "Latn"


@cache
def identity(tag: Tag) -> tuple[str, str, str, tuple[str, ...]]:
    """What all tags of one written language share: es and es-ES, zh-CN and zh-Hans, no and nb."""
    script, territory = likely(tag)
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
        for name in (spelled(each), spelled(each._replace(script=script_of(each)))):
            if localedata.exists(name) and script_of(each) == script_of(tag):
                return name
    like = str(table("others").get(tag.language, {}).get("like", ""))
    return like if like and script_of(tag_of(like)) == script_of(tag) else ROOT


@cache
def neighbour(tag: Tag) -> str:
    """CLDR's locale of the language that most people of its place write in its script."""
    script, territory = script_of(tag), tag.territory or likely(tag)[1]
    for key in (f"und_{script}_{territory}", f"und_{territory}", f"und_{script}"):
        language, _, rest = likely_of(key).partition("_")
        if rest.partition("_")[0] == script and localedata.exists(language):
            return data_of(Tag(language, "", rest.partition("_")[2]))
    return ROOT


def _parent(tag: Tag) -> Tag | None:
    """The tag that this one inherits from; None of the last of its language."""
    name = spelled(tag)
    if above := get_global("parent_exceptions").get(name):
        found = tag_of(str(above))
        same = SAME.get(tag.language, tag.language) == SAME.get(found.language, found.language)
        return found if same or (tag.language, found.language) == ("nn", "no") else None
    if tag.variants:
        return tag._replace(variants=tag.variants[:-1])
    if tag.territory:
        return tag._replace(territory="")
    return tag._replace(script="") if tag.script else None


def tag_of(locale: str) -> Tag:
    """The tag of one of CLDR's locales."""
    language, *rest = locale.split("_")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    territory = next((part for part in rest if len(part) < 4), "")
    return Tag(language, script, territory)


def spelled(tag: Tag) -> str:
    """The tag as Babel names its data."""
    return "_".join(filter(None, (*tag[:3], *map(str.upper, tag.variants))))


def likely(tag: Tag) -> tuple[str, str]:
    """The likely script and country of a tag."""
    own = table("others").get(tag.language, {})
    keys = ("_".join(filter(None, each)) for each in (tag[:3], tag[:2], (tag[0], tag[2]), tag[:1]))
    found = next(filter(None, map(likely_of, dict.fromkeys(keys))), "")
    _, script, territory = [*found.split("_"), "", ""][:3] if found else ("", "", "")
    if "script" in own and not tag.script:
        script = own["script"]
    return script, territory


def likely_of(key: str) -> str:
    return str(get_global("likely_subtags").get(key, ""))
