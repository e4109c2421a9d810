"""A project → the ledger of its leaflets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...content.project import Project, select
from ...model.findings import Finding, PolyleafError
from ...model.leaflet import Leaflet
from ...model.ledger import Ledger
from ...translation.reader import Reader
from .make_ledger import of_leaflet
from .withdrawn import withdraw


@dataclass(frozen=True, slots=True)
class LedgerRead:
    """`findings` say which leaflets cannot be read: their claims are missing."""

    ledger: Ledger
    findings: tuple[Finding, ...]


def read_ledger(
    project: Project, names: Iterable[str], if_withdrawn: str | None = None
) -> LedgerRead:
    """The claims of the named leaflets, or of all, and what a withdrawn source takes with it.

    The source may be named as any leaflet of the project names it. Raises PolyleafError if there is
    no such leaflet or source.
    """
    reader = Reader(project)
    every = project.leaflet_names()
    wanted = select(names, every, "leaflet")
    whole = if_withdrawn is not None
    read = {name: reader.leaflet(name) for name in (every if whole else wanted)}
    known = [leaflet for leaflet in read.values() if leaflet is not None]
    chosen = [leaflet for leaflet in known if leaflet.name in wanted]
    if if_withdrawn is not None:
        found = _withdrawn(if_withdrawn.strip(), chosen, known, reader)
    else:
        found = Ledger(tuple(claim for leaflet in chosen for claim in of_leaflet(leaflet)))
    return LedgerRead(found, tuple(sorted(set(reader.findings))))


def _withdrawn(asked: str, chosen: list[Leaflet], known: list[Leaflet], reader: Reader) -> Ledger:
    """Says of a source that is not found also which leaflets, that may have it, are not read."""
    try:
        return withdraw(asked, chosen, known)
    except PolyleafError as error:
        raise PolyleafError([*error.findings, *sorted(set(reader.findings))]) from None
