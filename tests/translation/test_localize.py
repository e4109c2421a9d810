"""A leaflet with a catalog: untranslated texts are not printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf import languages
from polyleaf.content import leaflets
from polyleaf.model.catalog import Messages
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.leaflet import Asset, Leaflet
from polyleaf.model.walk import texts
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog, Entry
from polyleaf.translation.localize import for_country, localize, lookup

from ..conftest import LEAFLET
from ..strategies import HEADER

HINDI = languages.find("hi")
LIST = "list: [Wet your hands., Rub them., Dry them.]"
FOR_INDIA = "paragraph: {text: Call 108., only: {country: [IN, NP]}}"


def leaflet(block: str = LIST) -> Leaflet:
    def picture(name: str, where: Where) -> Asset:
        return Asset(name, "image/svg+xml", b"<svg/>")

    assert LIST in LEAFLET
    return leaflets.parse(LEAFLET.replace(LIST, block).encode(), "content/hands.yaml", picture)


def po(source: Leaflet) -> Catalog:
    """Every message of the leaflet, translated."""
    done = (replace(e, msgstr=(f"हिं {e.msgid}",)) for e in catalog.of_leaflet(source))
    return Catalog("hi.po", Entry(msgid="", msgstr=(HEADER,)), tuple(done))


def messages(found: Catalog, **change: object) -> Messages:
    """As they are read from a file; `change` is made to the message "Rub them."."""
    entries = tuple(
        replace(entry, **change) if entry.msgid == "Rub them." else entry  # type: ignore[arg-type]
        for entry in found.entries
    )
    data = catalog.write(replace(found, entries=entries))
    return catalog.messages(catalog.read(data, "hi.po"))


def reported(found: Messages, source: Leaflet | None = None) -> list[str]:
    with pytest.raises(PolyleafError) as caught:
        localize(source or leaflet(), found, HINDI, "GB")
    return [str(finding) for finding in caught.value.findings]


def test_every_text_is_in_the_readers_language() -> None:
    source = leaflet()
    sheet = localize(source, messages(po(source)), HINDI, "GB")
    assert [text.value for text in texts(sheet.leaflet)] == [
        text.value if text.value == "none" else f"हिं {text.value}" for text in texts(source)
    ]
    assert sheet.source == source
    assert sheet.language == HINDI
    assert sheet.provenance.method == "human"


def test_a_translated_text_knows_its_line_in_the_catalog_and_keeps_its_limits() -> None:
    source = leaflet("paragraph: {text: Rub them., max_length: 40, safety: true}")
    found = messages(po(source))
    sheet = localize(source, found, HINDI, "GB")
    (text,) = [text for text in texts(sheet.leaflet) if text.value == "हिं Rub them."]
    assert text.where == found.found["how/paragraph", "Rub them."].where
    assert text.where.path == "hi.po"
    assert text.where.line > 20
    assert (text.max_length, text.safety) == (40, True)


def test_without_a_catalog_the_sheet_is_the_source() -> None:
    source = leaflet()
    sheet = localize(source, None, languages.find("en"), "GB")
    assert sheet.leaflet == sheet.source == source
    assert sheet.provenance.method == "source"
    assert sheet.provenance.reviewed


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"msgstr": ("",)}, '"Rub them." is not translated; translate it'),
        ({"flags": ("fuzzy",)}, '"Rub them." is fuzzy; check it and remove the fuzzy flag'),
        ({"obsolete": True}, 'no message for "Rub them."; `polyleaf catalogs` adds it'),
        ({"msgid": "Rub!"}, 'no message for "Rub them."; `polyleaf catalogs` adds it'),
        ({"msgctxt": "why/list-item"}, 'no message for "Rub them."; `polyleaf catalogs`'),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_not_translated_is_not_printed(change: dict[str, object], says: str) -> None:
    (finding,) = reported(messages(po(leaflet()), **change))
    assert finding.startswith("hi.po")
    assert "error[untranslated]" in finding
    assert says in finding


def test_each_missing_translation_is_reported_once() -> None:
    source = leaflet("list: [Rub them., Rub them., 皮肤]")
    lacking = catalog.messages(replace(po(source), entries=()))
    assert len(reported(lacking, source)) == len({(t.context, t.value) for t in texts(source)}) - 1


def test_a_long_text_is_cut_where_it_is_reported() -> None:
    source = leaflet(f"paragraph: {'त्वचा ' * 20}")
    lacking = catalog.messages(replace(po(source), entries=()))
    assert any(f'"{("त्वचा " * 20)[:49]}…"' in finding for finding in reported(lacking, source))


def test_the_word_none_needs_no_translation_and_a_funder_does() -> None:
    source = leaflet()
    funded = replace(source, funding=replace(source.funding, value="A firm"))
    assert localize(source, messages(po(source)), HINDI, "GB").leaflet.funding.value == "none"
    assert reported(messages(po(source)), funded) == [
        'hi.po: error[untranslated]: no message for "A firm";'
        " `polyleaf catalogs` adds it to the catalog"
    ]


@pytest.mark.parametrize(("country", "blocks"), [("IN", 2), ("NP", 2), ("GB", 1)])
def test_a_block_for_one_country_is_not_on_anothers_sheet(country: str, blocks: int) -> None:
    assert len(for_country(leaflet(FOR_INDIA), country).sections[0].blocks) == blocks


def test_a_section_of_which_nothing_is_left_has_no_heading_either() -> None:
    source = leaflet(FOR_INDIA)
    section = replace(source.sections[0], blocks=source.sections[0].blocks[1:])
    assert for_country(replace(source, sections=(section,)), "GB").sections == ()


def test_what_another_country_reads_needs_no_translation_here() -> None:
    source = leaflet(FOR_INDIA)
    found = po(source)
    kept = tuple(entry for entry in found.entries if entry.msgid != "Call 108.")
    lacking = messages(replace(found, entries=kept))
    assert len(localize(source, lacking, HINDI, "GB").leaflet.sections[0].blocks) == 1
    with pytest.raises(PolyleafError, match="Call 108"):
        localize(source, lacking, HINDI, "IN")


def test_what_may_lack_a_translation_stays_as_it_is_and_says_so() -> None:
    source = leaflet()
    found = messages(po(source), msgstr=("",))
    sheet = localize(source, found, HINDI, "GB", allow_untranslated=True)
    (text,) = [text for text in texts(sheet.leaflet) if text.untranslated]
    assert text.value == "Rub them."
    assert text.where == found.found["how/list-item", "Rub them."].where
    assert sheet.untranslated == 1
    assert [str(finding) for finding in sheet.missing] == [
        f'{text.where}: warning[untranslated]: "Rub them." is not translated; translate it'
    ]


def test_a_fuzzy_translation_is_not_printed_either() -> None:
    found = messages(po(leaflet()), flags=("fuzzy",))
    sheet = localize(leaflet(), found, HINDI, "GB", allow_untranslated=True)
    assert [text.value for text in texts(sheet.leaflet) if text.untranslated] == ["Rub them."]
    assert "is fuzzy" in sheet.missing[0].message


def test_a_whole_translation_lacks_nothing() -> None:
    sheet = localize(leaflet(), messages(po(leaflet())), HINDI, "GB", allow_untranslated=True)
    assert (sheet.untranslated, sheet.missing) == (0, ())


def test_a_repeated_message_is_reported_once() -> None:
    source = leaflet("list: [Rub them., Rub them.]")
    entries = tuple(entry for entry in po(source).entries if entry.msgid != "Rub them.")
    found = messages(replace(po(source), entries=entries))
    sheet = localize(source, found, HINDI, "GB", allow_untranslated=True)
    assert (sheet.untranslated, len(sheet.missing)) == (1, 1)


def test_a_sheet_without_any_translation_is_refused() -> None:
    source = leaflet()
    empty = catalog.messages(replace(po(source), entries=()))
    with pytest.raises(PolyleafError) as caught:
        localize(source, empty, HINDI, "GB", allow_untranslated=True)
    (finding,) = map(str, caught.value.findings)
    assert finding == "hi.po: error[untranslated]: no text is translated; translate it"


@pytest.mark.parametrize("block", ["paragraph", "list"])
def test_a_missing_safety_text_is_reported_as_one(block: str) -> None:
    text = "{text: Rub them., safety: true}" if block == "paragraph" else "[Rub them.]"
    source = leaflet(f"{block}: {text}")
    (finding,) = reported(messages(po(source), msgstr=("",)), source)
    assert ("it is a safety text" in finding) == (block == "paragraph")


def test_a_templates_word_is_looked_up_the_same_way() -> None:
    found = messages(po(leaflet()))
    assert lookup(found, "how/list-item", "Rub them.") == "हिं Rub them."
    assert lookup(None, "how/list-item", "Rub them.") == "Rub them."
    assert lookup(found, None, "Rub them.") is None
