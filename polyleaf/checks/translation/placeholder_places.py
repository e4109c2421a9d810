"""`placeholder-moved`: each {placeholder} stands in the sentence of its source.

If {clinic.urgent_phone} and {clinic.phone} change places, a patient in need calls the desk. In one
sentence a language may turn their order, unless both are telephone numbers of their own clause.
`placeholder-lost` tells of those that are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared.message_finding import message_finding
from ..shared.sentences import Pair, pairs

PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def check_message(unit: Unit) -> Iterator[Finding]:
    named = PLACEHOLDER.findall(unit.source)
    if len(set(named)) < 2 or Counter(named) != Counter(PLACEHOLDER.findall(unit.target)):
        return
    for pair in pairs(unit.source, unit.target, unit.language):
        source, target = _placeholders(pair)
        if source != target and pair.source and pair.target:
            moved = next(iter((target - source) or (source - target)))
            message = f"{moved} stands in another sentence than in the source"
            severity = Severity.ERROR if "phone" in moved else Severity.WARNING
            yield message_finding(unit, "placeholder-moved", message, severity=severity)
            return
    wanted, got = (_phones(text) for text in (unit.source, unit.target))
    if len(set(wanted)) > 1 and wanted != got:
        message = f"{got[0]} stands in the place of {wanted[0]}"
        hint = "each telephone number belongs to its own advice"
        yield message_finding(unit, "placeholder-moved", message, hint)


def _placeholders(pair: Pair) -> tuple[Counter[str], Counter[str]]:
    ours, theirs = (
        Counter(a for one in side for a in one.anchors if a.startswith("{"))
        for side in (pair.source, pair.target)
    )
    return ours, theirs


def _phones(text: str) -> list[str]:
    return [one for one in PLACEHOLDER.findall(text) if "phone" in one]
