"""Forms as the tables list them: `a | b* | *c | two words | ne ~ pas`.

A `*` before or after a word allows more letters there; without it the word begins or ends there. A
`~` stands for up to four words of one clause, a `*` alone for one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .folding import folded

GAP = 4  # words
COMMA = ","
# Short words that are written at the beginning of a word of Arabic.
BEFORE = ("و", "ف", "ب", "ك", "ل", "لل", "ال", "وال", "بال", "فال", "كال", "ول", "وب", "ولل", "فب")


@dataclass(frozen=True, slots=True)
class Word:
    letters: str
    open_before: bool
    open_after: bool

    def fits(self, word: str) -> bool:
        if self.open_before and self.open_after:
            return self.letters in word
        if self.open_before:
            return word.endswith(self.letters)
        return word.startswith(self.letters) if self.open_after else word == self.letters


@dataclass(frozen=True, slots=True)
class ListedForm:
    """Words in a row; None is a gap."""

    words: tuple[Word | None, ...]

    @property
    def first(self) -> Word:
        return next(word for word in self.words if word)

    @property
    def weight(self) -> int:
        """The letters that are given; a whole word counts more than its beginning."""
        return sum(
            2 * len(word.letters) + (not word.open_after) + (not word.open_before)
            for word in self.words
            if word
        )

    def match(self, line: Sequence[str], at: int, clitics: bool = False) -> int:
        """Where the form ends that begins at `at`, whose first word fits; 0 if it is not there."""
        return _match(self.words[1:], line, at + 1, clitics)


def _match(words: Sequence[Word | None], line: Sequence[str], at: int, clitics: bool) -> int:
    if not words:
        return at
    first = words[0]
    if first is None:
        for after in range(at, min(at + GAP + 1, len(line))):
            if end := _match(words[1:], line, after, clitics):
                return end
            if line[after] == COMMA:
                break
        return 0
    if at < len(line) and _fits(first, line[at], clitics):
        return _match(words[1:], line, at + 1, clitics)
    return 0


def _fits(word: Word, written: str, clitics: bool) -> bool:
    return any(map(word.fits, bare(written))) if clitics else word.fits(written)


@lru_cache(maxsize=4096)
def bare(word: str) -> tuple[str, ...]:
    """A word of Arabic script as it is written, and without what is joined to its beginning."""
    return (
        word,
        *(word[len(b) :] for b in BEFORE if word.startswith(b) and len(word) > len(b) + 1),
    )


def separate(text: str) -> str:
    """The text as it is compared; an apostrophe divides words: l’œil, can’t."""
    return folded(text).replace("'", " ")


def forms(row: str) -> Iterator[ListedForm]:
    for part in re.split(r"[|\n]", row):
        if part.strip():
            yield ListedForm(tuple(_words(part)))


def _words(part: str) -> Iterator[Word | None]:
    for piece in part.split():
        if piece in ("~", "*"):
            yield None if piece == "~" else Word("", True, True)
            continue
        letters = separate(piece.strip("*")).split()
        for number, word in enumerate(letters):
            yield Word(
                word,
                piece.startswith("*") and not number,
                piece.endswith("*") and number == len(letters) - 1,
            )
