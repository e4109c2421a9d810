"""`negation-doubled`: an English sentence that takes back one "not" with another.

"Not uncommon" is common, and "you cannot not treat it" is hard to follow. Two negations that each
say something are right: "Do not stop without asking us", "No cream, no sun".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.prose import prose, shown

NOT = r"(?:not|never|cannot|hardly|scarcely|\w+n['’]t)"
DEGREE = r"(?: \w+ly| very| at all| so| be| been| an?| entirely| quite)?"
OPPOSITES = (
    "abnormal|atypical|impossible|improbable|inaccurate|inadvisable|inappropriate|incapable"
    "|incompatible|incorrect|ineffective|inexpensive|infrequent|infrequently|insignificant"
    "|insufficient|invisible|irrelevant|unable|unaware|uncommon|uncommonly|unheard of|unimportant"
    "|unlike|unlikely|unnecessary|unpleasant|unreasonable|unrelated|unsafe|unsuitable|untreatable"
    "|unusual|unusually|unwell|unwilling"
)
ASKED = "ask|talk|speak|check|tell|see|consult|discuss|first|your|our|a |the |advice|medical"
AUXILIARY = r"(?:cannot|(?:could|do|does|did) not|(?:ca|could|do|does|did)n['’]t)"
NOBODY = r"(?:nobody|no one|nothing|none|never)"
NEGATED = r"(?:cannot|never|(?:do|does|has|is|are) not|(?:ca|do|does|has|is|are)n['’]t)"
DOUBLED = re.compile(
    rf"\b{NOT}{DEGREE} (?:{OPPOSITES})\b|\bnot without (?!{ASKED})|\b{AUXILIARY} not\b(?! only)"
    rf"|\b{NOBODY} {NEGATED}\b|\b{NOBODY} (?:is|are|was) (?:{OPPOSITES})\b|\bnot fail to\b"
    r"|\bavoid(?:s|ing)? not\b",
    re.IGNORECASE,
)


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.language.partition("-")[0] != languages.ENGLISH:
        return
    for each in prose(leaflet, languages.find(leaflet.language)):
        if found := DOUBLED.search(each.said):
            message = f"two negations that undo each other: “{found[0].strip()}”"
            hint = f"say what is so: “{shown(each.said)}”"
            yield Finding(each.text.where, "negation-doubled", message, hint, Severity.WARNING)
