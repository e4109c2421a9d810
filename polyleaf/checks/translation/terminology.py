"""`term-missing`, `term-exchanged`: a translation calls a term what the glossary calls it.

Where a source text has a term, its translation has one of the term's forms. With "immune system" →
`sistema inmunitario | inmunidad` and "flare" → `brote*`:

- "Triggers of flares" is right as "Desencadenantes de los brotes", and wrong as "… de las crisis";
- of two terms the longer counts: "immune system" does not also ask for the form of "system";
- a plural in s, es or ies and a hyphen for a space are the same term, and capitals make no
  difference, except for a term that is written in capitals only: WHO is not "who";
- citations, placeholders and addresses hold no term; fuzzy and empty entries of the glossary do not
  count.

A form is compared word by word, without regard to capitals, hyphens and invisible characters; a `*`
stands for any letters. In a language without spaces between words it is compared as it stands. In
Arabic and Hebrew letters the article and short words (and, with, for) are written at the word: a
form is given without them and found behind them, and vowel signs do not count.

It is a warning, since a translator may say "it" where the source repeats itself. If another term
stands there instead, which the source has not, it is `term-exchanged`, an error: isotretinoin for
ivermectin, the cheek for the chin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import GlossaryTerm, Translation
from ..shared.english import words_only
from ..shared.message_finding import message_finding

GAP = "[ \N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}-]"
# Short words that are written at the beginning of a word, by script.
BEFORE = {
    "Arab": "[وف]?[بكل]?(?:ال|ل)?",
    "Hebr": "[ושכבלמה]{0,3}",
}
TATWEEL = "\N{ARABIC TATWEEL}"
# Turkish has an i with a dot and one without, in small letters and in capitals.
DOTTED = str.maketrans({"İ": "i", "ı": "i"})


def check_catalog(translation: Translation) -> Iterator[Finding]:
    longest_first = sorted(translation.glossary, key=lambda term: -len(term.term))
    for unit in translation.units:
        terms = tuple(_within(words_only(unit.source), longest_first))
        target = words_only(unit.target)
        missing = [term for term in terms if not _is_called(term, target, unit.language)]
        for term in missing:
            forms = " or ".join(f'"{form}"' for form in term.forms)
            hint = f"write it so, or add a form at {term.where}"
            others = (o for o in longest_first if o not in terms and not _alike(o, terms))
            if other := next((o for o in others if _is_called(o, target, unit.language)), None):
                message = f'the source has "{term.term}" ({forms}), the translation "{other.term}"'
                yield message_finding(unit, "term-exchanged", message, hint)
            else:
                message = f'the glossary calls "{term.term}" {forms}, and the translation does not'
                yield message_finding(unit, "term-missing", message, hint, Severity.WARNING)


def _alike(term: GlossaryTerm, terms: Sequence[GlossaryTerm]) -> bool:
    """Whether it is called as a term of the source is: proof and evidence."""
    return any(set(term.forms) & set(other.forms) for other in terms)


def _within(text: str, longest_first: Sequence[GlossaryTerm]) -> Iterator[GlossaryTerm]:
    """The terms of a text: a longer one is taken out before its parts are sought."""
    for term in longest_first:
        text, times = _of_source(term.term).subn("\n", text)
        if times:
            yield term


@lru_cache(maxsize=4096)
def _of_source(term: str) -> re.Pattern[str]:
    *words, last = map(re.escape, re.split(r"[\s-]+", unicodedata.normalize("NFC", term)))
    ending = f"{last}(?:e?s)?" if not last.endswith("y") else f"{last[:-1]}(?:y|ies)"
    flags = re.NOFLAG if term.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){GAP.join((*words, ending))}(?!\w)", flags)


def _is_called(term: GlossaryTerm, text: str, language: Language) -> bool:
    gap = " " if language.spaced else ""
    line = _line(text, language.script, gap)
    return any(_of_target(form, language.script, gap).search(line) for form in term.forms)


@lru_cache(maxsize=1)  # a message is searched for each of its terms
def _line(text: str, script: str, gap: str) -> str:
    return gap.join(_words(text, script))


@lru_cache(maxsize=4096)
def _of_target(form: str, script: str, gap: str) -> re.Pattern[str]:
    before = BEFORE.get(script, "")
    words = (re.sub(r"(?:\\\*)+", "[^ ]*", re.escape(word)) for word in _words(form, script, "*"))
    pattern = gap.join(f"{before}{word}" for word in words)
    return re.compile(f"(?<![^ ]){pattern}(?![^ ])" if gap else pattern)


def _words(text: str, script: str, kept: str = "") -> list[str]:
    """The words as they are compared; the signs in `kept` count as letters."""
    text = unicodedata.normalize("NFC", text).translate(DOTTED)
    text = unicodedata.normalize("NFC", text.casefold())
    unseen = ("Cf", "Mn") if script in BEFORE else ("Cf",)
    pieces = (
        c if c in kept or unicodedata.category(c)[0] in "LMN" else " "
        for c in text
        if c != TATWEEL and unicodedata.category(c) not in unseen
    )
    return "".join(pieces).split()
