"""The strings that reach a page, each with its place and its language.

Content and clinic.yaml are in the source language, a catalog is in its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Where
from ...model.leaflet import Leaflet, Text
from ...model.sheet import Language, LocalizedLeaflet
from ...model.unit import Unit
from ...model.walk import texts

NOWHERE = Where("")  # until it is known where the string stands
InLanguage = tuple[Text, Language]


def of_source(leaflet: Leaflet, clinic: Clinic) -> Iterator[InLanguage]:
    """All that a leaflet and its clinic say before anything is translated."""
    language = languages.find(leaflet.language)
    for text in (*texts(leaflet), *_untranslated(leaflet), *_of_clinic(clinic)):
        yield text, language
    for own in clinic.own_texts():
        yield from ((text, languages.find(tag)) for tag, _, text in own.texts)


def of_message(unit: Unit) -> InLanguage:
    return Text(unit.target, unit.where, unit.context), unit.language


def of_reviewer(sheet: LocalizedLeaflet) -> InLanguage:
    """The name that the catalog's header gives."""
    place = Where(sheet.leaflet.title.where.path)
    return Text(sheet.provenance.reviewed_by, place, "header"), sheet.language


def _untranslated(leaflet: Leaflet) -> Iterator[Text]:
    """What stays as it is in every language: cited works and names."""
    for source in leaflet.sources:
        yield Text(source.cite, source.where, "source")
        yield Text(source.short, source.where, "source")
        yield Text(source.url, source.where, "source")
    for review in leaflet.reviewed_by:
        yield replace(review.role, value=review.name)


def _of_clinic(clinic: Clinic) -> Iterator[Text]:
    values = (value for _, value in clinic.values)
    sites = (line for site in clinic.sites for line in (site.name, *site.address))
    numbers = (telephone.number for telephone in clinic.all_telephones())
    for value in dict.fromkeys(
        (clinic.name, *clinic.address, *values, clinic.web, *sites, *numbers)
    ):
        yield Text(value, Where("clinic.yaml"), "clinic")
