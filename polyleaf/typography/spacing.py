"""No-break spaces: in every language, and by the typographic rules of some.

One space replaces another, one for one: no character is added or removed, and no two words are
joined. A space that the author made unbreakable stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from .. import languages
from ..model.sheet import Language

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
Rule = tuple[re.Pattern[str], str]

EVERYWHERE: tuple[Rule, ...] = (
    (re.compile(r"(?<=[№§]) (?=\w)"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NO_BREAK),  # the groups of 10 000
    # Abbreviations and initials: z. B., т. д., J. R. Smith.
    (re.compile(r"(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)"), NO_BREAK),
)
# French sets these signs apart from their words by a narrow space, the colon by a full one
# (Imprimerie nationale, Lexique des règles typographiques). Canadian French often writes no space,
# and none is inserted.
FRENCH: tuple[Rule, ...] = (
    (re.compile(r" (?=[;!?»])|(?<=«) "), NARROW),
    (re.compile(r" (?=:)"), NO_BREAK),
)
# A dash never starts a line: it belongs to the words before it (Мильчин, Справочник издателя).
CYRILLIC: tuple[Rule, ...] = ((re.compile(r"(?<=\S) (?=[—–](?:\s|$))"), NO_BREAK),)
# A preposition or conjunction of one letter stays with the word after it.
ONE_LETTER: tuple[Rule, ...] = ((re.compile(r"(?<=\b[aikosuvwzAIKOSUVWZ]) (?=\w)"), NO_BREAK),)
RULES = {"fr": FRENCH, "cs": ONE_LETTER, "pl": ONE_LETTER, "sk": ONE_LETTER, "Cyrl": CYRILLIC}

# A word after a number, which may be a unit. A word that looks like a unit (Hindi से, Russian с)
# is taken for one, which does no harm: number and word stay on one line.
AFTER_NUMBER = re.compile(r"(?<=\d) (?=([^\s,;:!?、，。،؛]+))")
AROUND = "()[]«»“”।"
# Known in every language: SI (BIPM, The International System of Units, 9th edition) and units of
# medicines.
SYMBOLS = frozenset(
    [
        *("%", "‰", "٪", "°", "°c", "°f", "μg", "mcg", "mg", "g", "kg", "mol", "mmol", "μmol"),
        *("μl", "ml", "cl", "dl", "l", "nm", "μm", "mm", "cm", "m", "km", "s", "min", "h"),
        *("hz", "j", "kj", "kcal", "w", "kpa", "mmhg", "iu", "ui", "ie", "me", "ед", "ме"),
        *("€", "£", "$", "₹", "₽"),
    ]
)
# Common spellings that CLDR lacks.
SPELLINGS = frozenset(
    ["ملغ", "ملجم", "مجم", "مغ", "جم", "مل", "كجم", "मिग्रा", "मिली", "মিগ্রা", "মিলি"]
)


def bind(text: str, language: Language) -> str:
    """Return the text, equally long, with no-break spaces where its parts belong together."""
    if " " not in text:
        return text
    code = language.tag.partition("-")[0]
    for pattern, space in (*EVERYWHERE, *RULES.get(code, ()), *RULES.get(language.script, ())):
        text = pattern.sub(space, text)
    known = _units(language)
    return AFTER_NUMBER.sub(lambda found: NO_BREAK if _is_unit(found[1], known) else " ", text)


def _is_unit(word: str, known: frozenset[str]) -> bool:
    """Tell whether the word is a known unit or a rate of one: mg/kg."""
    key = languages.unit_key(word.strip(AROUND))
    return key in known or key.partition("/")[0] in known


@cache
def _units(language: Language) -> frozenset[str]:
    return SYMBOLS | SPELLINGS | languages.units(language)
