"""Plain words that are English only."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "english_words.txt"


@cache
def english_words() -> frozenset[str]:
    lines = FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
