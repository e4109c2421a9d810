"""Words by what they mean, as listed in `meanings/*.toml`, and where they stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ..model.sheet import Language
from .forms import ListedForm, bare, forms, separate
from .meanings_tables import opposites, rows

NOTHING = "none"  # the class of what only looks like a word of another class
LONGEST = 24  # letters of a beginning or an end that is looked up
LONGEST_SPACELESS = 12


class Hit(NamedTuple):
    """A form in a text; `near` if it may stand for the class, but does not alone mean it."""

    kind: str
    meaning: str
    near: bool
    start: int
    end: int
    weight: int  # letters of the form that are given
    shown: str


class Listed(NamedTuple):
    form: ListedForm
    kind: str
    meaning: str
    near: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of a language, by how their first word is found."""

    language: Language
    classes: frozenset[tuple[str, str]]  # kind and class
    exact: Mapping[str, Sequence[Listed]]
    beginnings: Mapping[str, Sequence[Listed]]
    ends: Mapping[str, Sequence[Listed]]
    within: Mapping[str, Sequence[Listed]]

    def hits(self, text: str) -> tuple[Hit, ...]:
        """What stands in a text, in order."""
        return _hits(self.language, text)

    def places(self, text: str, row: str) -> Iterator[tuple[int, int]]:
        """Where one of the forms of a row, as the tables list them, begins and ends in the line."""
        line, joins = self.line(text), _joins(self.language)
        for form in _forms(row):
            if self.language.spaced:
                for at, word in enumerate(line):
                    starts = bare(word) if joins else (word,)
                    end = form.match(line, at, joins) if any(map(form.first.fits, starts)) else 0
                    if end:
                        yield at, end
            else:
                letters = "".join(word.letters for word in form.words if word)
                at = "".join(line).find(letters)
                if at >= 0:
                    yield at, at + len(letters)

    def line(self, text: str) -> Sequence[str]:
        """The words (or, without spaces, the characters) that the places of hits count."""
        return _line(self.language, text)

    @property
    def known(self) -> bool:
        return bool(self.exact or self.beginnings)


@lru_cache(maxsize=4096)
def _forms(row: str) -> tuple[ListedForm, ...]:
    return tuple(forms(row))


@cache
def lexicon(language: Language) -> Lexicon:
    """The words of a language; an empty lexicon if none are listed."""
    found: tuple[defaultdict[str, list[Listed]], ...] = tuple(defaultdict(list) for _ in range(4))
    classes = set()
    for kind, meaning, near, row in rows(language):
        classes.add((kind, meaning))
        for form in forms(row):
            listed = Listed(form, kind, meaning, near)
            first = form.first
            found[2 * first.open_before + first.open_after][first.letters].append(listed)
    exact, beginnings, ends, within = found
    return Lexicon(language, frozenset(classes), exact, beginnings, ends, within)


@lru_cache(maxsize=8192)
def _hits(language: Language, text: str) -> tuple[Hit, ...]:
    words, line = lexicon(language), _line(language, text)
    every = (_spaced if language.spaced else _spaceless)(words, line)
    by_kind: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in every:
        by_kind[hit.kind].append(hit)
    kept = [hit for hits in by_kind.values() for hit in _longest(hits)]
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _longest(hits: list[Hit]) -> Iterator[Hit]:
    """All but what is part of a form that means nothing; a part of another one is only near."""
    taken: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda h: (h.start - h.end, -h.weight, h.meaning != NOTHING)):
        over = [taken[at] for at in range(hit.start, hit.end) if at in taken]
        if any(other.meaning == NOTHING for other in over):
            continue
        first = all(_same_place(other, hit) for other in over)
        if first:
            taken |= dict.fromkeys(range(hit.start, hit.end), hit)
        longer = [other.meaning for other in over if not _same_place(other, hit)]
        if hit.meaning != NOTHING and not any(other in _against(hit) for other in longer):
            yield hit if first else hit._replace(near=True)


def _against(hit: Hit) -> Sequence[str]:
    """The classes that mean the opposite: 更少 is less, though it begins as more, 更."""
    return opposites(hit.kind, hit.meaning)


def _same_place(one: Hit, other: Hit) -> bool:
    return (one.start, one.end, one.weight) == (other.start, other.end, other.weight)


def _spaced(words: Lexicon, line: Sequence[str]) -> Iterator[Hit]:
    joins = _joins(words.language)
    for at, word in enumerate(line):
        for listed in _beginning_with(words.language, word):
            if end := listed.form.match(line, at, joins):
                shown = " ".join(line[at:end])
                form = listed.form
                yield Hit(listed.kind, listed.meaning, listed.near, at, end, form.weight, shown)


@lru_cache(maxsize=16384)
def _beginning_with(language: Language, word: str) -> tuple[Listed, ...]:
    """The forms whose first word it may be."""
    words = lexicon(language)
    found: dict[Listed, None] = {}
    for one in bare(word) if _joins(language) else (word,):
        found |= dict.fromkeys(words.exact.get(one, ()))
        for length in range(1, min(len(one), LONGEST) + 1):
            found |= dict.fromkeys(words.beginnings.get(one[:length], ()))
            found |= dict.fromkeys(words.ends.get(one[-length:], ()))
        if words.within:
            for start in range(len(one)):
                for end in range(start + 1, min(len(one), start + LONGEST) + 1):
                    found |= dict.fromkeys(words.within.get(one[start:end], ()))
    return tuple(found)


def _joins(language: Language) -> bool:
    """Whether short words are written at the beginning of the next."""
    return language.tag.partition("-")[0] == "ar"


def _line(language: Language, text: str) -> Sequence[str]:
    line = separate(text)
    return line.split() if language.spaced else "".join(_without_spaces(line))


def _spaceless(words: Lexicon, line: Sequence[str]) -> Iterator[Hit]:
    for at in range(len(line)):
        for length in range(1, min(LONGEST_SPACELESS, len(line) - at) + 1):
            shown = "".join(line[at : at + length])
            if shown not in words.exact or _cuts_word(line, at, length):
                continue
            for listed in words.exact[shown]:
                weight = listed.form.weight
                yield Hit(listed.kind, listed.meaning, listed.near, at, at + length, weight, shown)


def _cuts_word(line: Sequence[str], at: int, length: int) -> bool:
    """Whether a word of Latin letters would be cut: the EMA in email."""
    ends = ((line[at], line[max(0, at - 1) : at]), (line[at + length - 1], line[at + length :][:1]))
    return any(
        inside.isascii() and beside and beside[0].isascii() and beside[0].isalnum()
        for inside, beside in ends
    )


def _without_spaces(line: str) -> Iterable[str]:
    """Words of Latin script keep theirs: no form may begin in one and end in another."""
    for before, character in zip(" " + line, line, strict=False):
        if character != " " or before.isascii():
            yield character
