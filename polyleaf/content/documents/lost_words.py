"""Which texts of a file are not in the YAML that was made of it: they end it as comments."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import yaml

from .html_lines import NUMBERED
from .inline_text import EMPHASIZED

# Runs of letters and digits, and signs without which an amount is another one.
WORD = re.compile(r"[^\W_]+|[<>=%°±×÷£€$≤≥]")
OURS = ("kind", "id", "tone", "image", "level", "published", "review_by", "funding")  # keys
TO_ADD = re.compile(r"(?<!\\)\[add [^]]*\]")  # of ours; those of a file have backslashes
# What comments quote of the file.
COMMENT = re.compile(r"^ *# (?:look: [^:\n]*| +(?:alt|caption)): (.*)$", re.MULTILINE)


class FileText(NamedTuple):
    """A text of a file, and where it stands if that is not its body: header, comment …"""

    text: str
    place: str = ""


def words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold())


def _ours(text: str) -> str:
    """A text of a leaflet without what is to be added, and without signs of ours in a word."""
    return EMPHASIZED.sub("", TO_ADD.sub(" ", text))


def lost(texts: Iterable[FileText], made: str, lines: Iterable[str]) -> Iterator[FileText]:
    """The texts with a word that the leaflet lacks, or has too seldom.

    `made` is its YAML, `lines` are those that became keys.
    """
    value = yaml.safe_load(made)
    said = [*_said(value), *map(_ours, COMMENT.findall(made)), *lines]
    there = Counter(words("\n".join(said)))
    whole = Counter(tuple(words(text)) for text in said)
    numbered = {tuple(words(text)) for text in _numbered(value)}
    rest: list[tuple[FileText, Counter[str]]] = []
    # Texts that stand as they are come first, and those of the body: no other has their words.
    for text in sorted(texts, key=lambda each: bool(each.place)):
        found = words(text.text)
        number = NUMBERED.match(text.text.lstrip())
        if number and tuple(words(text.text.lstrip()[number.end() :])) in numbered:
            found = found[1:]  # sheets print the number
        if whole[tuple(found)] > 0:
            whole[tuple(found)] -= 1
            there -= Counter(found)
        else:
            rest.append((text, Counter(found)))
    for text, needed in rest:
        if any(there[word] < count for word, count in needed.items()):
            yield FileText(" ".join(text.text.split()), text.place)
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
        yield _ours(str(value))


def _numbered(value: object) -> Iterator[str]:
    """Steps and sources, which sheets number."""
    if isinstance(value, list):
        for each in value:
            yield from _numbered(each)
    elif isinstance(value, dict):
        for name, below in value.items():
            yield from map(str, {"steps": below, "cite": [below]}.get(name, ()))
            yield from _numbered(below)


def as_comments(texts: Iterable[FileText]) -> str:
    """The end of a file that says them."""
    lines = [f"#   {f'({each.place}) ' if each.place else ''}{each.text}" for each in texts]
    return "\n".join(("", "# look: not taken over from the file:", *lines, "")) if lines else ""
