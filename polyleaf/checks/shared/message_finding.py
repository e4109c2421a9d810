"""A finding in a message of a catalog."""

from __future__ import annotations

from ...model.findings import Finding, Severity
from ...model.unit import Unit

SHOWN = 60  # characters


def message_finding(
    unit: Unit, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    """A finding at the message's translation; the hint ends with the place of its source."""
    known = unit.source_where != unit.where and bool(unit.source_where.path)
    place = f"the source is {unit.source_where}" if known else ""
    return Finding(unit.where, code, message, "; ".join(filter(None, (hint, place))), severity)


def shorten(text: str) -> str:
    """As much of a text as a message shows."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
