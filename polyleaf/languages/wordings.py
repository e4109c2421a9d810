"""Wordings as the tables `promises/*.toml` and `content_words.toml` list them, found in a text.

A line of a table has one wording, or several with bars between. `*` stands for more letters, `~`
for up to four words and `~~` for up to twelve, `#` for a number; brackets, `|`, `?`, `^` and
`{0,2}` are those of regular expressions, and a space also stands for a hyphen or a comma and a
space.

A wording is looked for where its first word stands, and compiled when that happens first: most of
hundreds never do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..model.sheet import Language
from .folding import APOSTROPHES, LEFT_OUT
from .forms import BEFORE

W = r"[^\s.,;:!?()…\"“”„«»‹›।॥؟،؛。，！？、；：（）「」『』\-–—/|\[\]{}*]"  # of a word
SPACE = r",?[\s‑-]+"
NUMBER = r"\d+(?:[.,]\d+)*"
WORD = re.compile(f"{W}+")
PREFIX = 3  # letters of a first word that has others behind them
Rows = list[tuple[int, list[tuple[str, str]]]]  # a place in a word, and wordings
ANY = ""  # a language without spaces has no first words
PER_CENT = re.compile(r"(?<=\d)\s(?=[%٪])")
JOINED = re.compile("(?<=[\u0620-\u06ff])\u200c(?=[\u0620-\u06ff])")  # Persian: a space of no width
ALIKE = {"ı": "i", "\u0307": "", "ş": "ș", "ţ": "ț"}  # Turkish I and i, Romanian ș
CHANGED = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(LEFT_OUT, ""), **ALIKE})


class Found(NamedTuple):
    name: str
    shown: str
    start: int
    end: int


class Wordings:
    """Named wordings of one language, by their first words and by the beginnings of these."""

    def __init__(self, rows: Iterable[tuple[str, str]], language: Language) -> None:
        """`rows`: names, each with lines of wordings."""
        self.spaced, self.clitics = language.spaced, language.tag.startswith("ar")
        self.words: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self.beginnings: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._known: dict[str, Rows] = {}  # by word
        for name, lines in rows:
            for line in filter(None, map(str.strip, lines.split("\n"))):
                for form in _alternatives(as_compared(line)):
                    self._add(name, form)

    def _add(self, name: str, form: str) -> None:
        for word, is_open in _first_words(form) if self.spaced else {(ANY, True)}:
            table = self.beginnings if is_open else self.words
            table[word[:PREFIX] if is_open else word].append((name, form))

    def found(self, line: str) -> Iterator[Found]:
        """Every wording in a line as by `as_compared`."""
        for name, form in self.beginnings.get(ANY, ()):
            for match in _compiled(form, self.spaced).finditer(line):
                yield Found(name, match[0].strip(), match.start(), match.end())
        for at, word in _words(line) if self.spaced else ():
            if (rows := self._known.get(word)) is None:
                rows = self._known[word] = self._beginning(word)
            for shift, listed in rows:
                for name, form in listed:
                    if hit := _compiled(form, self.spaced).match(line, at + shift):
                        yield Found(name, hit[0].strip(), hit.start(), hit.end())

    def _beginning(self, word: str) -> Rows:
        """The wordings that may begin with a word, by where in it; for most words none."""
        rows = []
        for shift in self._shifts(word) if self.clitics else (0,):
            rest = word[shift:]
            listed = [*self.words.get(rest, ())]
            for end in range(1, min(PREFIX, len(rest)) + 1):
                listed += self.beginnings.get(rest[:end], ())
            if rest[:1].isdigit():
                listed += self.words.get("#", ())
            if listed:
                rows.append((shift, listed))
        return rows

    def first(self, line: str) -> Found | None:
        """A wording in a line as by `as_compared`, or none."""
        return next(self.found(line), None)

    def without(self, line: str) -> str:
        """The line with spaces for its wordings."""
        for one in self.found(line):
            line = line[: one.start] + " " * (one.end - one.start) + line[one.end :]
        return line

    def _shifts(self, word: str) -> Iterator[int]:
        """Where an Arabic word may begin: also behind what is joined to its beginning."""
        yield 0
        yield from (len(b) for b in BEFORE if word.startswith(b) and len(word) > len(b) + 1)


@lru_cache(maxsize=4096)
def as_compared(text: str) -> str:
    """Small letters, one kind of apostrophe, 50% for 50 %, no marks that are often left out."""
    return PER_CENT.sub("", JOINED.sub(" ", text.casefold().translate(CHANGED)))


@lru_cache(maxsize=4096)
def _words(line: str) -> tuple[tuple[int, str], ...]:
    return tuple((match.start(), match[0]) for match in WORD.finditer(line))


def _alternatives(line: str) -> list[str]:
    """The parts of a line between bars that stand in no brackets."""
    parts, depth = [""], 0
    for sign in line:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def _first_words(form: str) -> set[tuple[str, bool]]:
    """The words that a form may begin with, and whether more letters may follow."""
    if form.startswith("^"):
        return _first_words(form[1:])
    if form.startswith("("):
        inside, end = _brackets(form)
        words = set().union(*(_first_words(part) for part in inside))
        if form[end : end + 1] in ("?", "{"):
            return words | _first_words(re.sub(r"^(?:\?|\{.*?\})\s*", "", form[end:]))
        joined = form[end : end + 1] not in ("", " ")  # more letters follow, as in (100|99)%
        return {(word, True) for word, _ in words} if joined else words
    first = re.match(rf"#|{W}*", re.split(r"[*~(?\[]", form)[0])
    word = first[0] if first else ""
    if form[len(word) : len(word) + 1] == "?":  # its last letter may be missing
        word = word[:-1]
        return {(word, True)}
    return {(word, form[len(word) : len(word) + 1] in ("*", "(", "["))}


def _brackets(form: str) -> tuple[list[str], int]:
    """What stands between the first bracket and its partner, and the place behind that."""
    depth = 0
    for at, sign in enumerate(form):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return _alternatives(form[1:at]), at + 1
    raise ValueError(form)


@cache
def _compiled(form: str, bounded: bool) -> re.Pattern[str]:
    made, before = "", ""
    for part in re.split(r"(\s*~~?\s*|\s+|\*|#)", form):
        wild = part.strip()
        if wild in ("~", "~~"):
            count = 4 if wild == "~" else 12
            space = SPACE if before else ""
            made += f"{space}(?:{W}+{SPACE}){{0,{count}}}" if bounded else ".{0,8}"
        elif part in ("*", "#"):
            made += f"{W}*" if part == "*" else NUMBER
        elif part and not wild:
            made += SPACE if bounded else r"\s*"
        else:
            made += part.replace("$", r"\$")
        before = part or before
    return re.compile(made + (rf"(?!{W})" if bounded and not form.endswith("]") else ""))
