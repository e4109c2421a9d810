"""`condition-changed`: even if, only, unless and without stay what they are.

"Call even if your skin is calm" is not "call only if", "unless a doctor tells you to" not "if". The
words are in `languages/meanings/conditions.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "conditions", "condition-changed")
