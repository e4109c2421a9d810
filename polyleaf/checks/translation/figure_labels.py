"""`label-alike`: the labels of one figure, the columns of one table and the options of one plan
differ in the translation where they differ in the source.

If "Chin" and "Cheeks" are both "cheeks", a reader looks at the wrong place. A capital or a plural
makes no difference. Other messages that are translated alike are `translated-alike`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Translation, Unit
from ..shared.english import words_only
from ..shared.message_finding import message_finding, shorten

ROLES = ("figure-label", "column", "option", "row", "zone", "label")


def check_catalog(translation: Translation) -> Iterator[Finding]:
    figures: defaultdict[str, dict[str, Unit]] = defaultdict(dict)
    for unit in translation.units:
        if unit.context.endswith(ROLES):
            first = figures[unit.context].setdefault(_key(unit.target), unit)
            if _key(first.source) != _key(unit.source):
                message = (
                    f'"{shorten(unit.source)}" is called "{shorten(unit.target)}", '
                    f'as "{shorten(first.source)}" is at {first.where}'
                )
                yield message_finding(unit, "label-alike", message, "call them differently")


def _key(value: str) -> str:
    return " ".join(words_only(value).casefold().split()).removesuffix("s")
