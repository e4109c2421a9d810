"""A ledger: what leaflets claim, how sure that is, and which works it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from .findings import Where
from .leaflet import Evidence


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A source as a leaflet lists it. `keys` are what it is known by everywhere: DOI, PMID, URL."""

    leaflet: str
    id: str
    short: str
    level: str
    year: int
    url: str
    keys: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class LedgerClaim:
    """A sentence that cites works, or sentences graded together."""

    leaflet: str
    number: int  # within its leaflet, from 1
    where: Where
    section: str  # its heading
    about: str  # the term, option or heading of a box that it explains; empty for running text
    text: str  # without markup and citations
    evidence: Evidence | None
    works: tuple[CitedWork, ...]
    only: tuple[str, ...]  # the countries it is printed in, ISO 3166 alpha-2; empty means all
    places: tuple[str, ...]  # the countries that it names
    dates: tuple[str, ...]  # that it names, as written


@dataclass(frozen=True, slots=True)
class TouchedClaim:
    """A claim that cites a withdrawn work, and the works that it still has."""

    claim: LedgerClaim
    left: tuple[CitedWork, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What happens if a work is withdrawn: `falls` have no other source, `weakened` have one."""

    asked: str
    works: tuple[CitedWork, ...]  # as the leaflets list it
    falls: tuple[TouchedClaim, ...]
    weakened: tuple[TouchedClaim, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    claims: tuple[LedgerClaim, ...]
    withdrawal: Withdrawal | None = None
