"""How many syllables a word has, by the letters of its language's spelling.

Formulas of readability count syllables. Hyphenation dictionaries, such as Pyphen's, leave out all
places where a line should not be cut, and so count too few; pronouncing dictionaries are downloads.
Where vowels are written as they are spoken (Russian, Turkish, Spanish) these counts are exact;
in English they are right for nine words of ten, and their errors balance each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

ENGLISH = re.compile(r"[aeiouy]+")
# Two vowels in two syllables: di-et, sci-ence, i-de-a, vi-o-lent, flu-id, cre-ate, be-ing.
PARTED = re.compile(
    r"ia(?!l\b)|i(?=e(?:t|nt|nc|r\b))|io(?!n)|iu|(?<!p)eo|ua(?=l|t)|uou|yi|oe(?=m|t)|ei(?=n[gs])"
    r"|(?<=[aeiou][^aeiou])ea\b|(?<=cr)ea(?=t)|ism\b"
)
JOINED = re.compile(r"(?<=[tcgsx])i(?=[ao])|(?<=[tc])(?<!sc)i(?=en)|(?<=q)u|(?<=g)u(?=e|ar)")
# An e that is not spoken: face, bottles, called, walked, changes, safely.
SILENT = re.compile(
    r"(?<=[^aeiouylw])e\b|(?<=[aeiou]l)e\b|(?<=[^aeiou]w)e\b|(?<=[^aeiouytd])ed\b"
    r"|(?<=[^aeiouyszxcghl])es\b|(?<=[aeiouy]l)es\b|(?<=[aeiou]{2})ed\b|e(?=ly\b|less|ful|ment)"
)
OTHERWISE = {"diabetes": 4, "every": 2, "everyone": 3, "everything": 3, "being": 2, "herpes": 2}
STRONG = re.compile(r"[aeoáéóàèòâêôãõíúìù]")
WEAK_RUN = re.compile(r"[aeiouyáéíóúàèìòùâêôãõü]+")
NASAL = re.compile(r"ã[eo]|õe")
FRENCH = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
MUTE = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüœæ])es?\b")
BY_LETTERS = {
    "ru": re.compile(r"[аеёиоуыэюя]"),
    "tr": re.compile(r"[aeıioöuüâîû]"),
    "de": re.compile(r"ie|ei|ai|au|eu|äu|aa|ee|oo|(?<!q)u|[aeioyäöü]"),
    "nl": re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|ui|eu|ou|ei|ij|au|[aeiouyëïöüé]"),
    "pl": re.compile(r"i(?![aąeęoóu])|[aąeęoóuy]"),
}


@lru_cache(maxsize=20_000)
def syllables(word: str, language: str) -> int:
    """The syllables of a word, at least one. `language`: the first part of its BCP 47 tag."""
    small = word.replace("İ", "i").replace("I", "ı") if language == "tr" else word
    small = small.lower()
    if pattern := BY_LETTERS.get(language):
        return max(1, len(pattern.findall(small)))
    return max(1, COUNTED.get(language, _english)(small))


def _english(word: str) -> int:
    return sum(map(_english_part, re.split(r"[^a-z]+", word.replace("’s", "").replace("'s", ""))))


def _english_part(part: str) -> int:
    if not part:
        return 0
    if known := OTHERWISE.get(part):
        return known
    joined = JOINED.sub("", part)
    found = len(ENGLISH.findall(joined)) + len(PARTED.findall(joined)) - len(SILENT.findall(joined))
    return max(1, found)


def _romance(word: str) -> int:
    """Strong vowels are a syllable each; weak ones belong to a neighbour, if they have one."""
    runs = WEAK_RUN.findall(NASAL.sub("ã", re.sub(r"qu|gu(?=[ei])", "q", word)))
    return sum(max(1, len(STRONG.findall(run))) for run in runs)


def _french(word: str) -> int:
    found = len(FRENCH.findall(word.replace("qu", "q")))
    return found - len(MUTE.findall(word)) if found > 1 else found


COUNTED: dict[str, Callable[[str], int]] = {
    "en": _english,
    "es": _romance,
    "it": _romance,
    "pt": _romance,
    "fr": _french,
}
