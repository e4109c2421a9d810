"""All texts that a leaflet and its clinic print."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.leaflet import Leaflet, Text
from ...model.walk import texts


def source_texts(leaflet: Leaflet, clinic: Clinic) -> Iterator[Text]:
    yield from texts(leaflet)
    for each in clinic.own_texts():
        yield from (text for _, _, text in each.texts)
