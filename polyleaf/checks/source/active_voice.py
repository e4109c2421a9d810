"""`voice-passive`: more than every third English sentence says what is done, and not who does it.

A passive sentence here and there is right: "You may be asked to fast". One warning for a leaflet
names the first three. Participles that are as good as adjectives (tired, swollen, inflamed)
are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.english_voice import is_passive
from ..shared.prose import named, prose

ENOUGH, MANY, SHOWN = 10, 1 / 3, 3


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.language.partition("-")[0] != languages.ENGLISH:
        return
    those = prose(leaflet, languages.find(leaflet.language))
    passive = [each for each in those if is_passive(each.said)]
    if len(those) >= ENOUGH and len(passive) > MANY * len(those):
        message = f"{len(passive)} of {len(those)} sentences are in the passive voice"
        hint = f"say who does it, such as you or we: {named(passive[:SHOWN])}"
        yield Finding(passive[0].text.where, "voice-passive", message, hint, Severity.WARNING)
