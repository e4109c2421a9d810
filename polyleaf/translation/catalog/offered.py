"""Offers from the translation memory, as they stand in a message, and how they go away.

A translator's comment says what is offered, since every tool keeps such comments. A line of the
program's (`#. offered: 87 %`) remembers how good the best offer was: what a translator has removed
is not offered again, unless there is a better one. A translated message has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .messages import Entry

WHOLE = 100  # per cent: a translation of the very same text
MARK = re.compile(r"offered: (\d+) %")
OFFER = re.compile(r"\s*offer (?:\((\d+) % alike, .*\): |was for: |differs: )")
ORIGIN = re.compile(
    r"\s*from (?:(?:Polyleaf’s )?\S+\.po|locales/.+\.(?i:po|tmx)(?::\d+)?(?: \(.*\))?)$"
)
LINE_END = "↵"  # in the place of a line's end in a comment


def best(entry: Entry) -> int:
    """How much alike, in per cent, the best text was that was offered; 0 if none was."""
    marks = [int(found[1]) for line in entry.extracted if (found := MARK.fullmatch(line))]
    marks += (int(m[1]) for line in entry.comments if (m := OFFER.match(line)) and m[1])
    return max(marks, default=0)


def marks(entry: Entry) -> tuple[str, ...]:
    """The program's lines that remember offers."""
    return tuple(line for line in entry.extracted if MARK.fullmatch(line))


def is_ours(comment: str) -> bool:
    """Whether a comment offers something, or says where a text comes from."""
    return bool(OFFER.match(comment) or ORIGIN.match(comment))


def filled(entry: Entry, msgstr: str, origin: str) -> Entry:
    """The message with a translation of its very text, fuzzy until somebody has read it."""
    comments = (*without(entry.comments), f"from {origin}")
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    return _marked(replace(entry, msgstr=(msgstr,), comments=comments, flags=flags), WHOLE)


def with_offer(
    entry: Entry, likeness: int, text: str, source: str, origin: str, differs: Iterable[str] = ()
) -> Entry:
    """The message with an offer in comments; it replaces an earlier one that is less alike.

    `source` is what the text translates; `differs` says what the message has and the text lacks.
    """
    lines = [f"offer ({likeness} % alike, {origin}): {_folded(text)}"]
    if source != entry.msgid:
        lines.append(f"offer was for: {_folded(source)}")
    lines += (f"offer differs: {each}" for each in differs)
    comments = without(entry.comments) if likeness > best(entry) else entry.comments
    return _marked(replace(entry, comments=(*comments, *lines)), likeness)


def accepted(entry: Entry) -> Entry:
    """A translated message without what was offered, if anything was."""
    if not (made := marks(entry)) and not any(map(OFFER.match, entry.comments)):
        return entry
    comments = without(entry.comments)
    if made:
        comments = tuple(line for line in comments if not ORIGIN.match(line))
    extracted = tuple(line for line in entry.extracted if line not in made)
    return replace(entry, comments=comments, extracted=extracted)


def without(comments: Iterable[str]) -> tuple[str, ...]:
    """The comments that offer nothing."""
    return tuple(line for line in comments if not OFFER.match(line))


def _marked(entry: Entry, likeness: int) -> Entry:
    lines = (line for line in entry.extracted if not MARK.fullmatch(line))
    return replace(entry, extracted=(*lines, f"offered: {max(likeness, best(entry))} %"))


def _folded(text: str) -> str:
    return LINE_END.join(line.strip() for line in text.splitlines())
