"""The promises of a text in their context: what is quoted, asked, denied or reported is none."""

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
SAID = re.compile(r"\W{0,3}(?:says|said|writes|wrote)\s+[A-Z]")  # says Anna, 34
EXCLAIMED = re.compile("[!！]")
PRAISE = 6  # words of a quotation that praises without a name behind
NEAR = 8  # words before a wording
ASKED = ("sale",)  # advertisements ask: tired of your skin?


def without_quotations(value: str) -> str:
    return QUOTED.sub(" “” ", value)


@lru_cache(maxsize=8192)
def promises(value: str, language: Language, topic: str = "") -> tuple[tuple[Found, str], ...]:
    """Each promise that a text makes, with its sentence as it is written.

    All sentences are of the remedy that their `topic`, a heading, names; those of another text are
    if they speak of "it" or "this treatment" after they have named one.
    """
    words = languages.promise_words(language)
    if words is None:
        return ()
    made: list[tuple[Found, str]] = []
    always = bool(words.remedies.first(as_compared(topic)))
    about = always
    for sentence in sentences(without_quotations(value)):
        line = as_compared(sentence.text)
        made += ((promise, sentence.raw) for promise in _made(line, words, about, always))
        about = about or bool(words.remedies.first(line))
    return (*made, *_testimonials(value, words))


def _testimonials(value: str, words: PromiseWords) -> Iterator[tuple[Found, str]]:
    """Quotations in which somebody praises: of themselves, with a name behind or with an "!"."""
    for quoted in QUOTED.finditer(value):
        line, after = as_compared(quoted[0]), value[quoted.end() :]
        signed = SIGNED.match(after) or (SAID.match(after) and words.forms.first(line))
        praised = signed or (EXCLAIMED.search(line) and len(line.split()) >= PRAISE)
        if praised and words.own.first(line) and not QUESTION.search(line[:-1]):
            yield Found("story", quoted[0][1:40].strip('”»"'), quoted.start(), quoted.end()), value


def _made(line: str, words: PromiseWords, about: bool, always: bool) -> Iterator[Found]:
    found = _widest(words.forms.found(line)) or list(_of_remedy(line, words, about, always))
    if not found or words.told.first(line):
        return
    asked = QUESTION.search(line)
    for promise in found:
        apart = [o for o in found if o.end <= promise.start or o.start >= promise.end]
        others = _without(line, apart)
        if not (asked and promise.name not in ASKED) and not _denied(others, promise, words):
            yield promise


def _of_remedy(line: str, words: PromiseWords, about: bool, always: bool) -> Iterator[Found]:
    """The effect that a sentence says of a remedy without proof, as if it were sure of it."""
    remedy = words.remedies.first(line) or (words.still.first(line) if about else None)
    if words.unsure.first(line) or not (remedy or always):
        return
    end = remedy.end if remedy and not always and not words.verb_first else 0
    effect = next((one for one in words.effects.found(line) if one.start >= end), None)
    if effect:
        start = min(remedy.start, effect.start) if remedy else effect.start
        end = max(effect.end, remedy.end if remedy else 0)
        yield Found("remedy", line[start:end], start, end)


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
