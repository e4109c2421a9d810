"""The ledger as JSON. `polyleaf schema --ledger` prints its schema, which is made from this."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import TypeAdapter

from ...model.findings import Where
from ...model.ledger import CitedWork, LedgerClaim, TouchedClaim, Withdrawal
from ..report_rows import FindingRow, finding_row
from .read_ledger import LedgerRead

VERSION = 1  # of this shape


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """A source as a leaflet lists it."""

    leaflet: str
    id: str
    name: str
    level: str
    year: int
    url: str
    keys: list[str]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A sentence that cites sources, or sentences graded together."""

    leaflet: str
    number: int
    where: str
    section: str
    about: str
    claim: str
    evidence: str | None
    sources: list[WorkRow]
    only: list[str]
    countries: list[str]
    dates: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedRow:
    """A claim that loses a source, and the sources that it keeps."""

    leaflet: str
    number: int
    where: str
    claim: str
    left: list[WorkRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRow:
    """What falls, having no other source, and what is weakened."""

    source: str
    works: list[WorkRow]
    falls: list[TouchedRow]
    weakened: list[TouchedRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    version: int
    claims: list[ClaimRow]
    withdrawal: WithdrawalRow | None
    findings: list[FindingRow]
    exit_code: int


def as_dict(read: LedgerRead, exit_code: int) -> dict[str, Any]:
    gone = read.ledger.withdrawal
    made = LedgerFile(
        version=VERSION,
        claims=[_claim(claim) for claim in read.ledger.claims],
        withdrawal=_withdrawal(gone) if gone else None,
        findings=[finding_row(each, each.hint) for each in read.findings],
        exit_code=exit_code,
    )
    return asdict(made)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the file."""
    made = TypeAdapter(LedgerFile).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _claim(claim: LedgerClaim) -> ClaimRow:
    return ClaimRow(
        leaflet=claim.leaflet,
        number=claim.number,
        where=place(claim.where),
        section=claim.section,
        about=claim.about,
        claim=claim.text,
        evidence=str(claim.evidence) if claim.evidence else None,
        sources=[_work(work) for work in claim.works],
        only=list(claim.only),
        countries=list(claim.places),
        dates=list(claim.dates),
    )


def _withdrawal(gone: Withdrawal) -> WithdrawalRow:
    return WithdrawalRow(
        source=gone.asked,
        works=[_work(work) for work in gone.works],
        falls=[_touched(each) for each in gone.falls],
        weakened=[_touched(each) for each in gone.weakened],
    )


def _touched(each: TouchedClaim) -> TouchedRow:
    claim = each.claim
    return TouchedRow(
        leaflet=claim.leaflet,
        number=claim.number,
        where=place(claim.where),
        claim=claim.text,
        left=[_work(work) for work in each.left],
    )


def _work(work: CitedWork) -> WorkRow:
    return WorkRow(
        leaflet=work.leaflet,
        id=work.id,
        name=work.short,
        level=work.level,
        year=work.year,
        url=work.url,
        keys=list(work.keys),
        where=place(work.where),
    )


def place(where: Where) -> str:
    return f"{where.path}:{where.line}" if where.line else where.path
