"""`picture-changed`, `picture-empty`: somebody has to look at what is printed of a picture.

CMYK without a profile says how much ink a press lays on, and not what colour that gives. Scanners
and X-rays write greys of 12 or 16 bits, of which a sheet has 8: what becomes of them is a guess.

A drawing may be empty, lie beside its page, or have no colour: it would leave an empty space.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding
from ...model.leaflet import Leaflet
from ...model.walk import pictures


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for picture in dict.fromkeys((*pictures(leaflet), *pictures(clinic))):
        yield from picture.notes
