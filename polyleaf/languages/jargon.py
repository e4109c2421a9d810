"""Medical words and acronyms that patients should not meet unexplained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .tables import table


@dataclass(frozen=True, slots=True)
class Jargon:
    """`pattern` finds a word; `plain` has what it means, by the form that is listed."""

    pattern: re.Pattern[str]
    plain: dict[str, str]
    known: frozenset[str]  # acronyms that need no explanation

    def meaning(self, word: str) -> str:
        small = word.casefold()
        for form, plain in self.plain.items():
            if small == form or (form.endswith("*") and small.startswith(form[:-1])):
                return plain
        return ""


@cache
def jargon(tag: str) -> Jargon | None:
    """The list of the language of a BCP 47 tag; None if there is none."""
    row = table("jargon").get(tag.partition("-")[0])
    if row is None:
        return None
    words: dict[str, str] = row["words"]
    forms = (re.escape(form).replace(r"\*", r"\w*") for form in words)
    pattern = re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
    return Jargon(pattern, words, frozenset(row["known"].split()))
