"""A telephone number or mail address of the clinic → the address that a tap on it opens."""

from __future__ import annotations

import re
import unicodedata

# Whoever taps must reach the number that is printed: so no letters, and no `/` or `,`, which may
# stand between two numbers.
NUMBER = re.compile(r"[+＋]?[\d\s().\-‐‑]+")
TRUNK = re.compile(r"\(0\)")  # of a number as dialled at home, not after a country's code
WITH_ZERO = ("39", "378", "379")  # Italy, San Marino and the Vatican keep that zero
MAIL = re.compile(r"[A-Za-z0-9.!#$%*+/=^_~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
SHORTEST, LONGEST = 3, 15  # digits (ITU-T E.164)


def address(value: str) -> str:
    """The `tel:` (RFC 3966) or `mailto:` (RFC 6068) address of a value; empty if it has none."""
    value = value.strip()
    if MAIL.fullmatch(value):
        return f"mailto:{value}"
    if not NUMBER.fullmatch(value) or (value.startswith("00") and TRUNK.search(value)):
        return ""
    abroad = value[0] in "+＋"
    if abroad and not _digits(value).startswith(WITH_ZERO):
        value = TRUNK.sub("", value)
    digits = _digits(value)
    return f"tel:{'+' * abroad}{digits}" if SHORTEST <= len(digits) <= LONGEST else ""


def _digits(value: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) for sign in value if sign.isdecimal())
