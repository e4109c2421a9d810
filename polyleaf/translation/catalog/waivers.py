"""A comment such as `waive number-changed [3f2a91bc]: the day is a name here` ↔ a Waiver.

It is the translator's comment, so that editors and gettext's tools keep it. Without its seal, or
with another one, it waives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...model.catalog import Waiver
from .messages import Entry

COMMENT = re.compile(
    r"\s*waive\s+(?P<code>[a-z][a-z-]*)\s*(?:\[(?P<seal>\w*)\])?\s*:\s*(?P<reason>.*)"
)


def waivers(comments: Iterable[str]) -> Iterator[Waiver]:
    for comment in comments:
        if match := COMMENT.fullmatch(comment):
            yield Waiver(match["code"], match["seal"] or "", match["reason"])


def waived(entry: Entry, waiver: Waiver) -> Entry:
    """The entry with the waiver; an older one of the same code goes."""
    others = [c for c in entry.comments if waiver.code not in {w.code for w in waivers([c])}]
    line = f"waive {waiver.code} [{waiver.fingerprint}]: {waiver.reason}"
    return replace(entry, comments=(*others, line))
