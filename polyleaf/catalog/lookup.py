"""A catalog and what was signed of it → Messages, for looking up."""

from __future__ import annotations

from dataclasses import replace

from ..model import Message, Messages
from .messages import Catalog, provenance
from .signed import VERSION, former, signature
from .waivers import waivers


def messages(catalog: Catalog, signed: Catalog | None = None) -> Messages:
    """What the catalog says; raises PolyleafError as `provenance` does."""
    then = former(signed)
    found = {
        entry.key: Message(
            text=entry.msgstr[0],
            usable=entry.translated,
            fuzzy=entry.fuzzy,
            where=entry.translated_where,
            waivers=tuple(waivers(entry.comments)),
            signed=then(entry),
        )
        for entry in catalog.active
    }
    origin = replace(
        provenance(catalog),
        reviewed_version=catalog.field(VERSION),
        signature=signature(catalog, signed),
    )
    return Messages(catalog.path, origin, found)
