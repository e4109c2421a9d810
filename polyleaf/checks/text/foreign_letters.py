"""`letter-foreign`: a text has the letters of its language, not those of another one.

Arabic ي and Persian ی have one shape in the middle of a word, but differ at its end, and for a
search and a screen reader. So do Romanian ș and Turkish ş, Assamese ৰ and Bengali র. Letters that a
language has for foreign names (پ and گ in Arabic) may stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...model.findings import Finding
from ...model.leaflet import Text
from ...model.sheet import Language
from ..shared.code_points import excerpt, named
from ..shared.strings import NOWHERE

# By language: a letter that it does not write → the letter that it has instead. Its own letters are
# the exemplar characters of CLDR 48 (characters/exemplarCharacters, main); a letter that is merely
# auxiliary there is listed if a standard excludes it.
PERSIAN = {"ي": "ی", "ى": "ی", "ك": "ک", "ہ": "ه", "ھ": "ه", "ە": "ه", "ے": "ی"}  # ISIRI 6219
URDU = {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ە": "ہ", "ۀ": "ۂ"}  # UZT 1.01
YEH_AND_KAF = {"ي": "ی", "ى": "ی", "ك": "ک"}
COMMA_BELOW = {"ş": "ș", "Ş": "Ș", "ţ": "ț", "Ţ": "Ț"}  # Unicode Standard, 7.1
CEDILLA = {"ș": "ş", "Ș": "Ş"}
STROKE = {"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"}
ETH = {"đ": "ð", "Đ": "Ð", "Ɖ": "Ð"}
# Cyrillic letters of other alphabets that look like Latin ones: typed in place of them.
LATIN_SHAPED = {"ѕ": "", "ј": "", "һ": "", "ԁ": "", "ԛ": "", "ԝ": "", "ӏ": ""}
FOREIGN: Mapping[str, Mapping[str, str]] = {
    "ar": {"ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ے": "ي", "ں": "ن"},
    "as": {"র": "ৰ"},
    "az": CEDILLA,
    "be": LATIN_SHAPED,
    "bg": LATIN_SHAPED | {"і": "и"},
    "bn": {"ৰ": "র", "ৱ": "ব"},
    "bs": STROKE,
    "ckb": YEH_AND_KAF,
    "fa": PERSIAN,
    "fo": ETH,
    "hr": STROKE,
    "is": ETH,
    "ks": URDU,
    "ku": CEDILLA,
    "pa": YEH_AND_KAF,
    "ps": {"ك": "ک", "ى": "ی", "ہ": "ه"},
    "ro": COMMA_BELOW,
    "ru": LATIN_SHAPED | {"і": "и"},
    "tk": CEDILLA,
    "tr": CEDILLA,
    "uk": LATIN_SHAPED,
    "ur": URDU,
    "vi": STROKE,
}


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    for finding in _found(text.value, language.tag.partition("-")[0], language.english_name):
        yield finding._replace(where=text.where)


@lru_cache(maxsize=8192)
def _found(value: str, tag: str, language: str) -> tuple[Finding, ...]:
    """Each letter of the string that its language does not write, once."""
    instead = FOREIGN.get(tag, {})
    found = [letter for letter in instead if letter in value]
    return tuple(_finding(value, letter, instead[letter], language) for letter in found)


def _finding(value: str, letter: str, instead: str, language: str) -> Finding:
    word = excerpt(value, value.index(letter))
    message = f'"{word}" holds {letter} {named(letter)}, which {language} does not write'
    hint = f"write {instead} {named(instead)}" if instead else "write the letter of its alphabet"
    return Finding(NOWHERE, "letter-foreign", message, hint)
