"""`colour-contrast`, `edition-paper`: clinic.yaml says what its sheets cannot be as it is written.

A colour that cannot be read on white is darkened, in steps of 5 %, until its contrast is 6:1, and
the finding says what it became. `a4` is A4 wherever it is printed: where clinics print on Letter, a
list of editions that names `a4` alone is probably the one of the example.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding
from ...model.leaflet import Leaflet


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    yield from clinic.warnings
