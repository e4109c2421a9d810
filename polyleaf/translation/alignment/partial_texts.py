"""Texts that say a sentence more or less than their message: of two paragraphs that were joined."""

from __future__ import annotations

import re
import unicodedata

from ... import languages
from ...checks.shared.english import words_only
from ...model.sheet import Language
from .text_features import CITED

# Also where a program has lost the space between two paragraphs of a cell: [1].Then
SENTENCE_END = re.compile(
    r"(?<=[.!?।॥؟۔…።])\s+|(?<=[。！？])\s*|(?<=[।॥؟۔።])(?=\w)|(?<=\]\.)(?=\w)"
    r"|(?<=[^\W\d_A-Z][.!?])(?=[^\W\d_a-z])"
)
LONGER, SHORTER = 1.3, 0.75  # of the length to expect, if the number of sentences differs, too
MUCH_LONGER, MUCH_SHORTER = 1.9, 0.45  # whatever the number
LEAST = 25  # letters below which a translation may be of any length


def is_partial(source: str, text: str, language: Language) -> bool:
    """Whether a text is probably not the whole message, or more than it."""
    one, other = (CITED.sub(" ", each).strip() for each in (source, text))
    expected = _letters(one) * languages.length_ratio(language)
    if expected < LEAST:
        return False
    share = _letters(other) / expected
    more = _sentences(other) - _sentences(one)
    if (more > 0 and share > LONGER) or (more < 0 and share < SHORTER):
        return True
    return share > MUCH_LONGER or share < MUCH_SHORTER


def _letters(text: str) -> int:
    return sum(unicodedata.category(c)[0] in "LMN" for c in words_only(text))


def _sentences(text: str) -> int:
    return sum(any(map(str.isalnum, part)) for part in SENTENCE_END.split(text))
