"""`meaning-turned`: a word has not become its opposite: worse → better, more → less, harder →
easier, widen → narrow, rise → fall.

It is reported only if a sentence has lost the one and has got the other: "less" for "more" alone is
not enough where the source has both. The words are in `languages/meanings/comparison.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "comparison", "meaning-turned")
