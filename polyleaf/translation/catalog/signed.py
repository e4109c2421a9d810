"""Reviews of a catalog: its provenance, and whether its signature still holds.

Signing copies the catalog. A review holds, regardless of dates, as long as each printed message has
the source text and the translation of that copy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from ...model.catalog import Provenance, Signature
from ...model.findings import Finding, PolyleafError
from .messages import (
    METHOD,
    REVIEWED_BY,
    REVIEWED_ON,
    REVIEWED_VERSION,
    SAME_PLACE,
    Catalog,
    Entry,
    most_similar,
)

METHODS = ("human", "machine", "machine-edited")
FIELDS = (METHOD, REVIEWED_BY, REVIEWED_ON, REVIEWED_VERSION)


def sign(catalog: Catalog, by: str, on: date, version: str, method: str = "") -> Catalog:
    """The catalog with a reviewer's signature in its header."""
    fields = {REVIEWED_BY: by, REVIEWED_ON: on.isoformat(), REVIEWED_VERSION: version}
    return catalog.with_fields(fields | ({METHOD: method} if method else {}))


def provenance(catalog: Catalog, signed: Catalog | None) -> Provenance:
    """Where the translation comes from, as its header says; raises PolyleafError for a wrong date.

    Tools of others drop the fields that they do not know. Their origin is not known then, unless
    the signed copy has all the texts.
    """
    catalog = restored(catalog, signed)
    where, said = catalog.header.where, catalog.field(METHOD)
    method = "-".join(said.lower().replace("_", " ").replace("-", " ").split())
    on = catalog.field(REVIEWED_ON)
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        message, hint = f'{REVIEWED_ON} is "{on}"', "write a date such as 2026-11-22"
        raise PolyleafError([Finding(where, "po-reviewed-on", message, hint)]) from None
    return Provenance(
        method if method in METHODS else "untold",  # type: ignore[arg-type]
        catalog.field(REVIEWED_BY),
        day,
        catalog.field(REVIEWED_VERSION),
        _signature(catalog, signed),
        said,
    )


def restored(catalog: Catalog, signed: Catalog | None) -> Catalog:
    """The catalog with the method and the review of its signed copy, if a tool has dropped them.

    It says nothing of them, and has exactly the texts that were signed.
    """
    if signed is None or any(map(catalog.field, FIELDS)) or not _same_texts(catalog, signed):
        return catalog
    return catalog.with_fields({name: signed.field(name) for name in FIELDS})


def _signature(catalog: Catalog, signed: Catalog | None) -> Signature:
    """Whether the catalog's review holds for its present texts."""
    names = (REVIEWED_BY, REVIEWED_ON)
    if not all(map(catalog.field, names)):
        return "none"
    if signed is None or any(catalog.field(name) != signed.field(name) for name in names):
        return "unproved"
    return "current" if _same_texts(catalog, signed) else "outdated"


def _same_texts(catalog: Catalog, signed: Catalog) -> bool:
    then = {entry.key: entry.msgstr for entry in signed.active}
    return all(then.get(entry.key) == entry.msgstr for entry in catalog.active)


def former(signed: Catalog | None) -> Callable[[Entry], tuple[str, str] | None]:
    """A function that finds the source and the translation of a message when it was signed."""
    known = signed.index() if signed else {}
    places: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in known.values():
        places[entry.msgctxt].append(entry)

    def find(entry: Entry) -> tuple[str, str] | None:
        near = places.get(entry.msgctxt, [])
        old = known.get(entry.key) or most_similar(entry, near, SAME_PLACE)
        return (old.msgid, old.msgstr[0]) if old else None

    return find
