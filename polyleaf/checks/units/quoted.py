"""The quoted passages of a text, in whatever marks: what opens one in Sweden closes it in London."""

from __future__ import annotations

from dataclasses import dataclass

from ...typography.stream import OBJECT

PAIRS = frozenset(
    [
        "“”",
        "„“",
        "„”",
        "””",
        "”“",
        "“„",
        "«»",
        "»«",
        "»»",
        "‹›",
        "›‹",
        "››",
        "‘’",
        "‚‘",
        "‚’",
        "’’",
        "’‘",
        "「」",
        "『』",
        "《》",
        "〈〉",
        "【】",
        "〝〟",
        "﹁﹂",
        "﹃﹄",
        "״״",
        "׳׳",
        '""',
        "''",
        "＂＂",
    ]
)
OPENERS = {pair[0] for pair in PAIRS}
CLOSERS = {pair[1] for pair in PAIRS}
DIRECTED = frozenset("„‚「『《〈【〝﹁﹃")  # they open and nothing else
APOSTROPHES = frozenset("'’‘׳")
IN_WORDS = APOSTROPHES | frozenset('"״”')  # of an apostrophe or a Hebrew abbreviation (ד"ר)
PRIMES = frozenset("\"'”’״")  # after a number: feet and inches, minutes and seconds


@dataclass(frozen=True, slots=True)
class Quoted:
    """`outer` are the pairs of passages that stand in no other one; `lone` marks have no partner."""

    outer: tuple[str, ...]
    passages: int
    lone: tuple[str, ...]


def quoted(text: str) -> Quoted:
    """Single marks that have no partner are apostrophes."""
    stack: list[str] = []
    outer: list[str] = []
    lone: list[str] = []
    passages = 0
    for at, mark in enumerate(text):
        if mark not in OPENERS | CLOSERS or _is_in_word(text, at):
            continue
        depth = next((i for i in reversed(range(len(stack))) if stack[i] + mark in PAIRS), None)
        if depth is not None and _may_close(text, at, stack[depth]):
            lone += stack[depth + 1 :]
            passages += 1
            if not [m for m in stack[:depth] if m not in APOSTROPHES]:
                outer.append(stack[depth] + mark)
            del stack[depth:]
        elif mark in OPENERS and _may_open(text, at):
            stack.append(mark)
        elif not (mark in PRIMES and text[at - 1 : at].isdigit()):
            lone.append(mark)
    lone += stack
    return Quoted(tuple(outer), passages, tuple(m for m in lone if m not in APOSTROPHES))


def _is_in_word(text: str, at: int) -> bool:
    """l’eau, ד"ר: letters on both sides, of one word."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    whole = len(around) == 2 and all(c.isalnum() or c == OBJECT for c in around)
    return text[at] in IN_WORDS and whole and not _is_east_asian(around)


def _is_east_asian(characters: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" for c in characters)


def _may_close(text: str, at: int, opening: str) -> bool:
    """A mark that closes has something before it, or the French space."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if text[at] in APOSTROPHES or text[at] == '"':
        return not before.isspace() and not (after.isalnum() and not _is_east_asian(after))
    if before.isspace():  # a fresh opening, as in ” in ‘x ”y” z’, or a space before »
        return text[at] in "»›" or not after or after.isspace() or not after.isalnum()
    return True


def _may_open(text: str, at: int) -> bool:
    """A mark that opens has something after it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in DIRECTED:
        return True
    if not after:
        return False
    if text[at] in APOSTROPHES | PRIMES:
        free = not before or not before.isalnum() or _is_east_asian(before + after)
        return free and not after.isspace() and after not in ".,;:!?)"
    return True
