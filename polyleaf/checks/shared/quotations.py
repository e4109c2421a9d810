"""The quotations of a text, in whatever marks: “ closes one in Berlin and opens one in London."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...languages import scripts
from ...typography.line import OBJECT

PAIRS = frozenset(
    [
        *("“”", "„“", "„”", "””", "”“", "«»", "»«", "»»", "‹›", "›‹", "››"),
        *("‘’", "‚‘", "‚’", "’’", "’‘", "״״", "׳׳", '""', "''", "`'", "＂＂"),
        *("「」", "『』", "《》", "〈〉", "【】", "〝〟", "﹁﹂", "﹃﹄"),
    ]
)
OPENERS = {pair[0] for pair in PAIRS}
MARKS = frozenset("".join(PAIRS))
APOSTROPHES = frozenset("'’‘׳`")  # alone they are no quotation marks
GERSHAYIM = frozenset('"״”')  # inside a Hebrew abbreviation: ד"ר
HEBREW_ENDING = re.compile(r"(?:ים|ות)?(?!\w)")  # דוא"לים
WITH_APOSTROPHES = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Hebr", *scripts.SHARED))
DEEPEST = 20  # more marks that are open at once are typing errors
PRIMES = frozenset("\"'”’״")  # after a number: feet and inches, minutes and seconds


@dataclass(frozen=True, slots=True)
class Quotations:
    """`outer` are the passages, marks included, that stand in no other; `lone` are single marks."""

    outer: tuple[str, ...]
    passages: int
    filled: int  # of these, those that are no more than a placeholder
    lone: tuple[str, ...]


def quotations(text: str) -> Quotations:
    open_at: list[int] = []
    outer: list[str] = []
    inside: list[str] = []
    lone: list[str] = []
    for at, mark in enumerate(text):
        if mark not in MARKS or _is_in_word(text, at):
            continue
        pairing = [i for i, opened in enumerate(open_at) if text[opened] + mark in PAIRS]
        if pairing:
            depth = pairing[-1]
            lone += [text[i] for i in open_at[depth + 1 :]]
            inside.append(text[open_at[depth] + 1 : at])
            if all(text[i] in APOSTROPHES for i in open_at[:depth]):
                outer.append(text[open_at[depth] : at + 1])
            del open_at[depth:]
        elif mark in OPENERS and _may_open(text, at):
            open_at.append(at)
            if len(open_at) > DEEPEST:
                lone.append(text[open_at.pop(0)])
        elif not _is_prime(text, at):
            lone.append(mark)
    lone += [text[i] for i in open_at]
    filled = sum(words.strip() == OBJECT for words in inside)
    return Quotations(
        tuple(outer), len(inside), filled, tuple(m for m in lone if m not in APOSTROPHES)
    )


def _is_prime(text: str, at: int) -> bool:
    return text[at] in PRIMES and text[at - 1 : at].isdigit()


def _is_in_word(text: str, at: int) -> bool:
    """l’eau, ד"ר: an apostrophe between letters, and gershayim before the last one."""
    before, after = _neighbours(text, at)
    if text[at] in APOSTROPHES:
        return all(c == OBJECT or _is_of_word(c) for c in (before, after))
    hebrew = all("א" <= c <= "ת" for c in (before, after))
    return text[at] in GERSHAYIM and hebrew and HEBREW_ENDING.match(text, at + 2) is not None


def _is_of_word(character: str) -> bool:
    """Whether it is a letter or a digit: between two of them a mark is an apostrophe."""
    return character.isalnum() and scripts.of(character) in WITH_APOSTROPHES


def _neighbours(text: str, at: int) -> tuple[str, str]:
    return (text[at - 1] if at else "", text[at + 1 : at + 2])


def _may_open(text: str, at: int) -> bool:
    """An apostrophe after a letter and inches after a number open nothing."""
    if text[at] in APOSTROPHES and _is_of_word(_neighbours(text, at)[0]):
        return False
    return not _is_prime(text, at)
