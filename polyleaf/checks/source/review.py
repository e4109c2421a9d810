"""`review-due`, `review-soon`, `source-unreviewed`: a person answers for the text, and in time.

A draft past its date is a warning; a release refuses it, and a text without `reviewed_by`. In the
90 days before its date a warning says how many are left: reviews and translations take weeks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ...model.task import Task

SOON = 90  # days


def today() -> date:
    return date.today()


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.review_by < today():
        message = f"the review was due on {leaflet.review_by}"
        hint = "review the text, then move review_by"
        yield Finding(leaflet.review_by_where, "review-due", message, hint, Severity.WARNING)
    elif (left := (leaflet.review_by - today()).days) <= SOON:
        when = "today" if not left else "tomorrow" if left == 1 else f"in {left} days"
        message = f"the review is due {when}, on {leaflet.review_by}"
        hint = "review the text, then move review_by"
        yield Finding(leaflet.review_by_where, "review-soon", message, hint, Severity.WARNING)


def check_release(task: Task) -> Iterator[Finding]:
    if not task.leaflet.reviewed_by:
        hint = "reviewed_by gives the name, the role and the day"
        yield Finding(task.leaflet.where, "source-unreviewed", "the text is not reviewed", hint)
