"""`unit-space`, `date-ambiguous`: a number is read in one way.

A space parts a number from its unit (SI Brochure, 5.4.3; ISMP: 10mg was read as 100 mg); a leaflet
that leaves it out everywhere is reported once. 03/04/2026 is in March for some readers and in April
for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.contacts import contacts
from ..shared.statements import statements

UNIT = re.compile(
    r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?:mg|mcg|µg|μg|kg|g|ml|mL|cl|dl|l|L|mm|cm|m|km|kcal|kJ|mmol|mol|IU|"
    r"mmHg|kPa|hPa|nm|Hz)(?![\w%'’-])"
)
DATE = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-])")


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    joined = [
        (statement.text, match[0])
        for statement in statements(leaflet)
        for match in UNIT.finditer(statement.text.value)
    ]
    if joined:
        text, shown = joined[0]
        more = f", and {len(joined) - 1} more" if len(joined) > 1 else ""
        message, hint = f'no space before the unit: "{shown}"{more}', "write 10 mg, not 10mg"
        yield Finding(text.where, "unit-space", message, hint, Severity.WARNING)
    for statement in statements(leaflet):
        if not any(sign in statement.text.value for sign in "/.-"):
            continue
        for match in DATE.finditer(contacts(statement.text.value).rest):
            day, month = int(match[1]), int(match[3])
            if 1 <= day <= 12 and 1 <= month <= 12 and day != month:
                message = f'"{match[0]}" may be in either month'
                where, hint = statement.text.where, "write the month as a word: 3 April 2026"
                yield Finding(where, "date-ambiguous", message, hint, Severity.WARNING)
