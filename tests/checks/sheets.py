"""The test leaflet, its clinic, and its sheet in a language."""

from __future__ import annotations

from dataclasses import replace

from polyleaf import languages
from polyleaf.content import leaflets
from polyleaf.model.catalog import Provenance
from polyleaf.model.clinic import Clinic
from polyleaf.model.findings import Where
from polyleaf.model.leaflet import Asset, Leaflet, Text
from polyleaf.model.sheet import LocalizedLeaflet
from polyleaf.model.walk import map_texts

from ..conftest import LEAFLET

PO = Where("locales/hi/LC_MESSAGES/hands.po", 12)


def leaflet() -> Leaflet:
    no_picture = Asset("", "", b"")
    return leaflets.parse(LEAFLET.encode(), "content/hands.yaml", lambda *_: no_picture)


def clinic(**changed: object) -> Clinic:
    values = (("clinic.phone", "+44 20 7946 0958"),)
    made = Clinic("Test Clinic", ("London",), values, "https://clinic.example", None, "GB")
    return replace(made, **changed)  # type: ignore[arg-type]


def sheet(
    translations: dict[str, str], language: str = "hi", of: Leaflet | None = None
) -> LocalizedLeaflet:
    """The leaflet with the strings of `translations` translated, each on a line of the catalog."""
    source = of or leaflet()

    def translated(text: Text) -> Text:
        if text.value not in translations:
            return text
        return replace(text, value=translations[text.value], where=PO)

    translated_leaflet = map_texts(source, translated)
    return LocalizedLeaflet(
        translated_leaflet, source, languages.find(language), Provenance("machine")
    )
