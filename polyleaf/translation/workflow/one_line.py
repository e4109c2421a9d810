"""A reason or a name from the command line, as it is written into a catalog."""

from __future__ import annotations

import unicodedata

from ...content.project import wrong_call

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"  # names in Persian and Marathi have them


def one_line(value: str, what: str) -> str:
    """The value with one space for each row of spaces and line ends.

    Raises PolyleafError for other controls, of direction too: `what` names the value.
    """
    folded = " ".join(value.split())
    for character in folded:
        if unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in JOINERS:
            message = f"{what} holds the control character U+{ord(character):04X}"
            raise wrong_call("call-control", message, "type it again")
    return folded
