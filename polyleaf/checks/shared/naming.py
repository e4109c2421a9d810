"""The things that a sentence names once: people, parts of the body, treatments, terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ... import languages
from ...model.sheet import Language
from ...model.unit import GlossaryTerm
from .amounts.european_digits import european
from .sentences import Sentence

KINDS = frozenset({"nouns", "people", "things", "body", "signs", "places"})
NO_THING = frozenset({"we", "left", "right"})


Rows = tuple[tuple[str, str], ...]  # (term, its forms)


class Named(NamedTuple):
    """Where it stands in the line of a sentence, and how the text calls it."""

    start: int
    end: int
    shown: str


@lru_cache(maxsize=8192)
def every_name(sentence: Sentence, language: Language, glossary: Rows) -> frozenset[str]:
    """The things that a sentence names, once or more."""
    found = (*_listed(sentence, language), *_terms(sentence, language, glossary))
    return frozenset(name for name, _, _ in found)


@lru_cache(maxsize=8192)  # a source is the same for every language
def named(sentence: Sentence, language: Language, glossary: Rows) -> Mapping[str, Named]:
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for name, start, end in (*_listed(sentence, language), *_terms(sentence, language, glossary)):
        found[name].add((start, end))
    line = languages.lexicon(language).line(sentence.text)
    gap = " " if language.spaced else ""
    once = {name: next(iter(those)) for name, those in found.items() if len(those) == 1}
    return {name: Named(at, end, gap.join(line[at:end])) for name, (at, end) in once.items()}


@lru_cache(maxsize=8192)
def also_named(sentence: Sentence, language: Language) -> Mapping[str, Named]:
    """Other listed words and numbers that stand in a sentence once: how many, when, how surely."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for hit in languages.lexicon(language).hits(sentence.text):
        if hit.kind not in KINDS and not hit.near:
            found[f"{hit.kind} {hit.meaning}"].append(Named(hit.start, hit.end, hit.shown))
    for at, word in enumerate(languages.lexicon(language).line(sentence.text)):
        if language.spaced and word.isdecimal():
            found[european(word)].append(Named(at, at + 1, word))
    return {name: those[0] for name, those in found.items() if len(those) == 1}


def _listed(sentence: Sentence, language: Language) -> Iterator[tuple[str, int, int]]:
    for hit in languages.lexicon(language).hits(sentence.text):
        if hit.kind in KINDS and hit.meaning not in NO_THING and not hit.near:
            yield f"{hit.kind} {hit.meaning}", hit.start, hit.end


def _terms(
    sentence: Sentence, language: Language, glossary: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, int, int]]:
    lexicon = languages.lexicon(language)
    for term, row in glossary:
        for start, end in lexicon.places(sentence.text, row):
            yield term, start, end


def rows(
    glossary: Sequence[GlossaryTerm],
) -> tuple[Rows, Rows]:
    """(term, its forms) in the source language, and the same in the translation's."""
    ours = tuple((term.term, f"{term.term} | {term.term}s") for term in glossary)
    return ours, tuple((term.term, " | ".join(term.forms)) for term in glossary)
