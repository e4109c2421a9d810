"""`untranslated-copied`: a translation is not the source text itself.

Editors of catalogs can fill empty messages with the source, and then they count as translated.
Texts are the same if their letters are, whatever stands between: an error for a sentence ("Call us
the same day."), a warning for a few words ("warm water"). A single word is reported only in another
script, since "Stress" and "Index" are French too.

Right are texts of placeholders, addresses, citations and digits; of abbreviations and proper names,
as far as capitals inside a word show them ("NHS", "MedWatch"), or several capital words ("Sample
Conference Center"); of units; and a whole sheet in the English of another country (en-GB, en-IN).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ... import languages
from ...languages import scripts
from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.english import is_sentence, is_small, plain, words_only
from ..shared.message_finding import message_finding

CODE = "untranslated-copied"


def check_message(unit: Unit) -> Iterator[Finding]:
    if is_copied(unit):
        hint = f"translate it; if it is the same in {unit.language.english_name}, waive this"
        prose = is_sentence(_words(unit.source))
        severity = Severity.ERROR if prose else Severity.WARNING
        yield message_finding(
            unit, CODE, "the translation is the source text itself", hint, severity
        )


def is_copied(unit: Unit) -> bool:
    """Whether the translation is the source again, waived or not."""
    if unit.language.tag.partition("-")[0] == unit.source_language.partition("-")[0]:
        return False
    if _letters(unit.source) != _letters(unit.target):
        return False
    units, words = languages.units(unit.language), _words(unit.source)
    if all(_is_name(word) or languages.unit_key(word) in units for word in words):
        return False
    if scripts.LATIN in scripts.written_with(unit.language.script):
        small = any(word == "A" or is_small(word) for word in words)  # A nurse
        return (len(words) > 1 and small) or len(plain(words)) > 1
    return bool(plain(words))


def _letters(value: str) -> str:
    """Its letters and their marks."""
    whole = unicodedata.normalize("NFKC", words_only(value)).casefold()
    return "".join(c for c in whole if unicodedata.category(c)[0] in "LM")


def _words(value: str) -> list[str]:
    return [word for word in scripts.words(words_only(value)) if any(map(str.isalpha, word))]


def _is_name(word: str) -> bool:
    """NHS, MedWatch, B12, a letter: every language of its script writes it alike."""
    return len(word) == 1 or any(c.isupper() or c.isdigit() for c in word[1:])
