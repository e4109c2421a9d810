"""Units to be checked, and what is found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from polyleaf import languages
from polyleaf.model.findings import Finding, Where
from polyleaf.model.unit import Unit

SOURCE = Where("content/hands.yaml", 12, 9)
PO = Where("locales/hi/LC_MESSAGES/hands.po", 12)
Check = Callable[[Unit], Iterator[Finding]]


def unit(source: str, target: str, language: str = "hi", **more: Any) -> Unit:
    made = Unit(source, target, languages.find(language), PO, SOURCE, "how/paragraph")
    return replace(made, **more)


def reported(
    check: Check, source: str, target: str, language: str = "hi", **more: Any
) -> list[str]:
    """What is found, as "code: message"."""
    return [f"{f.code}: {f.message}" for f in check(unit(source, target, language, **more))]
