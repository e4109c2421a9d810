"""A review holds while every message has the texts that its reviewer saw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

from .po import read

DAY = date(2026, 11, 24)
TWO = """\
msgctxt "how/item"
msgid "Rub them for 20 seconds."
msgstr "२० सेकंड तक मलें।"

msgctxt "how/item"
msgid "Dry them."
msgstr "सुखाएँ।"
"""


def signed() -> Catalog:
    made = catalog.sign(read(TWO), "डॉ. राव", DAY, "2026-11-22 · 1a2b", "machine-edited")
    return catalog.read(catalog.write(made), "reviewed/hi.po")


def test_a_signed_catalog_says_who_when_and_which_version() -> None:
    origin = catalog.messages(signed(), signed()).provenance
    assert (origin.reviewed_by, origin.reviewed_on) == ("डॉ. राव", DAY)
    assert (origin.reviewed_version, origin.method) == ("2026-11-22 · 1a2b", "machine-edited")
    assert origin.reviewed


def test_signing_again_replaces_the_older_name() -> None:
    again = catalog.sign(signed(), "Dr Khan", DAY, "2026-12-01 · 3c4d")
    assert again.header.msgstr[0].count("X-Polyleaf-Reviewed-By") == 1
    assert again.field("X-Polyleaf-Reviewed-By") == "Dr Khan"
    assert again.field("X-Polyleaf-Method") == "machine-edited"


def test_a_changed_translation_ends_the_review() -> None:
    first, *others = signed().entries
    now = replace(signed(), entries=(replace(first, msgstr=("२ सेकंड तक मलें।",)), *others))
    assert catalog.messages(now, signed()).provenance.signature == "outdated"


def test_a_changed_source_ends_the_review() -> None:
    first, *others = signed().entries
    now = replace(signed(), entries=(replace(first, msgid="Rub them for 40 seconds."), *others))
    found = catalog.messages(now, signed())
    assert found.provenance.signature == "outdated"
    changed = found.found["how/item", "Rub them for 40 seconds."]
    assert changed.signed == ("Rub them for 20 seconds.", "२० सेकंड तक मलें।")


def test_a_removed_message_does_not_end_the_review() -> None:
    now = replace(signed(), entries=signed().entries[:1])
    assert catalog.messages(now, signed()).provenance.reviewed


def test_a_name_without_a_signed_copy_is_unproved() -> None:
    other = catalog.sign(signed(), "Dr Khan", DAY, "2026-11-22 · 1a2b")
    assert catalog.messages(other, signed()).provenance.signature == "unproved"
    assert catalog.messages(signed()).provenance.signature == "unproved"


def test_a_new_message_has_no_signed_text() -> None:
    known = replace(signed(), entries=signed().entries[:1])
    found = catalog.messages(signed(), known)
    assert found.found["how/item", "Dry them."].signed is None
    assert found.provenance.signature == "outdated"
