"""What a text and its translation share: numbers, names, addresses, words listed by meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ... import languages
from ...checks.shared.amounts.amount_reader import read
from ...checks.shared.contacts import contacts
from ...checks.shared.english import words_only
from ...checks.shared.naming import Rows
from ...model.sheet import Language

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{3,}")
NAME = re.compile(r"[A-Z]{2,}[a-z]?|[A-Z][a-z]*\d+")  # UV, SPF, B12
BEGINNING = 5  # letters by which two words of Latin script are the same: rosac-ea, rosác-ea
DIGITS_OF_PHONE = 9
ASKS = re.compile(r"[?？؟፧]\s*[\"»”’]*\s*$")
PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")
CITED = re.compile(r"\\?\[(?:@[^\]]*|\d[\d,;–\- ]*\\?)\]")


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """`needed` are features that its translation must have; `length` is in letters."""

    length: int
    all: frozenset[str]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class FeatureReader:
    """For texts of one language: its glossary's terms and the values of placeholders."""

    language: Language
    terms: Rows
    values: dict[str, str]

    def read(self, text: str) -> TextFeatures:
        return _read(self, text)

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=8192)
def _read(reader: FeatureReader, text: str) -> TextFeatures:
    filled = PLACEHOLDER.sub(lambda found: reader.values.get(found[1], ""), CITED.sub(" ", text))
    found = contacts(filled)
    scaled = languages.number_words(reader.language).known
    amounts = read(found.rest, reader.language, scaled)
    numbers = {f"number {v}" for one in amounts.quantities for v in one.values}
    needed = {
        *numbers,
        *(f"telephone {digits[-DIGITS_OF_PHONE:]}" for digits in found.telephones),
    }
    addresses = (f"address {address}" for address in found.addresses)
    spelled = (f"number {value}" for mention in amounts.mentions for value in mention)
    words = words_only(found.rest)
    asks = ("asks",) if ASKS.search(words) else ()
    more = (*addresses, *spelled, *_names(words), *_listed(reader, words), *asks)
    letters = sum(unicodedata.category(c)[0] in "LMN" for c in words)
    return TextFeatures(max(letters, 1), frozenset((*needed, *more)), frozenset(needed))


def _names(text: str) -> Iterator[str]:
    """Words in Latin script by their beginning: names, and in many languages the terms."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn"
    )
    for word in LATIN.findall(bare):
        yield f"word {word[:BEGINNING].casefold()}"
    for name in NAME.findall(bare):
        yield f"name {name}"


def _listed(reader: FeatureReader, text: str) -> Iterator[str]:
    lexicon = languages.lexicon(reader.language)
    for hit in lexicon.hits(text):
        if not hit.near:
            yield f"{hit.kind} {hit.meaning}"
    for term, row in reader.terms:
        if any(True for _ in lexicon.places(text, row)):
            yield f"term {term}"


def joined(those: Sequence[TextFeatures]) -> TextFeatures:
    """Of texts that stand one after another."""
    return TextFeatures(
        sum(each.length for each in those),
        frozenset().union(*(each.all for each in those)),
        frozenset().union(*(each.needed for each in those)),
    )
