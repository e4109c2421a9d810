"""`review-due`, `unreviewed`: a sheet that is past its date, or that no person has checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Clinic, Leaflet, LocalizedLeaflet
from ..problems import Finding, Severity, Where


def check_due(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.review_by < date.today():
        message = f"the review was due on {leaflet.review_by}"
        hint = "review the text, then move review_by"
        yield Finding(
            leaflet.review_by_where, "review-due", message, hint, severity=Severity.WARNING
        )


def check_reviewed(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    if not sheet.provenance.reviewed:
        message = f"nobody has reviewed the {sheet.language.english_name} translation"
        hint = "X-Polyleaf-Reviewed-By and -On in the PO header say who did"
        where = Where(sheet.leaflet.title.where.path)
        yield Finding(where, "unreviewed", message, hint, severity=Severity.WARNING)
