"""Which quotation marks a language uses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..model.sheet import Language

Quotes = tuple[str, str, str, str]  # outer and inner, each opening and closing


def marks(tag: str) -> Quotes:
    """Those of the longest beginning of the tag that has some, else those of English."""
    return next((_table()[part] for part in _shorter(tag) if part in _table()), _table()["en"])


@cache
def quote_pairs(language: Language) -> frozenset[str]:
    """The pairs of curved marks that a language may open and close a quotation with."""
    outer, outer_end, inner, inner_end = language.quotes
    besides = _file()["besides"]
    more = (pair for tag in _shorter(language.tag) for pair in besides.get(tag, "").split())
    return frozenset({outer + outer_end, inner + inner_end, *more})


def _shorter(tag: str) -> Iterator[str]:
    parts = tag.split("-")
    return ("-".join(parts[:end]) for end in range(len(parts), 0, -1))


@lru_cache(maxsize=1)
def _table() -> dict[str, Quotes]:
    rows = _file()["marks"]
    return {tag: tuple(row["quotes"]) for row in rows for tag in row["languages"].split()}


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "quotes.toml").read_text("utf-8"))
