"""Which marks end a language's sentences, and part them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..model.sheet import Language

KINDS = ("stop", "question", "exclamation", "colon", "semicolon", "comma", "ellipsis")
# Marks that mean something else in other languages: a raised dot parts Catalan l·l and Chinese
# names, a hyphen joins, the wordspace of Ethiopic is one.
ELSEWHERE_NOT = frozenset("·\u0387-․՛፡")


@dataclass(frozen=True, slots=True)
class Punctuation:
    """The marks of one language by what they do; of each kind the first is the one to write."""

    marks: dict[str, tuple[str, ...]]
    bare: frozenset[str]  # endings that need no mark
    inside: frozenset[str]  # kinds whose mark stands inside a word
    foreign: dict[str, str]  # a mark that only others write → what the language writes for it

    def kinds(self, mark: str) -> frozenset[str]:
        """What the mark does here; what it does elsewhere if it is no mark of the language."""
        own = frozenset(kind for kind, marks in self.marks.items() if mark in marks)
        return own or _everywhere().get(mark, frozenset())


@cache
def punctuation(language: Language) -> Punctuation:
    """That of its script with what its tag, or a shorter one, has of its own."""
    table = _table()
    parts = language.tag.split("-")
    tags = ["-".join(parts[:end]) for end in range(1, len(parts) + 1)]
    rows = [table["script"].get(language.script, {})]
    rows += [table["language"].get(tag, {}) for tag in tags]
    told: dict[str, str] = {**table["common"]}
    for row in rows:
        told |= row
    bare, inside = (frozenset(told.pop(key, "").split()) for key in ("bare", "inside"))
    marks = {kind: tuple(told[kind].split()) for kind in KINDS}
    return Punctuation(marks, bare, inside, _foreign(marks))


def _foreign(marks: dict[str, tuple[str, ...]]) -> dict[str, str]:
    own = {mark for kind in KINDS for mark in marks[kind]}
    kinds = {mark: kinds for mark, kinds in _everywhere().items() if mark not in own}
    return {
        mark: next(marks[kind][0] for kind in KINDS if kind in does) for mark, does in kinds.items()
    }


@lru_cache(maxsize=1)
def _everywhere() -> dict[str, frozenset[str]]:
    """Mark → its kinds; in the commonest set first, so that `;` is no question."""
    table = _table()
    found: dict[str, frozenset[str]] = {}
    for row in (table["common"], *table["script"].values(), *table["language"].values()):
        own: dict[str, frozenset[str]] = {}
        for kind in KINDS:
            for mark in row.get(kind, "").split():
                own[mark] = own.get(mark, frozenset()) | {kind}
        found |= {m: kinds for m, kinds in own.items() if m not in found and m not in ELSEWHERE_NOT}
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    path = Path(__file__).parent / "punctuation.toml"
    return tomllib.loads(path.read_text("utf-8"))
