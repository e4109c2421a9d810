"""`review-due`, `source-unreviewed`, `unreviewed`, `review-outdated`, `review-unproved`,
`machine-only`: who answers for a text and its translation. A draft warns, a release refuses.

A review counts while the texts are those that were signed (`polyleaf sign` keeps a copy of them).
A machine's translation that was never more than read is `machine-only`: whoever has compared it
with its source says so by signing it as `machine-edited`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Clinic, Language, Leaflet, LocalizedLeaflet, Provenance, Task
from ..problems import Finding, Severity, Where

SIGN = "`polyleaf sign` records who has"


def check_due(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.review_by < date.today():
        message = f"the review was due on {leaflet.review_by}"
        yield _told(
            leaflet.review_by_where, "review-due", message, "review the text, then move review_by"
        )


def check_reviewed(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    where = Where(sheet.leaflet.title.where.path)
    yield from _of(sheet.provenance, sheet.language, where)


def check_release(task: Task) -> Iterator[Finding]:
    """What a draft says on the sheet alone, or not at all."""
    if not task.leaflet.reviewed_by:
        hint = "reviewed_by names who has, in what role and when"
        message = "nobody has reviewed the text"
        yield Finding(task.leaflet.where, "source-unreviewed", message, hint)
    if task.words is not None:
        for finding in _of(task.words.provenance, task.language, Where(task.words.path)):
            yield finding._replace(severity=Severity.ERROR)


def _of(origin: Provenance, language: Language, where: Where) -> Iterator[Finding]:
    name, by = f"the {language.english_name} translation", f"{origin.reviewed_by} signed"
    match origin.signature:
        case _ if origin.reviewed and origin.method != "machine":
            return
        case "none":
            made = ", which a machine made" if origin.method == "machine" else ""
            yield _told(where, "unreviewed", f"nobody has reviewed {name}{made}", SIGN)
        case "outdated":
            message = f"texts of {name} have changed since {by} it on {origin.reviewed_on}"
            hint = "`polyleaf -e review` prints what has changed"
            yield _told(where, "review-outdated", message, hint)
        case "unproved":
            message = f"{by} {name}, but no signed copy tells which texts"
            yield _told(where, "review-unproved", message, SIGN)
    if origin.method == "machine" and origin.signature != "none":
        hint = "a person who has compared it with the source signs it with --method machine-edited"
        yield _told(where, "machine-only", f"{name} is a machine's alone", hint)


def _told(where: Where, code: str, message: str, hint: str) -> Finding:
    return Finding(where, code, message, hint, severity=Severity.WARNING)
