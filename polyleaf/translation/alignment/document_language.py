"""Whether a document is in the language that was named: by its script and its small words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ... import languages
from ...languages import frequent, scripts
from ...model.sheet import Language

LEAST, SHARE = 40.0, 0.7  # weight of the other language; share of it that speaks for ours
FOREIGN = 0.5  # share of letters in another script
LETTERS = 12  # fewer may be a name
ENGLISH_TITLE, ITS_SHARE = 6.0, 0.5  # of one text: weight, share of it that speaks for ours


def other_language(texts: Sequence[str], language: Language) -> str:
    """The English name of the language or script that a document is in; empty if it may be ours."""
    letters = Counter(scripts.of(c) for text in texts for c in text if c.isalpha())
    own = scripts.written_with(language.script)
    if letters and sum(letters[each] for each in own) < FOREIGN * letters.total():
        most = max(letters, key=lambda each: letters[each])
        return f"{scripts.name(most)} script"
    known = frequent.known_as(language)
    if not known:
        return ""
    found = frequent.weigh(frequent.words_of(" ".join(texts)), known)
    ours = found.pop(known, (0.0, 0))[0]
    best = max(found, key=lambda tag: found[tag][0], default="")
    if best and found[best][0] >= LEAST and ours < SHARE * found[best][0]:
        return languages.find(best).english_name
    return ""


def is_in_source(text: str, language: Language, source: Language) -> bool:
    """Whether a text is in the language of the leaflet: many documents repeat its title."""
    letters = [c for c in text if c.isalpha()]
    own = scripts.written_with(language.script)
    if len(letters) < LETTERS:
        return False
    if scripts.written_with(source.script) != own:
        return sum(scripts.of(c) in own for c in letters) < FOREIGN * len(letters)
    ours, theirs = frequent.known_as(language), frequent.known_as(source)
    if not ours or not theirs:
        return False
    found = frequent.weigh(frequent.words_of(text), ours)
    weight = found.get(theirs, (0.0, 0))[0]
    return weight >= ENGLISH_TITLE and found.get(ours, (0.0, 0))[0] < ITS_SHARE * weight
