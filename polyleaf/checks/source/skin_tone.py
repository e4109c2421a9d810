"""`skin-tone`: what is red on pale skin is described for brown and black skin too.

Redness is hard to see on brown or black skin, and so is missed there (NHS inclusive content). A
leaflet that speaks of red skin says somewhere how it looks on other skin. It is reported once, at
the first place.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...languages import as_compared
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.statements import statements


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    words = languages.content_words(languages.find(leaflet.language))
    if not words:
        return
    every = [(s.text, as_compared(s.text.value)) for s in statements(leaflet)]
    if any(words["tone"].first(line) for _, line in every):
        return
    for text, line in every:
        if match := words["red"].first(words["not_red"].without(line)):
            message = f'"{match.shown}": what of brown and black skin?'
            hint = "say how it looks there, or what to feel for: heat, swelling"
            yield Finding(text.where, "skin-tone", message, hint, Severity.WARNING)
            return
