"""Where a foreign run ends early, because the number after it belongs to the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .line import OBJECT

# After punctuation, after a citation, around a dash with spaces; and within a range in the digits
# of the script, which reads as its line does: ۵–۱۰ begins at the right (as by UAX #9, N1, after an
# Arabic letter), 5–10 at the left.
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
    """Return where the run from `start` to `end` must end instead, or None.

    `خذ Amoxicillin 500 mg. 2 مرات` is read as "500 mg" and then "2 times"; in one left-to-right run
    the 2 would stand next to the mg. A run that is `alone`, without words around it, stays whole.
    `worded` tells whether there is a letter between two positions, and `whole` whether no run may
    end at a position.
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
