"""`quantity-changed`: most, some, half and neither stay what they are; "several creams" are not
"all creams".

The words are in `languages/meanings/quantity.toml`. Words such as "all" and "both" are reported
only if they stand for another one: languages add and leave them out. It is a warning: on catalogs
of other projects two of seven opposites were faults ("lots" may be "several").
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "quantity", "quantity-changed", Severity.WARNING)
