"""Past participles of English that do not end in -ed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "participles.txt"


@cache
def participles() -> frozenset[str]:
    lines = FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
