"""Source texts that were corrected without a change of meaning, for a reason that a person gives.

An obvious change of meaning is never accepted as a correction: another number, negation,
placeholder, citation or address, or a text that is less similar than `SIMILAR`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from ...model.inline import Cite, Link, Placeholder, parse, walk
from .messages import Catalog, Entry

Correction = tuple[str, Entry]  # the former source text, and the message as it is now
SIMILAR = 80.0  # per cent
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unless|except|only)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)


def accepted(entry: Entry, reason: str) -> Correction | None:
    """The fuzzy entry made usable again, if its source may have been only corrected.

    A comment gives the reason and the former source.
    """
    old = entry.previous
    if (
        not entry.fuzzy
        or old is None
        or (old.msgctxt, old.msgid_plural) != (entry.msgctxt, entry.msgid_plural)
        or not all(entry.msgstr)
        or fuzz.ratio(old.msgid, entry.msgid) < SIMILAR
        or _meaning(old.msgid) != _meaning(entry.msgid)
    ):
        return None
    comment = f"source corrected: {reason}; it was: {' '.join(old.msgid.split())}"
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    comments = (*entry.comments, comment)
    return old.msgid, replace(entry, flags=flags, previous=None, comments=comments)


def corrected(signed: Catalog, corrections: Iterable[Correction]) -> Catalog:
    """The signed copy with the corrected sources, so that their review stays valid."""
    now = {(entry.msgctxt, was, entry.msgstr): entry for was, entry in corrections}
    entries = (now.get((e.msgctxt, e.msgid, e.msgstr), e) for e in signed.entries)
    return replace(signed, entries=tuple(entries))


def _meaning(text: str) -> tuple[Counter[str], Counter[str], Counter[object]]:
    signs = (n for n in walk(parse(text)) if isinstance(n, Placeholder | Cite))
    links = (n.address for n in walk(parse(text)) if isinstance(n, Link))
    negations = (found.casefold() for found in NEGATION.findall(text))
    return Counter(NUMBER.findall(text)), Counter(negations), Counter([*signs, *links])
