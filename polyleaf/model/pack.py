"""What a person gets to review: every message of a leaflet beside its translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .catalog import Provenance, Waiver
from .findings import Finding
from .leaflet import Leaflet, Text
from .sheet import Language

# ready: it prints; fuzzy and missing do not; source: there is nothing to translate.
MessageState = Literal["ready", "fuzzy", "missing", "source"]
# unknown: there is no signed copy to compare with.
ChangeKind = Literal["unknown", "same", "changed", "new"]


@dataclass(frozen=True, slots=True)
class PackRow:
    """A message where the sheet prints it, and all that its reviewer should know."""

    number: int
    section: str  # its heading, or the part of the sheet
    role: str  # what it is there, in plain words
    text: Text
    countries: tuple[str, ...]  # the only ones it is printed for; empty is everywhere
    target: str
    state: MessageState
    signed: tuple[str, str] | None  # source and translation at the last review
    change: ChangeKind  # since then
    findings: tuple[Finding, ...]
    waivers: tuple[tuple[Waiver, bool], ...]  # and whether each is for these very texts


@dataclass(frozen=True, slots=True)
class PackPart:
    """The messages of one file, and who has answered for them."""

    file: str
    origin: Provenance
    rows: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A leaflet in one language, to be reviewed on paper."""

    leaflet: Leaflet
    language: Language
    texts: PackPart
    words: PackPart | None  # the interface's, if nobody has signed them as they are
    others: tuple[Finding, ...]  # those that stand at none of its messages
