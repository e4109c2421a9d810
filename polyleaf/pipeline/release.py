"""A release: its leaflets do not contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .. import checks
from ..model.findings import Severity
from ..translation.reader import Reader
from .incremental.record import Planned
from .plan import Plan, PlannedSheet


def compared(
    read: Plan, reader: Reader, sheets: Iterable[PlannedSheet], plans: dict[str, Planned], key: str
) -> Plan:
    """What is read; nothing is to be made if there is an error in the leaflets of `sheets`.

    All that are asked for are compared, also those whose sheets stand. What is found goes to the
    record with the plan at `key`; an error leaves no plan there, so that each build tells it again.
    """
    names = dict.fromkeys(sheet.job.leaflet for sheet in sheets)
    leaflets = (leaflet for name in names if (leaflet := reader.leaflet(name)))
    found = checks.project(leaflets, release=True)
    findings = (*read.findings, *found)
    if any(finding.severity is Severity.ERROR for finding in found):
        plans.pop(key, None)
        failed = (*read.failed, *(task.file for task in read.tasks))
        return replace(read, tasks=(), failed=failed, findings=findings)
    if key in plans:
        plans[key] = plans[key]._replace(findings=found)
    return replace(read, findings=findings)
