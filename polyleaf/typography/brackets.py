"""Which bracket belongs to which."""

from __future__ import annotations

import unicodedata

BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”"}
QUOTE = '"'  # opens and closes


NONE = -1
DEEPEST = 63  # brackets that are open at once (BD16)


def pairs(text: str) -> dict[int, int]:
    """Where each bracket's partner stands (UAX #9, BD16), or NONE."""
    found: dict[int, int] = {}
    opened: list[tuple[int, str]] = []
    quote = NONE
    for i, character in enumerate(text):
        if character in BRACKETS:
            found[i] = NONE
            opened.append((i, BRACKETS[character]))
        elif character in BRACKETS.values():
            found[i] = NONE
            depth = next(
                (d for d, (_, c) in enumerate(opened[: -DEEPEST - 1 : -1], 1) if c == character), 0
            )
            if depth:
                partner = opened[-depth][0]
                found[i], found[partner] = partner, i
                del opened[-depth:]
        elif character == QUOTE and not _abbreviates(text, i):
            found[i] = quote
            if quote == NONE:
                quote = i
            else:
                found[quote], quote = i, NONE
    return found


def _abbreviates(text: str, i: int) -> bool:
    """Whether the quotation mark stands between two Hebrew letters, as in ד"ר."""
    around = text[i - 1 : i] + text[i + 1 : i + 2]
    return len(around) == 2 and all(unicodedata.bidirectional(c) == "R" for c in around)
