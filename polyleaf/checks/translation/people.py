"""`people-changed`: a translation is about the same people as its source: children, women and men,
older people, those who are pregnant or breastfeed, doctors, families.

"It is not for children, pregnancy or breastfeeding" without the children is given to children. The
words are in `languages/meanings/people.toml`, sentence by sentence; a pronoun may stand for them in
the next sentence. An error in a safety text, else a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "people", "people-changed")
