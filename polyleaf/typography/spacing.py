"""No-break spaces: in every language, and by the typographic rules of some.

One space replaces another, one for one: no character is added or removed, and no two words are
joined. A space that the author made unbreakable stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .. import languages
from ..languages import scripts
from ..model.sheet import Language

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
Rule = tuple[re.Pattern[str], str]

EVERYWHERE: tuple[Rule, ...] = (
    (re.compile(r"(?<=[№§]) (?=\w)"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NO_BREAK),  # the groups of 10 000
    (re.compile(r"(?<=[±≥≤<>≈~×]) (?=\d)|(?<=\d) (?=×[ \u00a0]?\d)"), NO_BREAK),  # ≥ 38, 5 × 10⁹
    (re.compile(r"(?<=\d) (?=/[^\W\d_])"), NO_BREAK),  # 60 /min
    # Abbreviations and initials: z. B., т. д., J. R. Smith.
    (re.compile(r"(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)"), NO_BREAK),
    (re.compile(r"(?<=\b[^\W\d_]\.[ \u00a0][^\W\d_]\.) (?=[A-ZА-ЯЁÀ-Ö])"), NO_BREAK),
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


# Groups of a telephone number: it begins with + or 0, perhaps in brackets.
TELEPHONE = re.compile(r"(?<![\w.,])(?:\+|\(?[0٠۰०০௦౦])[\d() \u00a0-]{5,}\d")
SHORT = 4  # columns of a unit, which stays with its number in any case
FIGURES = 7  # at least, in a telephone number
WIDEST = 18  # columns that words are bound over: what is wider may have to break in a narrow column


def bind(text: str, language: Language) -> str:
    """Return the text, equally long, with no-break spaces where its parts belong together."""
    if " " not in text:
        return text
    code = language.tag.partition("-")[0]
    for pattern, space in (*EVERYWHERE, *RULES.get(code, ()), *RULES.get(language.script, ())):
        text = pattern.sub(space, text)
    text = TELEPHONE.sub(_telephone, text)
    for pattern in _patterns(language):
        text = pattern.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    return AFTER_NUMBER.sub(lambda found: _after_number(found, language), text)


def _after_number(found: re.Match[str], language: Language) -> str:
    if not _stays(found[1], language):
        return " "
    bound = found.string[found.string.rfind(" ", 0, found.start()) + 1 : found.end(1)]
    is_unit = scripts.columns(found[1]) <= SHORT
    return NO_BREAK if is_unit or scripts.columns(bound) <= WIDEST else " "


def _stays(word: str, language: Language) -> bool:
    """Tell whether a word stays with the number before it: a unit or a rate of one, mg/kg."""
    known = _units(language)
    bare = word.strip(AROUND)
    key = languages.unit_key(bare)
    is_unit = key in known or key.partition("/")[0] in known
    return is_unit or languages.together(language).follows_number(bare.rstrip("."))


def _telephone(found: re.Match[str]) -> str:
    number = found[0]
    whole = sum(map(str.isdecimal, number)) >= FIGURES
    return number.replace(" ", NO_BREAK) if whole else number


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """What stays on one line: page 3, Dr Smith, 1 in 10, May 3, 3 de mayo."""
    words = languages.together(language)
    before, ratio, months = map(_any, (words.before, words.ratio, words.months))
    found = [
        rf"(?i:\b{before}) (?=\d)",
        rf"\b{_any(words.titles)} (?=\w)",
        rf"(?i:(?<=\d) {ratio} (?=\d))",
        rf"(?i:\b{months}) (?=\d\d?(?!\d))",
        rf"(?i:(?<=\d) de {months}\b)",
    ]
    return tuple(map(re.compile, found))


def _any(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first; of none, one that fits nothing."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest)) or '(?!)'})"


@cache
def _units(language: Language) -> frozenset[str]:
    return SYMBOLS | SPELLINGS | languages.units(language)
