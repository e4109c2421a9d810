"""`place-changed`: countries and organisations are those of the source.

What the United States allow is not what the United Kingdom allows, and the FDA is not the EMA.
Those that health texts name most, with their adjectives, are in `languages/meanings/places.toml`;
of other countries CLDR's names are sought, each with any ending of its last letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared import meaning
from ..shared.message_finding import message_finding
from ..shared.sentences import words


def check_message(unit: Unit) -> Iterator[Finding]:
    yield from meaning.reported(unit, "places", "place-changed")
    named = languages.country_names(languages.find(unit.source_language))
    own = languages.country_names(unit.language)
    source, target = words(unit.source), words(unit.target)
    lost = {c: n for c, n in named.found(source).items() if not own.has(c, target)}
    added = own.found(target) if lost else {}
    for code, name in lost.items():
        other = next((n for c, n in added.items() if not named.has(c, source)), "")
        message = f'the source has "{name}", the translation {f"{other!r}" if other else "not"}'
        hint = f"CLDR calls it {own.names[code]}" if code in own.names else ""
        severity = Severity.ERROR if unit.safety and other else Severity.WARNING
        yield message_finding(unit, "place-changed", message, hint, severity)
