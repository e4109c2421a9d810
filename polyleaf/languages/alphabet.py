"""The letters that a language is written with, as far as names in CLDR show them."""

from __future__ import annotations

from functools import cache
from itertools import chain

from babel import Locale

from ..model.sheet import Language
from . import inheritance, scripts, tags


@cache
def letters(language: Language) -> str:
    """The letters, marks and digits of its script in the names that CLDR has in the language.

    Without any, in the language that most people of its place write in the script.
    Names of countries, languages, months and days have nearly every letter; of Chinese characters
    they have those that are common. Babel has no exemplar characters (UTS #35, 3.1).
    """
    meant = tags.read(language.tag)
    near = (
        inheritance.neighbour(meant)
        if meant and language.data == inheritance.ROOT
        else language.data
    )
    locale = Locale.parse(near)
    days = locale.days["format"]["wide"].values()
    names = chain(
        locale.territories.values(),
        locale.languages.values(),
        locale.months["format"]["wide"].values(),
        days,
    )
    own = scripts.written_with(language.script)
    found = {character for name in names for character in name if scripts.of(character) in own}
    return "".join(sorted(found | set(language.digits)))
