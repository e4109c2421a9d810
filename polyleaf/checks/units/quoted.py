"""The quoted passages of a text, in whatever marks: what opens one in Berlin closes it in Paris."""

from __future__ import annotations

from dataclasses import dataclass

from ...typography.stream import OBJECT

PAIRS = frozenset(
    [
        *("“”", "„“", "„”", "””", "”“", "«»", "»«", "»»", "‹›", "›‹", "››"),
        *("‘’", "‚‘", "‚’", "’’", "’‘", "״״", "׳׳", '""', "''", "`'", "＂＂"),
        *("「」", "『』", "《》", "〈〉", "【】", "〝〟", "﹁﹂", "﹃﹄"),
    ]
)
OPENERS = {pair[0] for pair in PAIRS}
MARKS = frozenset("".join(PAIRS))
DIRECTED = frozenset("„‚「『《〈【〝﹁﹃")  # they open and nothing else
APOSTROPHES = frozenset("'’‘׳`")  # alone they are no quotation marks
HEBREW = frozenset('"״”')  # inside an abbreviation: ד"ר
PRIMES = frozenset("\"'”’״")  # after a number: feet and inches, minutes and seconds


@dataclass(frozen=True, slots=True)
class Quoted:
    """`outer` are the pairs of passages that stand in no other; `lone` marks have no partner."""

    outer: tuple[str, ...]
    passages: int
    filled: int  # of these, those that are no more than a placeholder
    lone: tuple[str, ...]


def quoted(text: str) -> Quoted:
    open_at: list[int] = []
    outer: list[str] = []
    inside: list[str] = []
    lone: list[str] = []
    for at, mark in enumerate(text):
        if mark not in MARKS or _is_in_word(text, at):
            continue
        pairing = [i for i, opened in enumerate(open_at) if text[opened] + mark in PAIRS]
        if pairing and _may_close(text, at):
            depth = pairing[-1]
            lone += [text[i] for i in open_at[depth + 1 :]]
            inside.append(text[open_at[depth] + 1 : at])
            if all(text[i] in APOSTROPHES for i in open_at[:depth]):
                outer.append(text[open_at[depth]] + mark)
            del open_at[depth:]
        elif mark in OPENERS and _may_open(text, at):
            open_at.append(at)
        elif not _is_prime(text, at):
            lone.append(mark)
    lone += [text[i] for i in open_at]
    filled = sum(words.strip() == OBJECT for words in inside)
    return Quoted(tuple(outer), len(inside), filled, tuple(m for m in lone if m not in APOSTROPHES))


def _is_prime(text: str, at: int) -> bool:
    return text[at] in PRIMES and text[at - 1 : at].isdigit()


def _is_in_word(text: str, at: int) -> bool:
    """l’eau, ד"ר: letters on both sides, of one word."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in APOSTROPHES:
        parts = (before, after)
        return all(c.isalnum() or c == OBJECT for c in parts) and not any(map(_is_han, parts))
    return text[at] in HEBREW and all("א" <= c <= "ת" for c in (before, after))


def _is_han(character: str) -> bool:
    """Whether it needs no space beside it (Han, kana)."""
    return "\u3040" <= character <= "\u9fff"


def _may_close(text: str, at: int) -> bool:
    """A mark that closes has something before it, or the French space."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if text[at] in APOSTROPHES:
        return not before.isspace() and (not after.isalnum() or _is_han(after))
    if before.isspace():
        return text[at] in "»›" or not after.isalnum()
    return True


def _may_open(text: str, at: int) -> bool:
    """A mark that opens has something after it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in DIRECTED:
        return True
    if not after or (text[at] in "\"'" and after.isspace()):
        return False
    if text[at] in APOSTROPHES:
        free = not before.isalnum() or _is_han(before) or _is_han(after)
        return free and (not before.strip() or after not in ".,;:!?)")
    return not _is_prime(text, at)
