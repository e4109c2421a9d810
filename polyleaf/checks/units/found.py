"""How a finding in a translation is told."""

from __future__ import annotations

from ...model import Unit
from ...problems import Finding, Severity

SHOWN = 60  # characters


def found(
    unit: Unit, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    """A finding at the message's translation; the hint says where its source stands."""
    known = unit.source_where != unit.where and bool(unit.source_where.path)
    place = f"the source is {unit.source_where}" if known else ""
    parts = "; ".join(part for part in (hint, place) if part)
    return Finding(unit.where, code, message, parts, severity=severity)


def short(text: str) -> str:
    """As much of a text as a message shows."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
