"""Who has signed which texts of a translation, and how it was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from polyleaf.checks.translation.signature import check_sheet
from polyleaf.model.catalog import Provenance
from polyleaf.model.findings import Severity

from ..sheets import sheet

SIGNED = Provenance("human", "Dr A. Rao", date(2026, 11, 22), signature="current")


@pytest.mark.parametrize(
    ("origin", "found"),
    [
        (SIGNED, []),
        (replace(SIGNED, method="machine-edited"), []),
        (Provenance("source"), []),
        (Provenance("human"), ["unreviewed"]),
        (Provenance("machine"), ["unreviewed"]),
        (replace(SIGNED, signature="outdated"), ["review-outdated"]),
        (replace(SIGNED, signature="unproved"), ["review-unproved"]),
        (replace(SIGNED, method="machine"), ["machine-only"]),
        (
            replace(SIGNED, method="machine", signature="outdated"),
            ["review-outdated", "machine-only"],
        ),
    ],
)
def test_a_draft_warns_of_what_is_not_signed_as_it_stands(
    origin: Provenance, found: list[str]
) -> None:
    findings = list(check_sheet(replace(sheet({}), provenance=origin)))
    assert [finding.code for finding in findings] == found
    assert {finding.severity for finding in findings} <= {Severity.WARNING}


def test_a_translation_that_a_machine_made_is_called_so() -> None:
    (finding,) = check_sheet(replace(sheet({}), provenance=Provenance("machine")))
    assert finding.message == "the Hindi translation is machine-made and not reviewed"
    assert finding.hint == "`polyleaf sign hands -l hi` records the reviewer"
