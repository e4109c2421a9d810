"""Where a bare number is parted from a foreign run, because it belongs to the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .stream import OBJECT

# After a sign of the sentence, after a citation, around a dash with spaces. And in a range in the
# digits of the script, which reads as its line does: ۵–۱۰ begins at the right (so UAX #9, N1, where
# the digits follow an Arabic letter), 5–10 at the left.
CUT = re.compile(
    r"(?P<sign>[.,;:!?])[ \u00a0]"
    rf"|(?P<cite>(?: ?{OBJECT})+)[ \u00a0]?"
    r"|(?P<dash>[ \u00a0])[–—-][ \u00a0]"
    r"|(?<=[۰-۹])(?P<range>[-‐‑–—])(?=[۰-۹])"
)
NUMBER = re.compile(r"[(+−±<>≤≥≈~£€$-]*\d")


def first(
    text: str,
    start: int,
    end: int,
    *,
    alone: bool,
    worded: Callable[[int, int], bool],
    whole: Callable[[int], bool],
) -> int | None:
    """Where the run from `start` to `end` is to end instead, if anywhere.

    `خذ Amoxicillin 500 mg. 2 مرات` is read as "500 mg" and then "2 times", and in one run from left
    to right the 2 would stand beside the mg. A run that is `alone`, without words around it, is
    left as it is. `worded` tells whether there is a letter between two positions, and `whole` the
    positions at which no run may end.
    """
    for match in CUT.finditer(text, start, end):
        left, right = worded(start, match.start()), worded(match.end(), end)
        if match["range"]:
            parted = not worded(start, end)
        elif match["dash"]:
            parted = left and not right and not alone
        elif left or right:
            number = NUMBER.match(text, match.end(), end) is not None
            parted = not alone and (number or not left)
        else:
            parted = True
        if parted and not whole(match.start()):
            return match.start()
    return None
