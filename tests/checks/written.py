"""A leaflet written for a test of content: only its blocks and its sources differ."""

from __future__ import annotations

import textwrap

from polyleaf import checks
from polyleaf.content import leaflets
from polyleaf.model.findings import Finding
from polyleaf.model.leaflet import Asset, Leaflet

from .sheets import clinic

HEAD = """\
kind: leaflet
title: Eczema
summary: [Eczema is dry skin.]
published: 2026-01-01
review_by: 2199-01-01
written_by: A nurse
funding: none
sections:
  - id: one
    heading: About it
    blocks:
"""
SOURCES = """\
sources:
  - {id: review, cite: "Ek A. Creams. BMJ 2020.", url: "https://doi.org/10.1136/bmj.1", year: 2020, level: review}
  - {id: report, cite: "Ek B. A case. BMJ 2021.", url: "https://doi.org/10.1136/bmj.2", year: 2021, level: case-report}
"""  # noqa: E501
FIRST = HEAD.count("\n") + 1  # the line of the first block


def written(blocks: str, sources: str = SOURCES, name: str = "eczema") -> Leaflet:
    """The leaflet with these blocks in its section; a text alone is a paragraph."""
    if not blocks.startswith("- "):
        blocks = f'- paragraph: "{blocks}"'
    data = HEAD + textwrap.indent(blocks, "      ") + "\n" + sources
    return leaflets.parse(data.encode(), f"content/{name}.yaml", lambda *_: Asset("", "", b""))


def found(blocks: str, *codes: str, sources: str = SOURCES) -> list[Finding]:
    """What all checks find in it, of these codes."""
    every = checks.leaflet(written(blocks, sources), clinic())
    return [finding for finding in every if not codes or finding.code in codes]
