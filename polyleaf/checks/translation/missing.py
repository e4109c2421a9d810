"""`untranslated`, `safety-missing`: every message has a translation that is not fuzzy.

A message without one keeps its sheet from being built. With `--allow-untranslated` it is printed in
the source language, marked, and reported as a warning. For a text with `safety: true`
`safety-missing` is reported as well, which a release refuses.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import LocalizedLeaflet
from ...model.walk import texts

SHOWN = 50  # characters


def check_sheet(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    yield from sheet.missing
    for text in texts(sheet.leaflet):
        if text.untranslated and text.safety:
            shown = text.value if len(text.value) < SHOWN else f"{text.value[: SHOWN - 1]}…"
            message = f'the safety text "{shown}" is not in {sheet.language.english_name}'
            hint = "translate it first: a release refuses it"
            yield Finding(text.where, "safety-missing", message, hint, severity=Severity.WARNING)
