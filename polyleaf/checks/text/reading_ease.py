"""`reading-hard`: the text is harder to read than a leaflet for the public should be.

Each language has the formula that was fitted to it (polyleaf/languages/readability.toml): English
Flesch–Kincaid with SMOG, Spanish INFLESZ with Fernández Huerta, French Kandel–Moles, Russian
Oborneva, and so on. Most languages have none that is accepted, and Arabic only an experimental one:
these are never warned of. Syllables are counted by spelling. A formula sees the length of sentences
and of words, not their sense: the finding is advice, one for a sheet, with the hardest sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ...model.sheet import Language, LocalizedLeaflet
from ..shared.prose import ProseSentence, named, prose

ENOUGH = 10  # sentences: with fewer, one long word decides
HARDEST = 3
SHORT = 8  # words: a shorter sentence is not what makes a text hard


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    yield from _found(leaflet, languages.find(leaflet.language))


def check_sheet(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    if sheet.leaflet is not sheet.source:
        yield from _found(sheet.leaflet, sheet.language)


def hardest(those: tuple[ProseSentence, ...], language: Language) -> list[ProseSentence]:
    """The sentences that the language's formula finds hardest; without one the longest."""
    long = [each for each in those if len(each.words) >= SHORT] or list(those)
    ordered = sorted(long, key=lambda each: -_hardness(each, language))
    first = {each.said: each for each in reversed(ordered)}  # one that is said again stands behind
    return sorted(ordered, key=lambda each: first[each.said] is not each)[:HARDEST]


def _found(leaflet: Leaflet, language: Language) -> Iterator[Finding]:
    those = prose(leaflet, language)
    found = languages.reading((each.words for each in those), language.tag)
    if found is None or len(those) < ENOUGH or found.formula.experimental or not found.hard:
        return
    formula, side = found.formula, "most" if found.formula.easier == "below" else "least"
    message = f"hard to read: {formula.name} {found.value:g}, should be at {side} {formula.limit:g}"
    worst = hardest(those, language)
    hint = f"divide long sentences, take short words; the hardest: {named(worst)}"
    yield Finding(worst[0].text.where, "reading-hard", message, hint, Severity.WARNING)


def _hardness(sentence: ProseSentence, language: Language) -> float:
    found = languages.reading([sentence.words], language.tag)
    if found is None:
        return len(sentence.words)
    return found.value if found.formula.easier == "below" else -found.value
