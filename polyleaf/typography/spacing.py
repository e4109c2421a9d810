"""Spaces at which a line must not end, in every language and by the habits of some.

A space is only ever replaced by another space, one for one: no character comes or goes, and what
stood apart still does. A space that the author made unbreakable stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from .. import languages
from ..model.sheet import Language

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
Habit = tuple[re.Pattern[str], str]

EVERYWHERE: tuple[Habit, ...] = (
    (re.compile(r"(?<=[№§]) (?=\w)"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NO_BREAK),  # the groups of 10 000
    # Abbreviations and initials: z. B., т. д., J. R. Smith.
    (re.compile(r"(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)"), NO_BREAK),
)
# In French these signs stand apart from their words, by a fine space but for the colon
# (Imprimerie nationale, Lexique des règles typographiques). Canadian French, which often leaves
# the space out, loses nothing: none is put in.
FRENCH: tuple[Habit, ...] = (
    (re.compile(r" (?=[;!?»])|(?<=«) "), NARROW),
    (re.compile(r" (?=:)"), NO_BREAK),
)
# No line starts with a dash, which belongs to the words before it (Мильчин, Справочник издателя).
CYRILLIC: tuple[Habit, ...] = ((re.compile(r"(?<=\S) (?=[—–](?:\s|$))"), NO_BREAK),)
# A preposition or conjunction of one letter goes with the word after it.
ONE_LETTER: tuple[Habit, ...] = ((re.compile(r"(?<=\b[aikosuvwzAIKOSUVWZ]) (?=\w)"), NO_BREAK),)
HABITS = {"fr": FRENCH, "cs": ONE_LETTER, "pl": ONE_LETTER, "sk": ONE_LETTER, "Cyrl": CYRILLIC}

# What may be a unit: it follows a number. A word like it (Hindi से, Russian с) is taken for one too,
# which does no harm: number and word stay in one line.
AFTER_NUMBER = re.compile(r"(?<=\d) (?=([^\s,;:!?、，。،؛]+))")
AROUND = "()[]«»“”।"
# Known in every language: SI (BIPM, The International System of Units, 9th edition) and what
# medicines add to it.
SYMBOLS = frozenset(
    [
        *("%", "‰", "٪", "°", "°c", "°f", "μg", "mcg", "mg", "g", "kg", "mol", "mmol", "μmol"),
        *("μl", "ml", "cl", "dl", "l", "nm", "μm", "mm", "cm", "m", "km", "s", "min", "h"),
        *("hz", "j", "kj", "kcal", "w", "kpa", "mmhg", "iu", "ui", "ie", "me", "ед", "ме"),
        *("€", "£", "$", "₹", "₽"),
    ]
)
# Written so in practice, though not in CLDR.
OTHERS = frozenset(["ملغ", "ملجم", "مجم", "مغ", "جم", "مل", "كجم", "मिग्रा", "मिली", "মিগ্রা", "মিলি"])


def bind(text: str, language: Language) -> str:
    """The text, as long as it was, with no-break spaces where its parts belong together."""
    if " " not in text:
        return text
    code = language.tag.partition("-")[0]
    for pattern, space in (*EVERYWHERE, *HABITS.get(code, ()), *HABITS.get(language.script, ())):
        text = pattern.sub(space, text)
    known = _units(language)
    return AFTER_NUMBER.sub(lambda found: NO_BREAK if _is_unit(found[1], known) else " ", text)


def _is_unit(word: str, known: frozenset[str]) -> bool:
    """Whether it is one of them, or a rate of one: mg/kg."""
    key = languages.unit_key(word.strip(AROUND))
    return key in known or key.partition("/")[0] in known


@cache
def _units(language: Language) -> frozenset[str]:
    return SYMBOLS | OTHERS | languages.units(language)
