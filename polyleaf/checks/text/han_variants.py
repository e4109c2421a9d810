"""`han-variant`: Chinese is in one kind of characters, Simplified (`zh-Hans`) or Traditional.

`請馬上就醫` in a Simplified sheet was never converted, or comes from another file. A single such
character may belong to a name, and is a warning; two are an error. Characters that both kinds write
tell nothing (后, 里).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ...languages import han
from ...model.findings import Finding, Severity
from ...model.leaflet import Text
from ...model.sheet import Language
from ..shared.strings import NOWHERE

CODE = "han-variant"
SURE = 2  # characters
SHOWN = 8
KINDS = {"Hans": "Simplified", "Hant": "Traditional"}


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    if language.script in KINDS:
        for finding in _found(text.value, language.script):
            yield finding._replace(where=text.where)


@lru_cache(maxsize=8192)
def _found(value: str, script: str) -> tuple[Finding, ...]:
    instead = _instead(script)
    found = list(dict.fromkeys(character for character in value if character in instead))
    if not found:
        return ()
    shown = "".join(found[:SHOWN])
    message = f"{shown} {'is' if len(found) == 1 else 'are'} not {KINDS[script]} Chinese"
    hint = f"write {''.join(instead[character] for character in found[:SHOWN])}"
    severity = Severity.ERROR if len(found) >= SURE else Severity.WARNING
    return (Finding(NOWHERE, CODE, message, hint, severity),)


@cache
def _instead(script: str) -> dict[str, str]:
    return dict(han.to_simplified() if script == "Hans" else han.to_traditional())
