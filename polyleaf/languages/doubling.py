"""Which words of a language may appear twice in a row."""

from __future__ import annotations

from functools import cache

from ..model.sheet import Language
from .tables import table


@cache
def may_double(word: str, language: Language) -> bool:
    """Whether the word may be repeated on purpose."""
    rows, tag = table("doubling"), language.tag.partition("-")[0]
    folded = word.casefold()
    if tag in rows["reduplicating"].split():
        return folded not in rows["never"].get(tag, "").split()
    return folded in rows["grammar"].get(tag, "").split()
