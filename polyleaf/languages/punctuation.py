"""The marks that end and divide a language's sentences, and its quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..model.sheet import Language
from .tables import shorter_tags, table

Quotes = tuple[str, str, str, str]  # outer and inner, each opening and closing
KINDS = ("stop", "question", "exclamation", "colon", "semicolon", "comma", "ellipsis")
# Marks with another meaning in other languages: a raised dot divides Catalan l·l and Chinese
# names, a hyphen joins words, the Ethiopic wordspace is a space.
AMBIGUOUS = frozenset("·\u0387-․՛፡")


@dataclass(frozen=True, slots=True)
class Punctuation:
    """The marks of one language by their kind; the first of each kind is the preferred one."""

    marks: dict[str, tuple[str, ...]]
    bare: frozenset[str]  # endings that need no mark
    inside: frozenset[str]  # kinds whose mark goes inside a word
    foreign: dict[str, str]  # a mark of other languages only → this language's own mark

    def kinds(self, mark: str) -> frozenset[str]:
        """The mark's kinds in this language; in others if this one does not have it."""
        own = frozenset(kind for kind, marks in self.marks.items() if mark in marks)
        return own or _everywhere().get(mark, frozenset())


@cache
def punctuation(language: Language) -> Punctuation:
    """The marks of its script, overridden by those of its tag and of shorter tags."""
    rows = table("punctuation")
    found: dict[str, str] = rows["common"] | rows["script"].get(language.script, {})
    for tag in reversed(shorter_tags(language.tag)):
        found |= rows["language"].get(tag, {})
    bare, inside = (frozenset(found.get(key, "").split()) for key in ("bare", "inside"))
    marks = {kind: tuple(found[kind].split()) for kind in KINDS}
    return Punctuation(marks, bare, inside, _foreign(marks))


def quotation_marks(tag: str) -> Quotes:
    """The marks of the longest beginning of the tag that has any, else those of English."""
    rows = _quotation_marks()
    return next(rows[part] for part in (*shorter_tags(tag), "en") if part in rows)


@cache
def quote_pairs(language: Language) -> frozenset[str]:
    """The pairs of curved marks that may open and close a quotation in the language."""
    outer, outer_end, inner, inner_end = language.quotes
    others = table("quotes")["besides"]
    more = (pair for tag in shorter_tags(language.tag) for pair in others.get(tag, "").split())
    return frozenset({outer + outer_end, inner + inner_end, *more})


@cache
def _quotation_marks() -> dict[str, Quotes]:
    rows = table("quotes")["marks"]
    return {tag: tuple(row["quotes"]) for row in rows for tag in row["languages"].split()}


def _foreign(marks: dict[str, tuple[str, ...]]) -> dict[str, str]:
    own = {mark for kind in KINDS for mark in marks[kind]}
    kinds = {mark: kinds for mark, kinds in _everywhere().items() if mark not in own}
    return {
        mark: next(marks[kind][0] for kind in KINDS if kind in does) for mark, does in kinds.items()
    }


@cache
def _everywhere() -> dict[str, frozenset[str]]:
    """Mark → its kinds; the common set comes first, so that `;` is not a question mark."""
    rows = table("punctuation")
    found: dict[str, frozenset[str]] = {}
    for row in (rows["common"], *rows["script"].values(), *rows["language"].values()):
        own: dict[str, frozenset[str]] = {}
        for kind in KINDS:
            for mark in row.get(kind, "").split():
                own[mark] = own.get(mark, frozenset()) | {kind}
        found |= {m: kinds for m, kinds in own.items() if m not in found and m not in AMBIGUOUS}
    return found
