"""Where a language puts what belongs to a thing, and the words that tie it (`word_order.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..model.sheet import Language
from .forms import ListedForm, forms, separate
from .tables import table


@dataclass(frozen=True, slots=True)
class SourceWords:
    """English words between two things: see the table."""

    turns: frozenset[str]
    clauses: frozenset[str]
    ties: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordOrder:
    """`before`: what belongs to a thing stands before it; `links` are rows of words."""

    before: bool
    free: bool  # what is acted upon may stand before who acts
    behind: bool
    kinds_behind: frozenset[str]
    links: frozenset[str]
    participles: tuple[ListedForm, ...]  # before the one that acts, behind what is acted upon
    correlatives: tuple[ListedForm, ...]  # before the one that acts, what is acted upon behind it

    def stands_behind(self, kind: str) -> bool:
        """Whether a marker of this kind stands behind its thing."""
        return self.behind or kind in self.kinds_behind

    def acts_behind(self, word: str, *, first: bool) -> bool:
        """Whether what stands behind this word acts; `first` if it is before what it acts upon."""
        found = self.correlatives if first else self.participles
        return any(form.first.fits(word) for form in found)


@cache
def source_words() -> SourceWords:
    row = table("word_order")["source"]
    return SourceWords(*(frozenset(row[name].split()) for name in SourceWords.__slots__))


@cache
def word_order(language: Language) -> WordOrder:
    rows, tag = table("word_order"), language.tag.partition("-")[0]
    links = (" ".join(separate(link).split()) for link in rows["links"].get(tag, "").split("|"))
    return WordOrder(
        tag in rows["before"]["tags"].split(),
        tag in rows["before"]["free"].split(),
        tag in rows["behind"]["tags"].split(),
        frozenset(rows["behind"]["kinds"].get(tag, "").split()),
        frozenset(filter(None, links)),
        *(tuple(forms(rows[key].get(tag, ""))) for key in ("participles", "correlatives")),
    )
