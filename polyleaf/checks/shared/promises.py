"""The promises of a text in their context: what is quoted, asked, denied or told of is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ... import languages
from ...languages import Found, PromiseWords, as_compared
from ...model.sheet import Language
from .sentences import sentences

QUOTED = re.compile(
    "“[^”]{1,400}”|«[^»]{1,400}»|„[^“”]{1,400}[“”]|「[^」]{1,200}」|‹[^›]{1,200}›"
    r"|\"[^\"]{1,400}\"|(?<!\w)‘[^’]{2,200}’(?!\w)"
)
QUESTION = re.compile(r"[?？؟]\W*$")
CLAUSE = re.compile(r"[;:!?.—–()،؛。！？；：।॥؟۔]|,? \b(?:but|however|although|though)\b")
SIGNED = re.compile(r"\W{0,3}[–—-]\s*[^\W\d_]{2}")  # – Anna, 34
EXCLAIMED = re.compile("[!！]")
PRAISE = 6  # words of a quotation that praises without a name behind
NEAR = 8  # words before a wording
ASKED = ("sale",)  # advertisements ask: tired of your skin?


def without_quotations(value: str) -> str:
    return QUOTED.sub(" “” ", value)


@lru_cache(maxsize=8192)
def promises(value: str, language: Language) -> tuple[tuple[Found, str], ...]:
    """Each promise that a text makes, with its sentence as it is written."""
    words = languages.promise_words(language)
    if words is None:
        return ()
    made = tuple(
        (promise, sentence.raw)
        for sentence in sentences(without_quotations(value))
        for promise in _made(as_compared(sentence.text), words)
    )
    return (*made, *_testimonials(value, words))


def _testimonials(value: str, words: PromiseWords) -> Iterator[tuple[Found, str]]:
    """Quotations in which somebody praises: of themselves, with a name behind or with an "!"."""
    for quoted in QUOTED.finditer(value):
        line, after = as_compared(quoted[0]), value[quoted.end() :]
        praised = SIGNED.match(after) or (EXCLAIMED.search(line) and len(line.split()) >= PRAISE)
        if praised and words.own.first(line) and not QUESTION.search(line[:-1]):
            yield Found("story", quoted[0][1:40].strip('”»"'), quoted.start(), quoted.end()), value


def _made(line: str, words: PromiseWords) -> Iterator[Found]:
    found = _widest(words.forms.found(line))
    if not found or words.told.first(line):
        return
    asked = QUESTION.search(line)
    for promise in found:
        others = _without(line, [other for other in found if other.end <= promise.start])
        if not (asked and promise.name not in ASKED) and not _denied(others, promise, words):
            yield promise


def _widest(found: Iterable[Found]) -> list[Found]:
    """Those that stand in no other of their kind."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not any(o.name == one.name and one.end <= o.end for o in kept):
            kept.append(one)
    return kept


def _without(line: str, promises: list[Found]) -> str:
    """The line without these: the "no" of "no side effects" denies nothing behind it."""
    for one in promises:
        line = line[: one.start] + " " * (one.end - one.start) + line[one.end :]
    return line


def _denied(line: str, promise: Found, words: PromiseWords) -> bool:
    before = CLAUSE.split(line[: promise.start])[-1]
    if words.denied.spaced:
        before = " ".join(before.split()[-NEAR:])
    if words.denied.first(before):
        return True
    return words.behind and bool(words.denied.first(CLAUSE.split(line[promise.end :])[0]))
