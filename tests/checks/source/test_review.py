"""A text is past its date on the day after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from polyleaf.checks.source.review import check_leaflet
from polyleaf.model.findings import Severity

from ..sheets import clinic, leaflet


@pytest.mark.parametrize(("days", "due"), [(-2, True), (200, False)])
def test_a_review_is_due_after_its_date(days: int, due: bool) -> None:
    subject = replace(leaflet(), review_by=date.today() + timedelta(days))
    found = [(f.code, f.severity, f.where) for f in check_leaflet(subject, clinic())]
    assert found == [("review-due", Severity.WARNING, subject.review_by_where)] * due


@pytest.mark.parametrize(("days", "soon"), [(0, True), (90, True), (91, False)])
def test_a_review_is_near_for_ninety_days(days: int, soon: bool) -> None:
    subject = replace(leaflet(), review_by=date.today() + timedelta(days))
    found = [(f.code, f.severity) for f in check_leaflet(subject, clinic())]
    assert found == [("review-soon", Severity.WARNING)] * soon
