"""Where a foreign run ends early, because the number after it belongs to the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .line import OBJECT

# After punctuation, after a citation, around a dash with spaces, between two telephone numbers; and
# within a range in the digits of the script, which reads as its line does: ۵–۱۰ begins at the right
# (as by UAX #9, N1, after an Arabic letter), 5–10 at the left.
CUT = re.compile(
    r"(?P<sign>[.,;!?]|(?<!\d[ \u00a0]):)[ \u00a0]"  # 1 : 1000 is a ratio
    rf"|(?P<cite>(?: ?{OBJECT})+)[ \u00a0]?"
    r"|(?P<range>(?<=[۰-۹٪])(?:[ \u00a0][-–—−][ \u00a0]|[-‐‑–—])(?=[۰-۹]))"
    r"|(?P<dash>[ \u00a0])[–—-][ \u00a0]"
    r"|(?P<slash>[ \u00a0])/[ \u00a0]"
)
NUMBER = re.compile(r"[(+−±<>≤≥≈~£€$-]*\d")
# A full stop that ends no sentence: ext. 12, No. 5
ABBREVIATED = re.compile(
    r"\b(?:ext|nos?|nr|tel|fax|pp?|vol|fig|approx|max|vs|vit|art|dr|st)$", re.I
)
# The two numbers of a range: 2.0 – 3.0, 5 % – 10 %, 8:00 – 17:00
FROM = re.compile(r"(?<![\w.,])([+−-]?\d[\d.,:/٫٬]*)[ \u00a0]?[%‰٪°]?$")
TO = re.compile(r"([+−-]?\d[\d.,:/٫٬]*)(?!\w)")
TELEPHONE_BEFORE = re.compile(r"(?:\d[() \u00a0.-]*){7,}$")
REACH = 40  # characters that are looked back at, so that a long text takes no longer for each sign
TELEPHONE_AFTER = re.compile(r"\+?\(?(?:\d[() \u00a0.-]*){7,}")


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
        if match["range"] and not (left or right):
            parted = True
        elif match["range"] or match["dash"]:
            parted = left and not right and not alone and match["range"] is None
            parted = parted and not _is_range(text, start, match.start(), match.end())
        elif match["slash"]:
            before = TELEPHONE_BEFORE.search(text, _near(start, match.start()), match.start())
            parted = (
                before is not None and TELEPHONE_AFTER.match(text, match.end(), end) is not None
            )
        elif left or right:
            number = NUMBER.match(text, match.end(), end) is not None
            short = ABBREVIATED.search(text, _near(start, match.start()), match.start())
            number = number and short is None
            parted = not alone and (number or not left)
        else:
            parted = True
        if parted and not whole(match.start()):
            return match.start()
    return None


def _near(start: int, at: int) -> int:
    return max(start, at - REACH)


def _is_range(text: str, start: int, left: int, right: int) -> bool:
    """Tell whether a dash from `left` to `right` joins two numbers of which the second is greater.

    `INR 2.0 – 3.0` is a range; in `SPF 30 – 2 مرات` the 2 is counted by the word after it.
    """
    low, high = FROM.search(text, _near(start, left), left), TO.match(text, right)
    if low is None or high is None:
        return False
    try:
        return _value(low[1]) < _value(high[1])
    except ValueError:
        return True  # times or dates


def _value(number: str) -> float:
    """The value of a number; ValueError for a time or a date."""
    plain = re.sub(r"[,٬](?=\d{3}(?!\d))", "", number.rstrip(".,:/٫٬"))
    return float(plain.replace(",", ".").replace("٫", ".").replace("−", "-"))
