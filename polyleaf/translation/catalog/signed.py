"""What a reviewer signed: a copy of the catalog as it was, beside the one that lives on.

Whether a review still holds is not a question of dates: it holds while every message that is
printed has the source text and the translation that the reviewer saw.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz, process

from ...model.catalog import Signature
from .messages import Catalog, Entry, Key

BY, ON, VERSION = "X-Polyleaf-Reviewed-By", "X-Polyleaf-Reviewed-On", "X-Polyleaf-Reviewed-Version"
METHOD = "X-Polyleaf-Method"
ALIKE = 50.0  # per cent, for a text that stands where another one stood


def sign(catalog: Catalog, by: str, on: date, version: str, method: str = "") -> Catalog:
    """The catalog with a reviewer's name; its copy is what later texts are held against."""
    fields = {BY: by, ON: on.isoformat(), VERSION: version} | ({METHOD: method} if method else {})
    header = catalog.header.msgstr[0]
    lines = [line for line in header.split("\n") if line and line.partition(":")[0] not in fields]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return replace(catalog, header=replace(catalog.header, msgstr=("\n".join(lines) + "\n",)))


def signature(catalog: Catalog, signed: Catalog | None) -> Signature:
    """Whether the catalog's review holds for the texts that it has now."""
    if not (catalog.field(BY) and catalog.field(ON)):
        return "none"
    if signed is None or any(catalog.field(name) != signed.field(name) for name in (BY, ON)):
        return "unproved"
    then = {entry.key: entry.msgstr for entry in signed.active}
    now = (entry for entry in catalog.active)
    return "current" if all(then.get(entry.key) == entry.msgstr for entry in now) else "outdated"


def former(signed: Catalog | None) -> Callable[[Entry], tuple[str, str] | None]:
    """What finds the source and translation that the reviewer saw in a message's place."""
    known: dict[Key, Entry] = signed.index() if signed else {}
    places: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in known.values():
        places[entry.msgctxt].append(entry)

    def find(entry: Entry) -> tuple[str, str] | None:
        old = known.get(entry.key)
        if old is None and (near := places.get(entry.msgctxt)):
            texts = [candidate.msgid for candidate in near]
            best = process.extractOne(entry.msgid, texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
            old = near[best[2]] if best else None
        return (old.msgid, old.msgstr[0]) if old else None

    return find
