"""`period-changed`: hours, days, weeks, months and years stay what they are, also without a number,
and so does how often: "some hours" is not "some days", "every day" not "every week" or "every other
day".

The words are in `languages/meanings/periods.toml`. Units after a number in digits are
`unit-changed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "periods", "period-changed")
