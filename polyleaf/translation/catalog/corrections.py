"""Source texts that were corrected or moved without a change of meaning, for a person's reason.

An obvious change of meaning is never accepted as a correction: another number, negation,
placeholder, citation or address, or a text that is less similar than `SIMILAR`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from ...model.inline import Cite, Link, Placeholder, parse, walk
from .messages import Catalog, Entry, Previous

Correction = tuple[Previous, Entry]  # the former source text, and the message as it is now
Translations = Mapping[str, set[tuple[str, ...]]]  # of a catalog, by source text
SIMILAR = 80.0  # per cent
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unless|except|only)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)


def accepted(entry: Entry, reason: str, known: Translations) -> Correction | None:
    """The fuzzy entry made usable again, if its source may have been only corrected or moved.

    A comment gives the reason and the former source.
    """
    old = entry.previous
    if not entry.fuzzy or old is None or why_not(entry, known):
        return None
    moved = old.msgid == entry.msgid
    was = f"it was at {old.msgctxt}" if moved else f"it was: {' '.join(old.msgid.split())}"
    comment = f"source {'moved' if moved else 'corrected'}: {reason}; {was}"
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    comments = (*entry.comments, comment)
    return old, replace(entry, flags=flags, previous=None, comments=comments)


def why_not(entry: Entry, known: Translations) -> str:
    """Why the change of a fuzzy entry's source is no correction; empty if it may be one."""
    old = entry.previous
    if old is None:
        return "it does not say which text it was translated from"
    if not all(entry.msgstr) or old.msgid_plural != entry.msgid_plural:
        return "it is not translated"
    if old.msgid == entry.msgid:
        several = len(known.get(entry.msgid, ())) > 1
        return "the same text has other translations in other places" if several else ""
    if old.msgctxt != entry.msgctxt:
        return f"its place has changed too, from {old.msgctxt} to {entry.msgctxt}"
    if (alike := fuzz.ratio(old.msgid, entry.msgid)) < SIMILAR:
        return f"only {alike:.0f} % of it are alike"
    if _meaning(old.msgid) != _meaning(entry.msgid):
        return "a number, a negation, a placeholder, a citation or an address differs"
    return ""


def corrected(signed: Catalog, corrections: Iterable[Correction]) -> Catalog:
    """The signed copy with the corrected sources, so that their review stays valid."""
    now = {(was.msgctxt, was.msgid, entry.msgstr): entry for was, entry in corrections}
    entries = (now.get((e.msgctxt, e.msgid, e.msgstr), e) for e in signed.entries)
    return replace(signed, entries=tuple(entries))


def _meaning(text: str) -> tuple[Counter[str], Counter[str], Counter[object]]:
    signs = (n for n in walk(parse(text)) if isinstance(n, Placeholder | Cite))
    links = (n.address for n in walk(parse(text)) if isinstance(n, Link))
    negations = (found.casefold() for found in NEGATION.findall(text))
    return Counter(NUMBER.findall(text)), Counter(negations), Counter([*signs, *links])
