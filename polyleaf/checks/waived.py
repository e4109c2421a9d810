"""`waiver-ended`, `waiver-unused`: a person waives a finding of one message, as it stands.

A waiver is a comment of the message, which every editor of catalogs keeps:

    # waive number-changed [3f2a91bc]: the day is a name here

The eight digits are a fingerprint of source and translation. When either changes, the waiver ends:
the finding is reported again, and so is the waiver. `polyleaf waive` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model.catalog import Waiver
from ..model.findings import Finding, Severity
from ..model.unit import Unit
from .shared.message_finding import message_finding


def apply(findings: Iterable[Finding], units: Sequence[Unit]) -> Iterator[Finding]:
    """The findings that are not waived; then those about waivers."""
    waived = {unit.where: unit for unit in units if unit.waivers}
    used: set[tuple[Unit, Waiver]] = set()
    for finding in findings:
        unit = waived.get(finding.where)
        waiver = _waiver(unit, finding.code) if unit else None
        if unit is None or waiver is None:
            yield finding
        elif waiver.fingerprint == unit.fingerprint:
            used.add((unit, waiver))
        else:
            hint = f'waived once, for other texts: "{waiver.reason}"'
            yield finding._replace(hint="; ".join(filter(None, (finding.hint, hint))))
    for unit in waived.values():
        for waiver in unit.waivers:
            if waiver.fingerprint != unit.fingerprint:
                message = f"the waiver of {waiver.code} was for other texts"
                hint = f"look again, then write [{unit.fingerprint}] into it, or take it out"
                yield message_finding(unit, "waiver-ended", message, hint, Severity.WARNING)
            elif (unit, waiver) not in used:
                message = f"there is no finding {waiver.code} to waive"
                yield message_finding(
                    unit, "waiver-unused", message, "take it out", Severity.WARNING
                )


def holds(unit: Unit, code: str) -> bool:
    """Whether a person waived `code` for the message as it stands."""
    waiver = _waiver(unit, code)
    return waiver is not None and waiver.fingerprint == unit.fingerprint


def _waiver(unit: Unit, code: str) -> Waiver | None:
    """The waiver of `code`; of two the one that holds."""
    ours = [waiver for waiver in unit.waivers if waiver.code == code]
    return next((w for w in ours if w.fingerprint == unit.fingerprint), ours[0] if ours else None)
