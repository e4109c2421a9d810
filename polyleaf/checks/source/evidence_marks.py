"""`evidence-several`, `evidence-safety`: a mark of evidence stands for one statement.

Behind a paragraph of several sentences or a list, it is unclear what a mark grades; behind a safety
text it would call a warning weak. Make a term of the claim that is graded, or take the mark away.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Block, Bullets, Callout, Leaflet, Paragraph, Steps
from ...model.walk import texts
from ..shared.sentences import sentences

HINT = "write the graded claim as an item of `terms`, with `evidence` there"


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for section in leaflet.sections:
        for block in section.blocks:
            if block.evidence and isinstance(block, Paragraph | Bullets | Steps | Callout):
                yield from _of(block)


def _of(block: Block) -> Iterator[Finding]:
    every = list(texts(block))
    where, mark = every[0].where, f'"{block.evidence}" evidence'
    if sum(len(sentences(text.value)) for text in every) > 1:
        message = f"{mark} stands behind several statements"
        yield Finding(where, "evidence-several", message, HINT, Severity.WARNING)
    if any(text.safety for text in every):
        message = f"{mark} stands behind a safety text"
        yield Finding(where, "evidence-safety", message, HINT, Severity.WARNING)
