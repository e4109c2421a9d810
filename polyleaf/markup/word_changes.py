"""What became of a text, word by word: kept, deleted, inserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

WordFate = Literal["kept", "deleted", "inserted"]


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words in a row that had one fate."""

    kind: WordFate
    text: str


def between(old: Sequence[str], new: Sequence[str]) -> tuple[WordChange, ...]:
    """The way from the old words to the new ones; white space at their ends does not count.

    What is deleted stands before what is inserted in its place.
    """
    runs = groupby(_fates(old, new), key=lambda change: change.kind)
    return tuple(WordChange(kind, "".join(change.text for change in run)) for kind, run in runs)


def _fates(old: Sequence[str], new: Sequence[str]) -> Iterator[WordChange]:
    was, is_now = ([word.strip() for word in words] for words in (old, new))
    for kind, i, j, k, m in SequenceMatcher(None, was, is_now, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (WordChange("kept", word) for word in new[k:m])
        else:
            yield from (WordChange("deleted", word) for word in old[i:j])
            yield from (WordChange("inserted", word) for word in new[k:m])
