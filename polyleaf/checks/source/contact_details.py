"""`contact-typed`, `contact-missing`: whom to turn to is written by placeholders.

Telephone numbers and mail addresses change before a leaflet does, and differ from clinic to clinic:
they stand in clinic.yaml, and a leaflet writes `{clinic.phone}`. One that asks readers to call "us"
has such a placeholder somewhere. Emergency numbers, of three digits, may be typed; a national
helpline is waived with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...languages import as_compared
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.inline import Link, Placeholder, parse, walk
from ...model.leaflet import Leaflet, Text
from ...model.walk import texts
from ..shared.contacts import contacts, may_have_contacts
from ..shared.statements import statements


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for text in texts(leaflet):
        for shown in _typed(text):
            message = f"a contact is typed into the text: {shown}"
            hint = "put it into clinic.yaml and write {clinic.phone} or {clinic.email}"
            yield Finding(text.where, "contact-typed", message, hint, Severity.WARNING)
    words = languages.content_words(languages.find(leaflet.language))
    if not words or any(map(_has_contact, texts(leaflet))):
        return
    for statement in statements(leaflet):
        if match := words["call_us"].first(as_compared(statement.text.value)):
            message = f'"{match.shown}", and no number or address of the clinic'
            where, hint = statement.text.where, "write {clinic.phone}"
            yield Finding(where, "contact-missing", message, hint, Severity.WARNING)
            return


def _typed(text: Text) -> Iterator[str]:
    """The telephone numbers and mail addresses of a text and of its links."""
    if may_have_contacts(text.value):
        found = contacts(text.value)
        yield from found.telephones
        yield from (address for address in found.addresses if "@" in address)
    if "](" in text.value:
        for node in walk(parse(text.value)):
            if isinstance(node, Link) and node.address.startswith(("tel:", "mailto:")):
                yield node.address


def _has_contact(text: Text) -> bool:
    return "{clinic." in text.value and any(
        isinstance(node, Placeholder)
        and node.name.startswith("clinic.")
        and node.name != "clinic.name"
        for node in walk(parse(text.value))
    )
