"""What stands before a text: the numbers of lists, and names with their colon."""

from __future__ import annotations

import string

from ... import languages
from ...languages import scripts
from ...model.sheet import Language

BULLET = "• "
WITHOUT_COLON = tuple("?!:;.…？！：；。؟؛।")  # a name that ends in one of these needs none


def number(value: int, kind: str | None, language: Language) -> str:
    """The number of a list's item, or its letter in a list of the kind "A"."""
    letters = string.ascii_uppercase
    if kind == "A" and 0 < value <= len(letters):
        return f"{letters[value - 1]}. "
    digits = language.digits or string.digits
    return f"{''.join(digits[int(digit)] for digit in str(value))}. "


def with_colon(name: str, language: Language) -> str:
    """A name, so that what it names can follow."""
    if not name:
        return ""
    if name.endswith(WITHOUT_COLON):
        return f"{name} "
    colon = languages.punctuation(language).marks["colon"][0]
    before = "\N{NO-BREAK SPACE}" if language.tag.partition("-")[0] == "fr" else ""
    return f"{name}{before}{colon}{'' if scripts.columns(colon) == 2 else ' '}"
