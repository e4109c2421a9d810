"""`date-changed`: a month next to a day or a year is a month of the source.

22 November 2026 is 22 नवंबर 2026, 2026年11月22日 or 22/11/2026. Days, years and dates in digits are
`number-changed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ... import languages
from ...model.findings import Finding
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.amounts.european_digits import has_number
from ..shared.amounts.numerals import Values
from ..shared.amounts.spelled import HAN_SCRIPTS
from ..shared.contacts import contacts
from ..shared.message_finding import message_finding

DATED = re.compile(
    r"(?<!\d)(?P<han>\d\d?)月|(?<!\d)\d+\S{0,3}\s+(?:de |of )?(?P<after>[^\s\d,.،]+)"
    r"|(?<![^\s\d,.،])(?P<before>[^\s\d,.،]+)\.?\s+\d+"
)


def check_message(unit: Unit) -> Iterator[Finding]:
    if not has_number(unit.source):
        return
    source, target = (contacts(text).rest for text in (unit.source, unit.target))
    wanted = _dated(source, languages.find(unit.source_language))
    got = _dated(target, unit.language) if wanted else {}
    lost = [shown for month, shown in wanted.items() if month not in got]
    added = [shown for month, shown in got.items() if month not in wanted]
    for one, other in zip(lost, added, strict=False):
        yield message_finding(
            unit, "date-changed", f"the source has {one}, the translation has {other}"
        )


def _dated(text: str, language: Language) -> dict[Values, str]:
    """The months that stand next to a number, and how each is first written."""
    months = languages.month_words(language)
    found: dict[Values, str] = {}
    for match in DATED.finditer(text):
        name = match["after"] or match["before"]
        if name and (month := months.get(languages.word_key(name))):
            found.setdefault(month, match[0].strip())
        elif match["han"] and language.script in HAN_SCRIPTS and 0 < int(match["han"]) <= 12:
            found.setdefault(frozenset({Fraction(match["han"])}), match[0])
    return found
