"""`time-changed`: a translation says when, and in which order, as its source does: now, today,
later, before, after, first, until.

"Call now" is not "call", nor "call when you can"; "after laser" is not "before laser". The words
are in `languages/meanings/time.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "time", "time-changed")
