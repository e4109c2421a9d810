"""`length-short`, `length-long`: a translation is about as long as the others in its catalog are.

A figure's description of six lines becomes "Dibujo de dos caras.", or a heading gets an
explanation. Measured against the median of the catalog, so that Chinese may be short and Tamil
long: a text is reported with less than two fifths of what is expected, or more than two and a half
times as much. Short texts vary more, and are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from ...model.findings import Finding, Severity
from ...model.unit import Translation, Unit
from ...typography import count_characters
from ..shared.message_finding import message_finding
from ..shared.printed_text import printed

ENOUGH = 8  # messages, for a median that means something
LEAST = 60  # characters of a source that may be too short
SHORTEST = 0.4
LONG, LONGEST = 25, 2.5  # characters of a source that may be too long
BEYOND = 40  # characters more than expected


def check_catalog(translation: Translation) -> Iterator[Finding]:
    lengths = [(unit, *_lengths(unit)) for unit in translation.units]
    usual = [target / source for _, source, target in lengths if source >= LONG]
    if len(usual) < ENOUGH:
        return
    ratio = median(usual)
    for unit, source, target in lengths:
        expected = source * ratio
        if source >= LEAST and target < SHORTEST * expected:
            message = f"{target} characters, where about {expected:.0f} are expected"
            hint = "is a part missing?"
            yield message_finding(unit, "length-short", message, hint, Severity.WARNING)
        elif source >= LONG and target > max(LONGEST * expected, expected + BEYOND):
            message = f"{target} characters, where about {expected:.0f} are expected"
            hint = "does it say more than its source?"
            yield message_finding(unit, "length-long", message, hint, Severity.WARNING)


def _lengths(unit: Unit) -> tuple[int, int]:
    return len(printed(unit.source)), count_characters(printed(unit.target))
