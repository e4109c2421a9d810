"""`review-due`, `source-unreviewed`: a person answers for the text, and its review is not due.

A draft past its date is a warning; a release refuses it, and a text without `reviewed_by`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ...model.task import Task


def today() -> date:
    return date.today()


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.review_by < today():
        message = f"the review was due on {leaflet.review_by}"
        hint = "review the text, then move review_by"
        yield Finding(leaflet.review_by_where, "review-due", message, hint, Severity.WARNING)


def check_release(task: Task) -> Iterator[Finding]:
    if not task.leaflet.reviewed_by:
        hint = "reviewed_by gives the name, the role and the day"
        yield Finding(task.leaflet.where, "source-unreviewed", "the text is not reviewed", hint)
