"""The running text of a leaflet as sentences, each with its words and its place.

Headings, labels, names, cells of tables and items that are no sentences, or only go on with one,
are not read: formulas of readability are for running text (DuBay, The principles of readability,
2004).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ... import typography
from ...model.findings import Where
from ...model.leaflet import Leaflet, Text
from ...model.sheet import Language
from ...model.walk import texts
from .sentences import sentences

# What is read from beginning to end, and what is done or chosen one by one.
CONTINUOUS = frozenset(("key-point", "paragraph", "callout", "term-text"))
ONE_BY_ONE = frozenset(
    ("list-item", "step", "benefit", "risk", "unknown", "zone-sign", "zone-action")
)
FINAL = re.compile(r"[.!?…।॥؟۔።။។。！？][\W_]*$")
EDGES = re.compile(r"^[\W_]+|[^\w\u0300-\u036f\u0900-\u0dff\u064b-\u0652]+$")  # of a word
SHOWN = 60  # characters of a sentence that a finding quotes


@dataclass(frozen=True, slots=True)
class ProseSentence:
    """`words` are without marks, citations and placeholders."""

    text: Text
    said: str
    words: tuple[str, ...]

    @property
    def role(self) -> str:
        return self.text.context.rpartition("/")[2]

    @property
    def continuous(self) -> bool:
        """Whether it is part of a text that is read from beginning to end."""
        return self.role in CONTINUOUS

    @property
    def question(self) -> bool:
        return bool(re.search(r"[?？؟][\W_]*$", self.said))


@lru_cache(maxsize=8)
def prose(leaflet: Leaflet, language: Language) -> tuple[ProseSentence, ...]:
    """All sentences, in the order of the page; texts in another language are left out."""
    return tuple(_prose(texts(leaflet), language))


def named(those: Iterable[ProseSentence]) -> str:
    """Sentences as a hint names them: file:line "the beginning of it"."""
    return "; ".join(f"{_line(each.text.where)} “{shown(each.said)}”" for each in those)


def shown(said: str) -> str:
    """The beginning of a text, cut between two words if it has any."""
    said = " ".join(said.split())
    if len(said) <= SHOWN:
        return said
    whole = said[:SHOWN].rpartition(" ")[0]
    return f"{(whole if len(whole) > SHOWN / 2 else said[: SHOWN - 1]).rstrip()}…"


def words_of(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text, with a hyphen or an apostrophe inside as one."""
    parts = text.split() if language.spaced else typography.split_words(text, language)
    stripped = (EDGES.sub("", part) for part in parts)
    return tuple(word for word in stripped if any(map(str.isalnum, word)))


def _prose(those: Iterable[Text], language: Language) -> Iterator[ProseSentence]:
    for text in those:
        role = text.context.rpartition("/")[2]
        if text.untranslated or role not in CONTINUOUS | ONE_BY_ONE:
            continue
        for sentence in sentences(text.value):
            if FINAL.search(sentence.text.rstrip()) and not _goes_on(sentence.text):
                yield ProseSentence(text, sentence.text.strip(), words_of(sentence.text, language))


def _goes_on(sentence: str) -> bool:
    """Whether it begins with a small letter: the end of a line that is broken, or of "look for"."""
    return next((c.islower() for c in sentence if c.isalpha()), False)


def _line(where: Where) -> str:
    return f"{where.path}:{where.line}"
