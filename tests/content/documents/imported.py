"""What documents become, for tests."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import yaml

from polyleaf.content import documents

TODAY = date(2026, 12, 1)
OURS = {"079460958": "phone"}


def made(data: str | bytes, suffix: str = ".md", country: str = "GB") -> documents.Document:
    raw = data.encode() if isinstance(data, str) else data
    return documents.read(raw, f"knee{suffix}", "knee", country, OURS, TODAY)


def leaflet(data: str | bytes, suffix: str = ".md", country: str = "GB") -> dict[str, Any]:
    found = yaml.safe_load(made(data, suffix, country).text)
    assert isinstance(found, dict)
    return found


def blocks(data: str | bytes, suffix: str = ".md") -> list[dict[str, Any]]:
    return [b for part in leaflet(data, suffix)["sections"] for b in part["blocks"]]


def word(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def left_over(document: documents.Document) -> list[str]:
    """What ends the YAML since no key has it."""
    _, _, end = document.text.partition("# look: not taken over from the file:\n")
    return [line.removeprefix("#   ") for line in end.splitlines()]


def remarks(document: documents.Document) -> str:
    return "; ".join(finding.message for finding in document.findings)
