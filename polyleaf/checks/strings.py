"""Every string that reaches a page, whoever wrote it, given to each check of a single string.

Content and clinic.yaml are in the source language, a catalog in its own. A check of a single string
is added by naming its function here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .. import languages
from ..model import Clinic, Language, Leaflet, LocalizedLeaflet, Text, Unit, texts
from ..problems import Finding, Where
from . import characters, letters, lookalikes, normalisation

OF_TEXT: tuple[Callable[[Text, Language], Iterator[Finding]], ...] = (
    characters.of_text,
    letters.of_text,
    lookalikes.of_text,
    normalisation.of_text,
)
SOURCE_LANGUAGE = "en"


def check(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    language = languages.find(SOURCE_LANGUAGE)
    for text in (*texts(leaflet), *_untranslated(leaflet), *_of_clinic(clinic)):
        yield from _all(text, language)


def check_reviewer(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    place = Where(sheet.leaflet.title.where.path)
    yield from _all(Text(sheet.provenance.reviewed_by, place, "header"), sheet.language)


def of_unit(unit: Unit) -> Iterator[Finding]:
    yield from _all(Text(unit.target, unit.where, unit.context), unit.language)


def _all(text: Text, language: Language) -> Iterator[Finding]:
    for check_one in OF_TEXT:
        yield from check_one(text, language)


def _untranslated(leaflet: Leaflet) -> Iterator[Text]:
    """What stays as it is in every language: cited works and names."""
    for source in leaflet.sources:
        yield Text(source.cite, source.where, "source")
        yield Text(source.url, source.where, "source")
    for review in leaflet.reviewed_by:
        yield replace(review.role, value=review.name)


def _of_clinic(clinic: Clinic) -> Iterator[Text]:
    values = (value for _, value in clinic.values)
    for value in dict.fromkeys((clinic.name, *clinic.address, *values, clinic.web)):
        yield Text(value, Where("clinic.yaml"), "clinic")
