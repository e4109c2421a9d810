"""The rows of a pack: each message once, where the sheet prints it, with what is known about it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from polyleaf.model.catalog import Messages, Waiver
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.pack import PackPart
from polyleaf.model.unit import fingerprint
from polyleaf.pipeline.review_pack import pack_rows
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

from ...conftest import LEAFLET
from . import sample

LIST = "list: [Wet your hands., Rub them., Dry them.]"


def messages(found: Catalog, signed: Catalog | None = None) -> Messages:
    return catalog.messages(catalog.read(catalog.write(found), "ur.po"), signed)


def part(
    found: Catalog | None = None, signed: Catalog | None = None, text: str = LEAFLET
) -> PackPart:
    known = messages(found, signed) if found else None
    return pack_rows.of_leaflet(sample.leaflet(text), known, ())


def roles(block: str) -> list[str]:
    assert LIST in LEAFLET
    made = part(text=LEAFLET.replace(LIST, block))
    return [row.role for row in made.rows if row.text.context.startswith("how/")][2:]


def test_rows_have_the_order_of_the_page() -> None:
    assert [
        (row.number, row.section, row.role, row.target) for row in part(sample.urdu()).rows
    ] == [
        (1, "Head of the sheet", "Title", "ہاتھ دھونا"),
        (2, "Head of the sheet", "Key point", "کھانے سے پہلے ہاتھ دھوئیں۔"),
        (3, "How to wash", "Heading", "کیسے دھوئیں"),
        (4, "How to wash", "Paragraph", sample.URDU[sample.SOAP]),
        (5, "How to wash", "List item", "ہاتھ گیلے کریں۔"),
        (6, "How to wash", "List item", "انہیں ملیں۔"),
        (7, "How to wash", "List item", "انہیں خشک کریں۔"),
        (8, "About this sheet", "Who wrote the sheet", "ایک نرس"),
    ]


def test_a_repeated_text_is_one_row() -> None:
    twice = part(text=LEAFLET.replace(LIST, "list: [Rub them., Rub them.]"))
    assert [row.text.value for row in twice.rows].count("Rub them.") == 1


def test_roles_have_plain_names() -> None:
    urgent = "callout: {tone: urgent, heading: Fever?, text: Call us.}"
    assert roles(urgent) == ["Heading of the warning box", "Warning box"]
    assert roles("terms: [{term: Soap, text: It cleans.}]") == ["Term", "Explanation of a term"]


def test_a_row_has_the_authors_note_and_limits() -> None:
    block = (
        "paragraph: {text: Call 108., comment: The ambulance., max_length: 20, "
        "safety: true, only: {country: [IN]}}"
    )
    row = part(text=LEAFLET.replace(LIST, block)).rows[4]
    assert (row.text.comment, row.text.max_length, row.text.safety) == ("The ambulance.", 20, True)
    assert row.countries == ("IN",)  # reviewed here too: the catalog is signed as a whole


def test_fuzzy_and_missing_messages_are_marked() -> None:
    changed = sample.changed(sample.urdu(), "Rub them.", sample.translated("ملیں", "fuzzy"))
    changed = sample.changed(changed, "Dry them.", sample.translated(""))
    gone = replace(changed, entries=changed.entries[1:])
    states = {row.text.value: row.state for row in part(gone).rows}
    assert states["Rub them."] == "fuzzy"
    assert states["Dry them."] == states["Washing hands"] == "missing"
    assert states["Wet your hands."] == "ready"
    assert {row.state for row in part().rows} == {"source"}


def test_each_row_has_its_change_since_the_last_review() -> None:
    then = sample.signed(sample.urdu())
    now = sample.changed(then, "Rub them.", sample.translated("انہیں خوب ملیں۔"))
    before = replace(then, entries=then.entries[1:])  # the title was not there yet
    found = {row.text.value: row for row in part(now, before).rows}
    assert found["Rub them."].change == "changed"
    assert found["Rub them."].signed == ("Rub them.", "انہیں ملیں۔")
    assert found["Washing hands"].change == "new"
    assert found["Dry them."].change == "same"
    assert {row.change for row in part(now).rows} == {"unknown"}


def test_findings_are_at_their_message_errors_first() -> None:
    known = messages(sample.urdu())
    source = sample.leaflet()
    at = known.found["how/list-item", "Rub them."].where
    warning = Finding(source.title.where, "strange", "look", severity=Severity.WARNING)
    error = Finding(known.found["leaflet/title", "Washing hands"].where, "wrong", "mend it")
    found = pack_rows.of_leaflet(source, known, [warning, error, Finding(at, "wrong", "mend it")])
    assert [finding.code for finding in found.rows[0].findings] == ["strange", "wrong"]
    assert [row.number for row in found.rows if row.findings] == [1, 6]
    elsewhere = Finding(Where("ur.po"), "unreviewed", "not signed")
    assert not any(row.findings for row in pack_rows.of_leaflet(source, known, [elsewhere]).rows)


@pytest.mark.parametrize("right", [True, False])
def test_a_waiver_holds_only_for_the_texts_it_was_given_for(right: bool) -> None:
    now = fingerprint("how/list-item", "Rub them.", "انہیں ملیں۔")
    waiver = Waiver("number-changed", now if right else "00000000", "a name")
    known = sample.changed(sample.urdu(), "Rub them.", partial(catalog.waived, waiver=waiver))
    assert part(known).rows[5].waivers == ((waiver, right),)


def test_words_of_the_page_continue_the_numbers() -> None:
    found = messages(sample.urdu())
    made = pack_rows.of_words(found, (), after=8)
    assert [row.number for row in made.rows] == list(range(9, 9 + len(found.found)))
    assert {row.section for row in made.rows} == {"Words of the page"}
