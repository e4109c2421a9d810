"""`thing-changed`: treatments and substances that a text names are named: laser, cream, tablets,
alcohol, soap, ambulance, blood pressure.

The words are in `languages/meanings/things.toml`. Medicines are in the glossary: `term-missing` and
`term-exchanged`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "things", "thing-changed")
