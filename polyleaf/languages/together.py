"""Which words stay with the number or the name next to them, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..model.sheet import Language
from .measures import measure_key, measures
from .numbers import month_words, word_key
from .tables import shorter_tags, table

LONGEST = 10  # letters of a word


@dataclass(frozen=True, slots=True)
class Together:
    """Words in lower case, as by `word_key`."""

    counted: tuple[str, ...]  # beginnings of words after a number, in the order of their length
    before: tuple[str, ...]  # words before a number
    ratio: tuple[str, ...]  # words between two numbers: `in` of 1 in 10
    titles: tuple[str, ...]  # as they are written
    units: frozenset[str]  # spelled as by `measure_key`
    months: frozenset[str]

    def follows_number(self, word: str) -> bool:
        """Whether a word after a number stays with it: a unit, what is counted, a month."""
        key = word_key(word)
        if len(word) > LONGEST:
            return False
        return key in self.months or measure_key(word) in self.units or key.startswith(self.counted)


@cache
def together(language: Language) -> Together:
    rows = table("together")
    every = rows["every"]
    row: dict[str, str] = next((rows[tag] for tag in shorter_tags(language.tag) if tag in rows), {})

    def words(key: str) -> tuple[str, ...]:
        found = f"{every.get(key, '')} {row.get(key, '')}".split()
        spelled = {word_key(word.replace("_", " ")) for word in found}
        return tuple(sorted(spelled, key=lambda word: (-len(word), word)))

    return Together(
        words("counted"),
        words("before"),
        words("ratio"),
        tuple(row.get("title", "").split()),
        frozenset(measures(language)),
        frozenset(month_words(language)),
    )
