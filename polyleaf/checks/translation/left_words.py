"""`words-left`: no plain word of the source is left in its translation.

"steroid cream" in a Spanish sentence was forgotten. Only words in small letters count, for names,
abbreviations, units, placeholders, addresses and terms in brackets or quotation marks may stay.
A word is plain if it is English only (`languages/english_words.txt`), or, in another script, if it
is translated elsewhere in the catalog. What a catalog keeps more than twice is a term of its own.
Two words in a row are an error, a single one is a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ...languages import scripts
from ...languages.plain_english import english_words
from ...model.findings import Finding, Severity
from ...model.sheet import ENGLISH
from ...model.unit import Translation, Unit
from ..shared.english import words_only
from ..shared.message_finding import message_finding

CODE = "words-left"
# Scots and creoles that write words as English does.
ENGLISH_BASED = {"bi", "bzj", "gul", "icr", "jam", "kri", "pcm", "pis", "sco", "tcs", "tpi"}
LEAST = 3  # letters
LATIN_WORD = re.compile(r"(?<![\w.@/<&%-])[a-z]{3,}(?![\w@/>;=]|[.-]\w)", re.ASCII)
SET_APART = re.compile(r"[(（][^()（）]*[)）]|[\"“”«»„「『][^\"“”«»„「」『』]*[\"“”«»」』]")
TERM = 2  # times that a catalog keeps a word


def check_catalog(translation: Translation) -> Iterator[Finding]:
    language = translation.language
    if language.tag.partition("-")[0] in {ENGLISH, *ENGLISH_BASED}:
        return
    other_script = scripts.LATIN not in scripts.written_with(language.script)
    kept, given = _counts(translation) if other_script else (_kept(translation), Counter[str]())
    for unit in translation.units:
        if unit.source_language.partition("-")[0] != ENGLISH:
            return
        left = [word for word in _left(unit) if kept[word] <= TERM and _is_plain(word, kept, given)]
        if left and words_only(unit.source).casefold() != words_only(unit.target).casefold():
            yield _finding(unit, left)


def _finding(unit: Unit, left: list[str]) -> Finding:
    shown = ", ".join(f'"{word}"' for word in left)
    is_are = "is" if len(left) == 1 else "are"
    message = f"{shown} of the source {is_are} left in the translation"
    hint = "translate it, or put a term into brackets behind its translation"
    severity = Severity.ERROR if _in_a_row(unit, left) else Severity.WARNING
    return message_finding(unit, CODE, message, hint, severity)


def _in_a_row(unit: Unit, left: list[str]) -> bool:
    """Whether two of the words of the source stand side by side, one of them at least plain."""
    words = scripts.words(words_only(unit.target))
    source = set(pairwise(scripts.words(words_only(unit.source))))
    return any(
        pair in source and not set(pair).isdisjoint(left) and all(map(str.islower, pair))
        for pair in pairwise(words)
    )


def _left(unit: Unit) -> list[str]:
    target = SET_APART.sub(" ", words_only(unit.target))
    of_source = set(LATIN_WORD.findall(words_only(unit.source)))
    return [word for word in dict.fromkeys(LATIN_WORD.findall(target)) if word in of_source]


def _is_plain(word: str, kept: Mapping[str, int], given: Mapping[str, int]) -> bool:
    return word in english_words() or given.get(word, 0) > kept.get(word, 0)


def _kept(translation: Translation) -> Counter[str]:
    """In how many messages a word of the source is kept."""
    return Counter(word for unit in translation.units for word in _left(unit))


def _counts(translation: Translation) -> tuple[Counter[str], Counter[str]]:
    """How often each word is kept, and in how many messages it is translated."""
    kept = _kept(translation)
    stands = Counter(
        word
        for unit in translation.units
        for word in set(LATIN_WORD.findall(words_only(unit.source)))
    )
    return kept, Counter({word: stands[word] - kept[word] for word in kept})
