"""Which texts of a file are not in the YAML that was made of it: they end it as comments."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Runs of letters and digits, whatever stands between them."""
    return WORD.findall(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold())


def lost(texts: Iterable[str], made: str) -> Iterator[str]:
    """The texts with a word that `made` lacks, or has too seldom."""
    there = Counter(words(made))
    for text in texts:
        needed = Counter(words(text))
        if any(there[word] < number for word, number in needed.items()):
            yield " ".join(text.split())
        there -= needed  # what it has is not counted for another text


def as_comments(texts: Iterable[str]) -> str:
    """The end of a file that says them."""
    lines = [f"#   {text}" for text in texts]
    return "\n".join(("", "# look: not taken over from the file:", *lines, "")) if lines else ""
