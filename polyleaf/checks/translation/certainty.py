"""`certainty-changed`: what may be is not what will be, and the other way round.

"Infection is possible" is not "infection is certain", "skin may change colour" not "changes
colour", "often" not "always", "the study cannot show" not "can show". The words are in
`languages/meanings/certainty.toml`. A language may say "can" in a verb of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "certainty", "certainty-changed")
