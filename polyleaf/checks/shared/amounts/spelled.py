"""Numbers in words and letters: two, twenty-five, half, डेढ़, يومين, 三十, XVIII, ፲፰, י״ח.

They may stand for a digit of the other text, and are not checked themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from .... import languages
from ....model.sheet import Language
from .numerals import Values

WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~‘’“”«»–—।،؛؟。，、；：（）《》…·፡-፨]+")
AND = frozenset({"and", "et", "y", "и"})  # twenty and five
ARTICLES = frozenset({"a", "an"})  # a hundred is not one and a hundred
ARABIC_PREFIXES = ("وال", "بال", "لل", "ال", "و", "ف", "ب", "ل", "ك")
DUAL = re.compile("[\u0621-\u064a]{2,}(?:تين|تان)")  # of feminine nouns: two doses, two drops
HAN = re.compile("[〇零一二两三四五六七八九十百千万亿兩萬億]+")
HAN_DIGITS = {
    c: n for n, row in enumerate(("〇零", "一", "二两兩", *"三四五六七八九")) for c in row
}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
HAN_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
ETHIOPIC = re.compile("[፩-፼]+")
# Hebrew letters as numbers up to 99: tens, then units; 15 and 16 are 9 + 6 and 9 + 7.
HEBREW = re.compile("(?:[י-צ]?[א-ט]|[י-צ]|ט[וז])")
HEBREW_VALUES = {c: n for n, c in enumerate("אבגדהוזחט", 1)} | {
    c: 10 * n for n, c in enumerate("יכלמנסעפצ", 1)
}
HAN_SCRIPTS = ("Hans", "Hant", "Jpan")


@lru_cache(maxsize=8192)
def mentions(text: str, language: Language) -> tuple[Values, ...]:
    """The values that each word of the text, and each row of words, may stand for."""
    months = languages.month_words(language)
    found: list[Values] = list(_phrases(text, language))
    row: list[Values] = []
    end = 0
    for match in WORD.finditer(text):
        key = languages.word_key(match[0])
        if text[end : match.start()].strip(" \u00a0-"):
            row = []
        values = word_values(key, language)
        if values:
            row = [*row, values] if key not in ARTICLES else row
            found += [values, _together(row)]
        elif key not in AND:
            row = []
        found.append(months.get(key, frozenset()))
        if value := _in_letters(match[0]):
            found.append(frozenset({Fraction(value)}))
        end = match.end()
    return tuple(filter(None, found))


def _phrases(text: str, language: Language) -> Iterator[Values]:
    """Numbers of more than one word, or without spaces around them."""
    words = languages.number_words(language)
    lower = languages.word_key(text) if words.phrases else ""
    yield from (values for phrase, values in words.phrases.items() if phrase in lower)
    if language.script in HAN_SCRIPTS:
        for match in HAN.finditer(text):
            yield from _han(match[0])
        for word, values in words.exact.items():
            yield from [values] * text.count(word)


def _in_letters(word: str) -> int:
    """XVIII, ፲፰ or יח as a number; 0 if the word is none."""
    if ROMAN.fullmatch(word):
        values = [ROMAN_VALUES[letter] for letter in word]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    if ETHIOPIC.fullmatch(word):
        return _ethiopic(word)
    letters = re.sub("[\"'׳״]", "", word)
    return sum(map(HEBREW_VALUES.__getitem__, letters)) if HEBREW.fullmatch(letters) else 0


def _ethiopic(word: str) -> int:
    """Tens and units before ፻ and ፼, which multiply them by 100 and 10,000."""
    total = part = 0
    for value in (int(unicodedata.numeric(sign)) for sign in word):
        if value < 100:
            part += value
        elif value == 100:
            part = max(part, 1) * value
            total, part = total + part, 0
        else:
            total, part = max(total + part, 1) * value, 0
    return total + part


@lru_cache(maxsize=8192)
def word_values(key: str, language: Language) -> Values:
    words = languages.number_words(language)
    found = words.values(key)
    if found or language.script != "Arab" or not words.known:
        return found
    if DUAL.fullmatch(key):
        return frozenset({Fraction(2)})
    rests = (key.removeprefix(prefix) for prefix in ARABIC_PREFIXES if key.startswith(prefix))
    return next((values for rest in rests if (values := words.values(rest))), frozenset())


def spaceless_value(text: str) -> Values:
    """The number that digits, or Han characters, stand for; empty if they are several."""
    if text.isdecimal():
        return frozenset({Fraction(text)})
    values = _han(text)
    return values[0] if len(values) == 1 else frozenset()


def _together(row: list[Values]) -> Values:
    """The value of a row of words as one number: twenty + five, two × hundred, two + half."""
    if len(row) < 2:
        return frozenset()
    found = {*_sum([max(v) for v in row]), *_sum([min(v) for v in row])}
    return frozenset({*found, *(100 * value for value in found if 0 < value < 1)})  # per cent


def _sum(row: list[Fraction]) -> tuple[Fraction, Fraction]:
    total = part = Fraction(0)
    for value in row:
        if value >= 1000:
            total, part = total + max(part, Fraction(1)) * value, Fraction(0)
        elif value == 100 or (part == 4 and value == 20):  # quatre-vingts
            part = max(part, Fraction(1)) * value
        else:
            part += value
    *numbers, last = row
    times = sum(numbers) * last if last < 1 else total + part  # two thirds
    return total + part, times


def _han(text: str) -> list[Values]:
    """三十 is one number; 二三 are two in a row, "two or three"."""
    if not any(c in HAN_SCALES or c in HAN_MYRIADS for c in text):
        return [frozenset({Fraction(HAN_DIGITS[c])}) for c in text]
    total = section = digit = 0
    for c in text:
        if c in HAN_DIGITS:
            digit = HAN_DIGITS[c]
        elif c in HAN_SCALES:
            section, digit = section + (digit or 1) * HAN_SCALES[c], 0
        else:
            total, section, digit = (total + section + digit or 1) * HAN_MYRIADS[c], 0, 0
    return [frozenset({Fraction(total + section + digit)})]
