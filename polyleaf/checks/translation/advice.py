"""`advice-changed`: stop, avoid, wait, call, ask, report, inject: what a text advises, its
translation advises. "Stop using it" is not "keep using it", "avoid" not "try".

The words are in `languages/meanings/advice.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "advice", "advice-changed")
