"""A catalog and what was signed of it → Messages, for looking up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.catalog import Message, Messages
from ...model.findings import Finding
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


def misplaced(catalog: Catalog, locale: str) -> Iterator[Finding]:
    """A header that names another language than the folder. Editors may add a country to it."""
    said = catalog.field("Language")
    language = said.replace("-", "_").partition("_")[0].lower()
    if language and language != locale.partition("_")[0]:
        message = f'the header says Language: {said}, the folder is "{locale}"'
        hint = "move the file or mend the header: a reader would get the wrong language"
        yield Finding(catalog.header.translated_where, "po-language", message, hint)
