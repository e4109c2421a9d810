"""How hard a text is to read, by the formula that was fitted to its language.

A formula sees how long sentences and words are, and nothing else: not whether they are known, true
or in order. So what it says is advice, and languages without an accepted formula have none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .syllables import syllables
from .tables import table

FEW = 30  # sentences: with fewer SMOG (McLaughlin 1969) is not defined
LONG_WORD = 6  # letters: LIX counts words with more
VOWEL_SIGNS = re.compile("[\u064b-\u0650]")
LONG_VOWELS = re.compile("[\u0627\u0648\u064a\u0649\u0622\u0651]")
FASEEH = re.compile("[\u0621\u0626\u0624\u0630\u0638]|\u0648\u0627$|\u0648\u0646$")
HARD_WORD, COMPLEX_WORD = 5, 4  # OSMAN: letters, syllables


@dataclass(frozen=True, slots=True)
class Formula:
    """`easier` says on which side of `limit` a text is easy enough."""

    name: str
    limit: float
    easier: str  # above or below
    experimental: bool
    source: str


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """What a formula says of a text; `others` are further formulas for the same language."""

    formula: Formula
    value: float
    others: tuple[tuple[str, float], ...] = ()

    @property
    def hard(self) -> bool:
        if self.formula.easier == "below":
            return self.value > self.formula.limit
        return self.value < self.formula.limit


@dataclass(frozen=True, slots=True)
class Counts:
    sentences: int
    words: int
    letters: int
    syllables: int
    long: int  # words with more than six letters
    three: int  # words with three syllables or more
    four: int

    @property
    def sentence(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences

    @property
    def syllable(self) -> float:
        """Syllables a word."""
        return self.syllables / self.words


def reading(sentences: Iterable[Sequence[str]], tag: str) -> ReadingScore | None:
    """How hard sentences, each as its words, are in the language of a BCP 47 tag.

    None where no formula is known for the language, or there are no words.
    """
    language = tag.partition("-")[0]
    row = table("readability").get(language)
    those = [words for words in sentences if words]
    if row is None or language == "none" or not those:
        return None
    counts = _counts(those, language)
    value = _osman(those, counts) if row.get("kind") == "osman" else _value(row, counts)
    return ReadingScore(_formula(language), round(value, 1), tuple(_others(language, row, counts)))


def no_formula(tag: str) -> str:
    """Why a language has no formula."""
    reasons: dict[str, str] = table("readability")["none"]
    return reasons.get(tag.partition("-")[0], "no accepted formula is known for this language")


@cache
def _formula(language: str) -> Formula:
    row = table("readability")[language]
    experimental = bool(row.get("experimental", False))
    return Formula(row["name"], row["limit"], row["easier"], experimental, row["source"])


def _counts(sentences: Sequence[Sequence[str]], language: str) -> Counts:
    words = [word for sentence in sentences for word in sentence]
    spoken = [syllables(word, language) for word in words]
    letters = [sum(map(str.isalnum, word)) for word in words]
    return Counts(
        len(sentences),
        len(words),
        sum(letters),
        sum(spoken),
        sum(number > LONG_WORD for number in letters),
        sum(number >= 3 for number in spoken),
        sum(number >= 4 for number in spoken),
    )


def _value(row: dict[str, Any], counts: Counts) -> float:
    match row.get("kind", "ease"):
        case "grade":
            return 0.39 * counts.sentence + 11.8 * counts.syllable - 15.59
        case "gulpease":
            return 89 + (300 * counts.sentences - 10 * counts.letters) / counts.words
        case "lix":
            return counts.sentence + 100 * counts.long / counts.words
        case "fog":
            return 0.4 * (counts.sentence + 100 * counts.four / counts.words)
    ease = row["base"] - row["sentence"] * counts.sentence - row["syllable"] * counts.syllable
    return float(ease)


def _others(language: str, row: dict[str, Any], counts: Counts) -> Iterable[tuple[str, float]]:
    if "also" in row:
        yield row["also"]["name"], round(_value(row["also"], counts), 1)
    if language == "en":
        ease = 206.835 - 1.015 * counts.sentence - 84.6 * counts.syllable
        yield "Flesch reading ease", round(ease, 1)
        if counts.sentences >= FEW:
            smog = 1.043 * math.sqrt(counts.three * 30 / counts.sentences) + 3.1291
            yield "SMOG grade", round(smog, 1)


def _osman(sentences: Sequence[Sequence[str]], counts: Counts) -> float:
    """OSMAN, from what is written: vowel signs that print leaves out are not guessed."""
    words = [word for sentence in sentences for word in sentence]
    spoken = [len(VOWEL_SIGNS.findall(word)) + 2 * len(LONG_VOWELS.findall(word)) for word in words]
    hard = sum(len(VOWEL_SIGNS.sub("", word)) > HARD_WORD for word in words)
    complex_ = [word for word, number in zip(words, spoken, strict=True) if number > COMPLEX_WORD]
    faseeh = sum(bool(FASEEH.search(word)) for word in complex_)
    share = (hard + sum(spoken) + len(complex_) + faseeh) / len(words)
    return 200.791 - 1.015 * counts.sentence - 24.181 * share
