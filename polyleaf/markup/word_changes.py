"""Two texts → the words that were kept, deleted and inserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal


@dataclass(frozen=True, slots=True)
class WordChange:
    """Neighbouring words that were all kept, all deleted or all inserted."""

    kind: Literal["kept", "deleted", "inserted"]
    text: str


def between(old: Sequence[str], new: Sequence[str]) -> tuple[WordChange, ...]:
    """Compare old and new words, without the white space at their ends.

    Deleted words come before the words inserted in their place.
    """
    runs = groupby(_word_changes(old, new), key=lambda change: change.kind)
    return tuple(WordChange(kind, "".join(change.text for change in run)) for kind, run in runs)


def _word_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[WordChange]:
    before, after = ([word.strip() for word in words] for words in (old, new))
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (WordChange("kept", word) for word in new[k:m])
        else:
            yield from (WordChange("deleted", word) for word in old[i:j])
            yield from (WordChange("inserted", word) for word in new[k:m])
