"""`jargon-unexplained`: medical words are explained where they are first met.

The words are those of polyleaf/languages/jargon.toml, in English alone. A word is explained if what
it means stands beside it: in brackets, behind a dash or "or", with "called", "means" or "is", as a
term with its explanation, or in the next sentence. Headings, what is quoted and what describes a
picture are not read. Each word is reported once.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.explained import OTHER_WORD, is_explained, read, role


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    known = languages.jargon(leaflet.language)
    if known is None:
        return
    met: set[str] = set()
    for text, value in read(leaflet):
        for found in known.pattern.finditer(value):
            meaning = known.meaning(found[0])
            if meaning in met:
                continue
            met.add(meaning)
            start, end = found.span()
            explained = is_explained(value, start, end) or OTHER_WORD.search(value[:start])
            if role(text) != "term" and not explained and meaning not in value:
                message = f'"{found[0]}" is not explained where it is first met'
                hint = f"write “{meaning}”, or say so next to it"
                yield Finding(text.where, "jargon-unexplained", message, hint, Severity.WARNING)
