"""`urgent-missing`, `urgent-telephone`, `urgent-fallback`: readers in danger know whom to call.

A leaflet that compares treatments, plans medicines or speaks of an emergency has a box with `tone:
urgent`, or an action plan with its red zone. The box, or its section, names `{clinic.urgent_phone}`
or the emergency number; if it names the clinic, it also says what to do when nobody answers. A
number comes from clinic.yaml, because numbers change before leaflets do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import languages
from ...languages import as_compared
from ...languages.content_words import Words
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Callout, Leaflet, Options, Section, Text
from ...model.plans import Schedule, Zones
from ...model.walk import parts, texts
from ..shared.statements import statements

TELEPHONE = re.compile(r"\{clinic\.(\w*phone\w*)\}")


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    words = languages.content_words(languages.find(leaflet.language))
    urgent = [(s, box) for s in leaflet.sections for box in s.blocks if _is_urgent(box)]
    if not urgent and not any(True for _ in parts(leaflet, Zones)):
        yield from _missing(leaflet, words)
    for section, box in urgent:
        if isinstance(box, Callout):
            yield from _of_box(box, section, words)


def _is_urgent(block: object) -> bool:
    return isinstance(block, Callout) and block.tone == "urgent"


def _missing(leaflet: Leaflet, words: Words) -> Iterator[Finding]:
    hint = (
        "add a callout with `tone: urgent`: the signs, {clinic.urgent_phone}, and if nobody answers"
    )
    treatments = next((p for kind in (Options, Schedule) for p in parts(leaflet, kind)), None)
    if treatments is not None:
        where, message = next(texts(treatments)).where, "treatments, and no box for urgent help"
        yield Finding(where, "urgent-missing", message, hint, Severity.WARNING)
        return
    for statement in statements(leaflet) if words else ():
        if match := words["act_now"].first(as_compared(statement.text.value)):
            message = f'"{match.shown}", and no box for urgent help'
            where = statement.text.where
            yield Finding(where, "urgent-missing", message, hint, Severity.WARNING)
            return


def _of_box(box: Callout, section: Section, words: Words) -> Iterator[Finding]:
    own = f"{box.heading.value} {box.text.value}"
    around = " ".join(text.value for text in texts(section))
    named = TELEPHONE.findall(own) or TELEPHONE.findall(around)
    help_ = bool(words) and words["emergency"].first(as_compared(own)) is not None
    if not named and not help_:
        message = "the urgent box does not say whom to call"
        hint = "write {clinic.urgent_phone} or whom to call for an ambulance"
        yield _warning(box.text, "urgent-telephone", message, hint)
    elif "urgent_phone" not in named and not help_:
        message = "the urgent box has the ordinary telephone number"
        yield _warning(box.text, "urgent-telephone", message, "write {clinic.urgent_phone}")
    if named and words and not words["fallback"].first(as_compared(around)):
        message = "the urgent box does not say what to do if nobody answers"
        hint = "add: If nobody answers, go to the nearest emergency department."
        yield _warning(box.text, "urgent-fallback", message, hint)


def _warning(text: Text, code: str, message: str, hint: str) -> Finding:
    return Finding(text.where, code, message, hint, Severity.WARNING)
