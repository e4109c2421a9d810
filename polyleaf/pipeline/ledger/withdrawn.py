"""What falls, and what is weakened, if a work that leaflets cite is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...content.project import wrong_call
from ...model.findings import did_you_mean
from ...model.leaflet import Leaflet
from ...model.ledger import CitedWork, Ledger, LedgerClaim, TouchedClaim, Withdrawal
from .make_ledger import of_leaflet, works_of
from .work_keys import keys_of_words


def withdraw(asked: str, leaflets: Sequence[Leaflet], known: Iterable[Leaflet]) -> Ledger:
    """The ledger of `leaflets`, and what the work `asked` for takes with it.

    `asked` is the id of a source, or its DOI, PMID or address; `known` are the leaflets that it may
    be named by. Two sources are one work if they share a DOI, a PMID or an address, whatever they
    are called. Raises PolyleafError if no leaflet cites it, or its id names several works.
    """
    every = [work for leaflet in known for work in works_of(leaflet)]
    named = _named(asked, every)
    gone = {(work.leaflet, work.id) for work in _same(named, every)}
    claims = tuple(claim for leaflet in leaflets for claim in of_leaflet(leaflet))
    touched = [_touched(claim, gone) for claim in claims if _cites(claim, gone)]
    names = {leaflet.name for leaflet in leaflets}
    return Ledger(
        claims,
        Withdrawal(
            asked,
            tuple(w for w in every if (w.leaflet, w.id) in gone and w.leaflet in names),
            tuple(each for each in touched if not each.left),
            tuple(each for each in touched if each.left),
        ),
    )


def _named(asked: str, every: Sequence[CitedWork]) -> list[CitedWork]:
    keys = set(keys_of_words(asked))
    found = [work for work in every if asked in (work.id, f"{work.leaflet}:{work.id}")]
    found = found or [work for work in every if keys.intersection(work.keys)]
    if not found:
        ids = {work.id for work in every}
        hint = did_you_mean(asked, ids) or "name it by its id, DOI, PMID or address"
        raise wrong_call("source-unknown", f'no leaflet has the source "{asked}"', hint)
    if others := [work for work in found if work not in _same(found[:1], every)]:
        both = f"{found[0].leaflet}:{found[0].id} or {others[0].leaflet}:{others[0].id}"
        message = f'"{asked}" is another work in {others[0].leaflet} than in {found[0].leaflet}'
        raise wrong_call("source-ambiguous", message, f"write {both}, or the DOI of one")
    return found


def _same(named: Sequence[CitedWork], every: Sequence[CitedWork]) -> list[CitedWork]:
    """All that share a key with one of the named, or with what shares one with them."""
    keys, found = set[str](), list(named)
    while True:
        keys |= {key for work in found for key in work.keys}
        more = [work for work in every if work in named or keys.intersection(work.keys)]
        if len(more) == len(found):
            return more
        found = more


def _cites(claim: LedgerClaim, gone: set[tuple[str, str]]) -> bool:
    return any((work.leaflet, work.id) in gone for work in claim.works)


def _touched(claim: LedgerClaim, gone: set[tuple[str, str]]) -> TouchedClaim:
    left = tuple(work for work in claim.works if (work.leaflet, work.id) not in gone)
    return TouchedClaim(claim, left)
