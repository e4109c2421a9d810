"""`term-avoided`: one word for one thing, as the source glossary has it.

A comment of a term in locales/glossary.pot names the words that stand for it nowhere:

#. A time when the signs of rosacea get worse. #. Not: flare-up, outbreak* msgid "flare"

A `*` stands for any ending; hyphens and spaces are alike. Words in quotation marks are not read:
they are what a reader has heard. Each word is reported once a leaflet, with the lines where it
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ...model.walk import texts
from ..shared.english import words_only
from ..shared.explained import QUOTED

SHOWN = 5  # lines


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    said = [(QUOTED.sub(" ", words_only(text.value)), text.where) for text in texts(leaflet)]
    for avoided in leaflet.avoided:
        found = [where for value, where in said if _pattern(avoided.word).search(value)]
        if found:
            message = f'"{avoided.word.strip("*")}" is called "{avoided.term}" in the glossary'
            lines = list(dict.fromkeys(where.line for where in found))
            hint = f"lines {', '.join(map(str, lines[:SHOWN]))}" if len(lines) > 1 else ""
            hint += f" and {len(lines) - SHOWN} more" if len(lines) > SHOWN else ""
            hint = "; ".join(filter(None, (hint, f"the glossary: {avoided.where}")))
            yield Finding(found[0], "term-avoided", message, hint, Severity.WARNING)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in re.split(r"[\s-]+", word.strip()))
    joined = r"[\s-]+".join(parts)
    return re.compile(rf"(?<!\w){joined}(?:s|es)?(?!\w)", re.IGNORECASE)
