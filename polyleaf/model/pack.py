"""A review pack: every message of a leaflet with its translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .catalog import Note, Provenance, Waiver
from .findings import Finding
from .leaflet import Leaflet, Text
from .ledger import LedgerClaim
from .sheet import Language

# ready: is printed; fuzzy and missing are not; source: there is nothing to translate.
MessageState = Literal["ready", "fuzzy", "missing", "source"]
# unknown: there is no signed copy to compare with.
ChangeKind = Literal["unknown", "same", "changed", "new"]


@dataclass(frozen=True, slots=True)
class PackRow:
    """A message where the sheet prints it, with everything its reviewer should know."""

    number: int
    section: str  # its heading, or the part of the sheet
    role: str  # its purpose there, in plain words
    text: Text
    countries: tuple[str, ...]  # that it is limited to; empty means all
    target: str
    state: MessageState
    signed: tuple[str, str] | None  # source and translation at the last review
    change: ChangeKind  # since then
    findings: tuple[Finding, ...]
    waivers: tuple[tuple[Waiver, bool], ...]  # and whether each is for exactly these texts
    notes: tuple[Note, ...]  # of the translator


@dataclass(frozen=True, slots=True)
class PackPart:
    """The messages of one file, and who has reviewed them."""

    file: str
    origin: Provenance
    rows: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A leaflet in one language, to be reviewed on paper."""

    leaflet: Leaflet
    language: Language
    texts: PackPart
    words: PackPart | None  # the interface's, unless they are signed as they are
    others: tuple[Finding, ...]  # findings that belong to none of its messages
    claims: tuple[LedgerClaim, ...] = ()  # what the leaflet claims, and what each rests on
