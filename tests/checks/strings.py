"""The findings of a check of single strings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.languages import scripts
from polyleaf.model.findings import Finding, Where
from polyleaf.model.leaflet import Text
from polyleaf.model.sheet import Language

Check = Callable[[Text, Language], Iterator[Finding]]
HERE = Where("content/hands.yaml", 3, 8)
# A script, and the range of its letters and marks that the property tests draw from.
ALPHABETS = {
    "Latn": (0x61, 0x17F),
    "Grek": (0x370, 0x3E1),
    "Cyrl": (0x400, 0x52F),
    "Armn": (0x531, 0x586),
    "Hebr": (0x5D0, 0x5EA),
    "Arab": (0x620, 0x6D3),
    "Deva": (0x900, 0x97F),
    "Beng": (0x980, 0x9FF),
    "Taml": (0xB80, 0xBFF),
    "Telu": (0xC00, 0xC7F),
    "Mlym": (0xD00, 0xD7F),
    "Thai": (0xE01, 0xE4E),
    "Geor": (0x10D0, 0x10FA),
    "Hang": (0xAC00, 0xD7A3),
    "Hani": (0x4E00, 0x9FFC),
    "Hira": (0x3041, 0x3096),
}


def text(value: str) -> Text:
    return Text(value, HERE, "how/paragraph")


def found(check: Check, value: str, language: str = "en") -> list[Finding]:
    return list(check(text(value), languages.find(language)))


def codes(check: Check, value: str, language: str = "en") -> list[str]:
    return [finding.code for finding in found(check, value, language)]


@st.composite
def one_script(draw: st.DrawFn) -> str:
    """Words in one script, with the spaces, digits and signs that every script has."""
    script = draw(st.sampled_from(sorted(ALPHABETS)))
    first, last = ALPHABETS[script]
    letters = st.characters(min_codepoint=first, max_codepoint=last, categories=["L", "M"]).filter(
        lambda character: scripts.of(character) == script
    )
    words = st.lists(st.text(letters, min_size=1, max_size=8), min_size=1, max_size=6)
    between = draw(st.sampled_from([" ", ", ", " 500 ", "-", ". ", "°, ", "\N{NO-BREAK SPACE}"]))
    return between.join(draw(words))
