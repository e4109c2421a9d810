"""Which texts of a file are not in the YAML that was made of it: they end it as comments."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import yaml

# Runs of letters and digits, and signs without which an amount is another one.
WORD = re.compile(r"[^\W_]+|[<>=%°±×÷£€$≤≥]")
OURS = ("kind", "id", "tone", "image", "level", "published", "review_by", "funding")  # keys
TO_ADD = re.compile(r"\[add [^]]*\]")
COMMENT = re.compile(r"^ *# look: [^:]*: (.*)$", re.MULTILINE)  # what it quotes of the file


def words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold())


def lost(texts: Iterable[str], made: str) -> Iterator[str]:
    """The texts with a word that the leaflet lacks, or has too seldom; `made` is its YAML."""
    there = Counter(words("\n".join([*_said(yaml.safe_load(made)), *COMMENT.findall(made)])))
    for text in texts:
        needed = Counter(words(text))
        if any(there[word] < number for word, number in needed.items()):
            yield " ".join(text.split())
        there -= needed  # what it has is not counted for another text


def _said(value: object, key: str = "") -> Iterator[str]:
    """What was taken from the file: no keys, no words of ours."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _said(below, str(name))
    elif isinstance(value, list):
        for each in value:
            yield from _said(each, key)
    elif key not in OURS:
        yield TO_ADD.sub(" ", str(value))


def as_comments(texts: Iterable[str]) -> str:
    """The end of a file that says them."""
    lines = [f"#   {text}" for text in texts]
    return "\n".join(("", "# look: not taken over from the file:", *lines, "")) if lines else ""
