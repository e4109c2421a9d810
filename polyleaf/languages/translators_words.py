"""What those who translate write beside a translation, in English and in the language itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..model.sheet import Language
from .tables import table


@dataclass(frozen=True, slots=True)
class TranslatorsWords:
    """Patterns: `translating` finds anywhere; `openers` and `remarks` match at a place."""

    translating: re.Pattern[str]
    openers: re.Pattern[str]
    remarks: re.Pattern[str]


@cache
def translators_words(language: Language) -> TranslatorsWords:
    rows, tag = table("notes"), language.tag.partition("-")[0]
    stems = {name: _joined(rows[name], tag) for name in rows}
    gap = r"(?!\w)" if language.spaced else ""
    begin = r"(?<!\w)" if language.spaced else ""
    flags = re.IGNORECASE
    return TranslatorsWords(
        re.compile(rf"{begin}(?:{stems['translating']})", flags),
        re.compile(rf"(?:{stems['openers']}){gap}", flags),
        re.compile(rf"(?:{stems['remarks']}){gap}", flags),
    )


def _joined(row: dict[str, str], tag: str) -> str:
    """The alternatives of English and of the language, the longest first."""
    words = {word for each in ("en", tag) for word in row.get(each, "").split("|") if word}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
