"""The most frequent words of the languages that are known, which tell one from another.

Small words are in nearly every sentence, and hardly two languages share many of them. The weight of
a word falls with its rank (Zipf's law), as in a naive Bayes classifier.
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ..model.sheet import Language
from . import scripts
from .tables import shorter_tags

FILE = Path(__file__).parent / "frequent_words.txt"
OF_LETTER = 3.0  # the weight of a letter that one language has and the other has not
ASCII = frozenset(string.ascii_letters + "'")
COMMON = 3000  # the rank of a word that tells nothing
MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0dff"
WORD = re.compile(rf"[^\W\d_](?:[\w'’\u200c\u200d]|[{MARKS}])*")
Weights = Mapping[str, float]


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters, each once."""
    return {word.casefold().replace("’", "'") for word in WORD.findall(text)}


def known_as(language: Language) -> str:
    """The language's name in the table; empty if it is not there."""
    own = scripts.written_with(language.script)
    tags = ("nb" if tag == "no" else tag for tag in shorter_tags(language.tag))
    return next((tag for tag in tags if tag in _table() and _script(tag) in own), "")


def candidates(tag: str) -> tuple[str, ...]:
    """The languages of the table in the same script, the language itself among them."""
    return tuple(each for each in _table() if _script(each) == _script(tag))


def weigh(words: Iterable[str], tag: str) -> dict[str, tuple[float, int]]:
    """How much the words speak for each language in the script of `tag`, and how many do.

    Letters speak for those that have them if the language itself has not.
    """
    found: dict[str, list[float]] = {}
    table = _by_word(_script(tag))
    for word in words:
        for each, weight in table.get(word, ()):
            found.setdefault(each, []).append(weight)
    for letter in strange_letters(words, tag):
        for each, weights in found.items():
            if letter in _letters(each):
                weights.append(OF_LETTER)
    return {each: (sum(weights), len(weights)) for each, weights in found.items()}


def alone(words: Iterable[str], tag: str, other: str) -> tuple[float, int]:
    """The weight of words and letters of `tag` that the other language has not; how many words."""
    ours, theirs = _table()[tag], _table()[other]
    found = [ours[word] for word in words if word in ours and word not in theirs]
    letters = set(strange_letters(words, other)) & _letters(tag)
    return sum(found) + OF_LETTER * len(letters), len(found)


@cache
def _by_word(script: str) -> Mapping[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for tag, weights in _table().items():
        if _script(tag) == script:
            for word, weight in weights.items():
                found.setdefault(word, []).append((tag, weight))
    return {word: tuple(each) for word, each in found.items()}


def strange_letters(words: Iterable[str], tag: str) -> str:
    """The letters of the words that the language does not have in its frequent words."""
    return "".join(sorted(set("".join(words)) - _letters(tag) - ASCII))


@cache
def _letters(tag: str) -> frozenset[str]:
    return frozenset("".join(_table()[tag]))


@cache
def _table() -> Mapping[str, Weights]:
    lines = (line.partition(": ") for line in FILE.read_text("utf-8").splitlines())
    return {
        tag: {word: math.log(COMMON / (rank + 5)) for rank, word in enumerate(words.split())}
        for tag, colon, words in lines
        if colon and not tag.startswith("#")
    }


@cache
def _script(tag: str) -> str:
    return scripts.of(next(iter(_table()[tag]))[0])
