"""The messages of a catalog, by key, and who has reviewed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .findings import Where

# none: never signed; unproved: no signed copy shows which texts; outdated: texts changed since.
Signature = Literal["none", "unproved", "outdated", "current"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of a translation, as its PO header and its signed copy state it."""

    method: Literal["source", "human", "machine", "machine-edited", "pseudo"]
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_version: str = ""  # of the leaflet when it was signed
    signature: Signature = "none"

    @property
    def reviewed(self) -> bool:
        """Tell whether a person has signed exactly the texts that are printed."""
        return self.method == "source" or self.signature == "current"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's reason why a finding does not apply to a message with these texts."""

    code: str
    fingerprint: str  # of the texts: see `unit.fingerprint`; empty if the person wrote none
    reason: str


@dataclass(frozen=True, slots=True)
class Message:
    """A translation and its place; `usable` is false if it is fuzzy or empty."""

    text: str
    usable: bool
    fuzzy: bool
    where: Where
    waivers: tuple[Waiver, ...] = ()
    signed: tuple[str, str] | None = None  # source and translation at the last review


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one catalog, by (msgctxt, msgid)."""

    path: str
    provenance: Provenance
    found: dict[tuple[str | None, str], Message]
