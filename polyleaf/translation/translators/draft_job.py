"""What a translator gets, and what it reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model.findings import Finding


@dataclass(frozen=True, slots=True)
class DraftJob:
    """A catalog to draft. `findings` takes what went wrong with parts of it."""

    path: str  # of the catalog, as findings name it
    source: str  # BCP 47
    target: str
    address: str = ""  # of a server; empty: the translator's own default on this machine
    seconds: float = 60.0  # that one answer may take
    findings: list[Finding] = field(default_factory=list)
