"""Which quotation marks a language uses."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

Quotes = tuple[str, str, str, str]  # outer and inner, each opening and closing


def marks(tag: str) -> Quotes:
    """Those of the longest beginning of the tag that has some, else those of English."""
    parts = tag.split("-")
    shorter = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((_table()[part] for part in shorter if part in _table()), _table()["en"])


@lru_cache(maxsize=1)
def _table() -> dict[str, Quotes]:
    rows = tomllib.loads((Path(__file__).parent / "quotes.toml").read_text("utf-8"))["marks"]
    return {tag: tuple(row["quotes"]) for row in rows for tag in row["languages"].split()}
