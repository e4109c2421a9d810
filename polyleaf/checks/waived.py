"""`waiver-ended`, `waiver-unused`: a person waives a finding of one message, as it stands.

A waiver is a comment of the message, which every editor of catalogs keeps:

    # waive number-changed [3f2a91bc]: the day is a name here

The eight digits are a fingerprint of source and translation. When either changes, the waiver ends:
the finding is reported again, and so is the waiver. `polyleaf waive` writes it.

A warning about the source is waived in the content file, on the block, section, source or leaflet
that it is about: `waive: {promise-cure: the name of a charity}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ..model.catalog import Waiver
from ..model.findings import Finding, Severity, did_you_mean
from ..model.leaflet import Leaflet, SourceWaiver
from ..model.unit import Unit
from .registry import CHECKS, RULES
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


def in_source(
    findings: Iterable[Finding], leaflet: Leaflet, *, of_project: bool = False
) -> Iterator[Finding]:
    """The findings in a leaflet but for the warnings that are waived; then those about waivers."""
    used: set[SourceWaiver] = set()
    for finding in findings:
        waivers = {w for w in leaflet.waivers if w.code == finding.code}
        ours = {w for w in waivers if finding.where in w.places}
        if finding.severity is not Severity.WARNING or not ours:
            yield finding
        used |= ours
    for waiver in leaflet.waivers:
        if waiver not in used and (waiver.code in _of_project()) == of_project:
            message = f"there is no warning {waiver.code} to waive here"
            hint = "take it out" if waiver.code in RULES else did_you_mean(waiver.code, RULES)
            yield Finding(waiver.where, "waiver-unused", message, hint, Severity.WARNING)


@cache
def _of_project() -> frozenset[str]:
    """The codes that only the leaflets of a project together can have."""
    rows = (rows for name, rows in CHECKS.items() if name.startswith("project."))
    return frozenset(rule.code for each in rows for rule in each)


def holds(unit: Unit, code: str) -> bool:
    """Whether a person waived `code` for the message as it stands."""
    waiver = _waiver(unit, code)
    return waiver is not None and waiver.fingerprint == unit.fingerprint


def _waiver(unit: Unit, code: str) -> Waiver | None:
    """The waiver of `code`; of two the one that holds."""
    ours = [waiver for waiver in unit.waivers if waiver.code == code]
    return next((w for w in ours if w.fingerprint == unit.fingerprint), ours[0] if ours else None)
