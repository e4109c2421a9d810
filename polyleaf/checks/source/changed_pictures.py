"""`picture-changed`: the colours of a picture are known only as far as they can be guessed.

CMYK without a profile says how much ink a press lays on, and not what colour that gives. Scanners
and X-rays write greys of 12 or 16 bits, of which a sheet has 8. Somebody has to look at the result.
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
