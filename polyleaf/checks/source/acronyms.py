"""`acronym-unexplained`: an acronym stands for words that the reader has met.

An acronym is a word of two to five capitals in an English text that is not as well known as NHS
(polyleaf/languages/jargon.toml has those that are). It is explained beside it, in brackets or with
"called" or "short for", or by words with its initials before it: low-density lipoprotein, LDL.
Roman numbers, stages of cancer, states behind a town and words that are shouted are none. Each is
reported once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...languages import Jargon
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.english import OF_NAMES, SMALL, words_only
from ..shared.explained import is_explained, read, role

ACRONYM = re.compile(r"(?<![\w&/.@-])[A-Z]{2,5}(?:s\b)?(?![\w&/@-])")
ROMAN = re.compile(r"[IVX]+[A-EHS]?")
STATE = re.compile(r"\b[A-Z][a-z]+, $")  # Atlanta, GA
NAME = re.compile(r"\b[A-Z][a-z]+ $")  # Hampton PJ, Duarte C.
BETWEEN = r"(?:[\s-]+(?:of|and|the|for|in|on|de|to))*[\s-]+"


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    known = languages.jargon(leaflet.language)
    if known is None:
        return
    met: set[str] = set()
    before = words_only(leaflet.title.value)
    for text, value in read(leaflet):
        for word, start, end in _acronyms(value, known):
            if word in met:
                continue
            met.add(word)
            said = _spelled(word).search(f"{before} {value[:start]}")
            if role(text) != "term" and not said and not is_explained(value, start, end):
                message = f"the acronym {word} is not explained where it is first met"
                hint = f"write the words in full, and ({word}) behind them"
                yield Finding(text.where, "acronym-unexplained", message, hint, Severity.WARNING)
        before += f" {words_only(text.value)}"


def _acronyms(value: str, known: Jargon) -> Iterator[tuple[str, int, int]]:
    if value.isupper():
        return
    for found in ACRONYM.finditer(value):
        word = found[0].removesuffix("s")
        common = word in known.known or word.lower() in SMALL | OF_NAMES
        if common or ROMAN.fullmatch(word) or _shouted(value, word):
            continue
        behind = value[found.end() : found.end() + 1]
        initials = behind in (",", ".") and NAME.search(value[: found.start()])
        if len(word) > 2 or not (initials or STATE.search(value[: found.start()])):
            yield word, *found.span()


def _shouted(value: str, word: str) -> bool:
    """Whether it is one of several words in capitals, such as a warning: DO NOT STOP."""
    shouted = rf"\b[A-Z]{{2,}} {re.escape(word)}\b|\b{re.escape(word)} [A-Z]{{2,}}\b"
    return bool(re.search(shouted, value))


def _spelled(word: str) -> re.Pattern[str]:
    """Words whose initials are the acronym's letters."""
    return re.compile(BETWEEN.join(rf"\b{letter}\w*" for letter in word), re.IGNORECASE)
