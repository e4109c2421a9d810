"""A ledger → lines for people: each claim at its place, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...model.ledger import CitedWork, Ledger, LedgerClaim, TouchedClaim, Withdrawal


def lines(ledger: Ledger) -> Iterator[str]:
    """All claims by leaflet; or, if a source is withdrawn, only those that it touches."""
    if ledger.withdrawal is not None:
        yield from _withdrawal(ledger.withdrawal)
        return
    for name, group in groupby(ledger.claims, lambda claim: claim.leaflet):
        claims = list(group)
        graded = sum(claim.evidence is not None for claim in claims)
        bare = sum(not claim.works for claim in claims)
        counted = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
        yield f"{name}: {counted}, {graded} with a grade of evidence, {bare} without a source"
        for claim in claims:
            yield f"  {_at(claim)} {_said(claim)}"
            yield f"    {'; '.join(_standing(claim))}"
    if not ledger.claims:
        yield "no claim cites a source or says how sure it is"


def _standing(claim: LedgerClaim) -> Iterator[str]:
    yield f"evidence: {claim.evidence or 'not graded'}"
    yield f"sources: {_works(claim.works) or 'none'}"
    if countries := (*claim.only, *claim.places):
        yield f"country: {', '.join(countries)}"
    if claim.dates:
        yield f"date: {', '.join(claim.dates)}"


def _withdrawal(gone: Withdrawal) -> Iterator[str]:
    for work in gone.works:
        yield f"{work.where}: {work.id}: {_named(work)}, {work.url}"
    for one, several, why, those in (
        ("falls", "fall", "having no other source", gone.falls),
        ("is weakened", "are weakened", "keeping other sources", gone.weakened),
    ):
        counted = f"1 claim {one}" if len(those) == 1 else f"{len(those) or 'no'} claims {several}"
        yield ""
        yield f"{counted}, {why}:" if those else counted
        yield from map(_touched, those)


def _touched(each: TouchedClaim) -> str:
    left = f" (left: {_works(each.left)})" if each.left else ""
    return f"  {_at(each.claim)} {_said(each.claim)}{left}"


def _said(claim: LedgerClaim) -> str:
    return f"{claim.about}: {claim.text}" if claim.about else claim.text


def _at(claim: LedgerClaim) -> str:
    return f"{claim.where.path}:{claim.where.line}:"


def _works(works: tuple[CitedWork, ...]) -> str:
    return ", ".join(map(_named, works))


def _named(work: CitedWork) -> str:
    year = "" if str(work.year) in work.short else f" {work.year}"
    return f"{work.short}{year} ({work.level})"
