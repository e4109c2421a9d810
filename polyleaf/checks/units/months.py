"""`date-changed`: a month beside a day or a year is a month of the source.

22 November 2026 is 22 नवंबर 2026, 2026年11月22日 or 22/11/2026. Days and years, and dates in digits,
are told by `numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ... import languages
from ...model import Language, Unit
from ...problems import Finding
from . import addresses
from .amounts.digits import has_number
from .amounts.numerals import Values
from .amounts.spelled import HAN_SCRIPTS
from .found import found

SOURCE_LANGUAGE = "en"
DATED = re.compile(
    r"(?<!\d)(?P<han>\d\d?)月|(?<!\d)\d+\S{0,3}\s+(?:de |of )?(?P<after>[^\s\d,.،]+)"
    r"|(?<![^\s\d,.،])(?P<before>[^\s\d,.،]+)\.?\s+\d+"
)


def check(unit: Unit) -> Iterator[Finding]:
    if not has_number(unit.source):
        return
    source, target = (addresses.part(text).rest for text in (unit.source, unit.target))
    wanted = _dated(source, languages.find(SOURCE_LANGUAGE))
    got = _dated(target, unit.language) if wanted else {}
    lost = [shown for month, shown in wanted.items() if month not in got]
    added = [shown for month, shown in got.items() if month not in wanted]
    for one, other in zip(lost, added, strict=False):
        yield found(unit, "date-changed", f"the source has {one}, the translation has {other}")


def _dated(text: str, language: Language) -> dict[Values, str]:
    """The months that stand beside a number, and how the first of each is written."""
    months = languages.month_words(language)
    told: dict[Values, str] = {}
    for match in DATED.finditer(text):
        name = match["after"] or match["before"]
        if name and (month := months.get(languages.word_key(name))):
            told.setdefault(month, match[0].strip())
        elif match["han"] and language.script in HAN_SCRIPTS and 0 < int(match["han"]) <= 12:
            told.setdefault(frozenset({Fraction(match["han"])}), match[0])
    return told
