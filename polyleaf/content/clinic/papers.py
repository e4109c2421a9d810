"""The paper of a country."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.look import Paper
from .clinic_shape import ClinicShape

# CLDR, supplementalData: measurementData, paperSize US-Letter. Everywhere else it is A4.
LETTER = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
SIZES: dict[Paper, str] = {"a4": "A4", "letter": "letter"}  # as CSS names them


def usual(country: str) -> Paper:
    return "letter" if country in LETTER else "a4"


def foreign(shape: ClinicShape) -> Iterator[Finding]:
    """A warning where A4 is drawn for printers that hold Letter, or the other way round."""
    named = {str(name): name for name in shape.editions or ()}
    usual_here = shape.paper or usual(shape.country)
    other = "a4" if usual_here == "letter" else "letter"
    if other in named and usual_here not in named and shape.paper is None:
        message = f"{other} is not the paper of {shape.country}"
        hint = f"write {usual_here}; if {other} is meant, paper: {other} says so"
        where = named[other].where
        yield Finding(where, "edition-paper", message, hint, Severity.WARNING)
