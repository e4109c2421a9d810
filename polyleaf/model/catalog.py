"""What a catalog says, for looking up: each message, and who answers for the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .findings import Where

# none: nobody signed; unproved: no signed copy tells which texts; outdated: texts have changed.
Signature = Literal["none", "unproved", "outdated", "current"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a translation comes from, as its PO header and its signed copy state it."""

    method: Literal["source", "human", "machine", "machine-edited", "pseudo"]
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_version: str = ""  # of the leaflet whose text was signed
    signature: Signature = "none"

    @property
    def reviewed(self) -> bool:
        """Whether somebody has signed the very texts that are printed."""
        return self.method == "source" or self.signature == "current"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person says why a finding does not apply to a message, as it stood then."""

    code: str
    fingerprint: str  # of the texts: see `seal`; empty if the person wrote none
    reason: str


@dataclass(frozen=True, slots=True)
class Message:
    """A translation and where it stands; `usable` is false for fuzzy and empty ones."""

    text: str
    usable: bool
    fuzzy: bool
    where: Where
    waivers: tuple[Waiver, ...] = ()
    signed: tuple[str, str] | None = None  # source and translation at the last review


@dataclass(frozen=True, slots=True)
class Messages:
    """What a catalog says, by (msgctxt, msgid)."""

    path: str
    provenance: Provenance
    found: dict[tuple[str | None, str], Message]
