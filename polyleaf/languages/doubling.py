"""Which words of a language may stand twice in a row."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..model.sheet import Language


@cache
def may_double(word: str, language: Language) -> bool:
    """Whether the word beside itself may be meant."""
    table, tag = _table(), language.tag.partition("-")[0]
    folded = word.casefold()
    if tag in table["reduplicating"].split():
        return folded not in table["never"].get(tag, "").split()
    return folded in table["grammar"].get(tag, "").split()


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "doubling.toml").read_text("utf-8"))
