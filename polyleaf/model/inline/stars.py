"""Runs of `*`: which open and which close an emphasis, and with which partner.

CommonMark 0.31.2, 6.2 "Emphasis and strong emphasis", with one more rule: beside a letter of a
script without capitals a run may open before a punctuation mark, and close behind one. There words
have no spaces (`**50%**的人`), or prefixes are joined to them (`و**«السكر»**`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

WITHOUT_CAPITALS = ("Lo", "Lm", "Mn", "Mc")


@dataclass(slots=True)
class Stars:
    """A run of `length` stars, of which `left` have no partner.

    `closed` and `opened` have the lengths of the emphases that it ends and begins, innermost first.
    """

    length: int
    opens: bool
    closes: bool
    left: int
    closed: list[int] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)


def run(value: str, start: int, end: int) -> Stars:
    """The run of stars at `value[start:end]`, not yet paired."""
    before = value[start - 1] if start else " "
    after = value[end] if end < len(value) else " "
    opens = not _is_space(after) and (
        not _is_punctuation(after) or _may_precede(before) or _has_no_capital(before)
    )
    closes = not _is_space(before) and (
        not _is_punctuation(before) or _may_precede(after) or _has_no_capital(after)
    )
    return Stars(end - start, opens, closes, end - start)


def pair(runs: list[Stars]) -> None:
    """Pair the runs of a text, or of a link's words: the procedure `process emphasis`."""
    openers: list[tuple[int, Stars]] = []
    floors: dict[tuple[bool, int], int] = {}  # no partner before this run, by kind of closer
    for number, closer in enumerate(runs):
        kind = (closer.opens, closer.length % 3)
        while closer.closes and closer.left:
            at = len(openers) - 1
            floor = floors.get(kind, 0)
            while at >= 0 and openers[at][0] >= floor and not _fit(openers[at][1], closer):
                at -= 1
            if at < 0 or openers[at][0] < floor:
                floors[kind] = number
                break
            del openers[at + 1 :]
            _join(openers[at][1], closer)
            if not openers[at][1].left:
                openers.pop()
        if closer.opens and closer.left:
            openers.append((number, closer))


def _fit(opener: Stars, closer: Stars) -> bool:
    """Rules 9 and 10: a run that could do both has no partner if their sum is a multiple of 3."""
    if not (closer.opens or opener.closes):
        return True
    return (opener.length + closer.length) % 3 != 0 or closer.length % 3 == 0


def _join(opener: Stars, closer: Stars) -> None:
    length = 2 if opener.left >= 2 and closer.left >= 2 else 1
    opener.left -= length
    closer.left -= length
    opener.opened.append(length)
    closer.closed.append(length)


def _may_precede(character: str) -> bool:
    return _is_space(character) or _is_punctuation(character)


def _is_space(character: str) -> bool:
    return character in "\t\n\f\r" or unicodedata.category(character) == "Zs"


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _has_no_capital(character: str) -> bool:
    return unicodedata.category(character) in WITHOUT_CAPITALS
