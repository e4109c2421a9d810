"""Merging a new template loses nothing that a translator wrote."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog, Entry
from polyleaf.translation.catalog.messages import Key, Previous

from ...strategies import HEADER, bare, catalogs, phrases, quick
from .po import gettext

WET = "Wet your hands with warm water."
RUB = "Rub them for 20 seconds."


def entry(msgid: str, msgstr: str = "", msgctxt: str = "how/step", *flags: str) -> Entry:
    return Entry(msgid=msgid, msgstr=(msgstr,), msgctxt=msgctxt, flags=flags)


def catalog_of(*entries: Entry, header: str = HEADER) -> Catalog:
    return Catalog("hi.po", Entry(msgid="", msgstr=(header,)), entries)


def merged(old: Entry, *wanted: Entry) -> tuple[Entry, ...]:
    return catalog.merge(catalog_of(old), catalog_of(*wanted))[0].entries


def test_the_same_message_keeps_all_that_its_translator_wrote() -> None:
    old = replace(entry(WET, "हाथ गीले करें।"), comments=("पूछें",), flags=("no-wrap",))
    new = replace(entry(WET), extracted=("step",), references=("hands.yaml:9",))
    assert merged(old, new) == (
        replace(old, extracted=("step",), references=("hands.yaml:9",), flags=("no-wrap",)),
    )


def test_the_order_is_that_of_the_source() -> None:
    old = catalog_of(entry(WET, "क"), entry(RUB, "ख"))
    new = catalog.merge(old, catalog_of(entry(RUB), entry(WET)))[0]
    assert [e.msgid for e in new.entries] == [RUB, WET]


def test_a_changed_text_keeps_its_translation_as_fuzzy_with_the_former_text() -> None:
    (new,) = merged(entry(WET, "हाथ गीले करें।"), entry("Wet your hands with cold water."))
    assert new.msgstr == ("हाथ गीले करें।",)
    assert new.fuzzy
    assert not new.translated
    assert new.previous == Previous("how/step", WET, None)


def test_a_text_that_moved_keeps_its_translation_as_fuzzy() -> None:
    (new,) = merged(entry(WET, "क"), entry(WET, msgctxt="why/paragraph"))
    assert (new.msgstr, new.fuzzy) == (("क",), True)
    assert new.previous == Previous("how/step", WET, None)


def test_the_nearest_text_of_the_same_place_wins() -> None:
    old = catalog_of(
        entry(f"{WET} Now", "दूर", "why/paragraph"), entry("Wet hands in warm water.", "पास")
    )
    new = catalog.merge(old, catalog_of(entry(WET)))[0]
    assert new.entries[0].msgstr == ("पास",)


def test_a_dissimilar_text_gets_no_translation() -> None:
    (new, gone) = merged(entry(WET, "क"), entry("See a doctor."))
    assert (new.msgstr, new.flags) == (("",), ())
    assert (gone.msgid, gone.msgstr, gone.obsolete) == (WET, ("क",), True)


def test_a_text_that_changed_twice_keeps_the_text_it_was_made_from() -> None:
    once = catalog.merge(catalog_of(entry(WET, "क")), catalog_of(entry(f"{WET} Now")))[0]
    twice = catalog.merge(once, catalog_of(entry(f"{WET} Do it now")))[0]
    assert twice.entries[0].previous == Previous("how/step", WET, None)


def test_a_translation_that_was_checked_was_made_from_the_text_it_was_checked_with() -> None:
    checked = replace(entry(WET, "क"), previous=Previous(None, "Wet hands", None))
    (new,) = merged(checked, entry(f"{WET} Now"))
    assert new.previous == Previous("how/step", WET, None)


def test_what_is_fuzzy_stays_so_with_its_former_text() -> None:
    old = replace(entry(WET, "क", "how/step", "fuzzy"), previous=Previous(None, "Wet", None))
    assert merged(old, replace(entry(WET), flags=("python-brace-format",))) == (
        replace(old, flags=("fuzzy", "python-brace-format")),
    )


def test_what_is_no_longer_used_stays_as_obsolete_at_the_end() -> None:
    old = replace(entry(RUB, "ख"), extracted=("step",), references=("hands.yaml:9",))
    new, gone = merged(old, entry("皮肤"))
    assert new.msgid == "皮肤"
    assert gone == replace(old, obsolete=True, extracted=(), references=())


def test_what_was_never_translated_goes() -> None:
    assert merged(entry(RUB), entry("皮肤")) == (entry("皮肤"),)


def test_an_obsolete_message_that_returns_has_its_translation_back() -> None:
    assert merged(replace(entry(RUB, "ख"), obsolete=True), entry(RUB)) == (entry(RUB, "ख"),)


def test_the_header_stays_the_translators() -> None:
    ours = catalog_of(header=HEADER.replace("A nurse", "डॉ. राव"))
    template = catalog_of(header=HEADER.replace("2026-11-22 20:16", "2027-01-01 00:00"))
    header = catalog.merge(ours, template)[0]
    assert header.field("POT-Creation-Date") == "2026-11-22 20:16+0000", "no conflict in git"
    assert header.field("Last-Translator") == "डॉ. राव <nurse@clinic.example>"


@pytest.mark.parametrize(
    ("tag", "forms"), [("hi", 2), ("ar", 6), ("zh-Hans", 1), ("ru", 3), ("ur", 2)]
)
def test_a_new_catalog_has_room_for_every_plural_form(tag: str, forms: int) -> None:
    language = languages.find(tag)
    messages = [Entry(msgid="day", msgid_plural="days", msgstr=("",)), entry(WET)]
    template = catalog.template("hands.pot", "hands", messages, "2026-11-22 20:16+0000")
    new = catalog.new_catalog("x.po", template, language.locale, languages.plural_forms(language))
    assert [len(e.msgstr) for e in new.entries] == [forms, 1]
    assert new.field("Language") == language.locale
    assert new.field("X-Polyleaf-Method") == "", "only its translator can say"
    assert bare(catalog.merge(new, template)[0]) == bare(new)
    data = catalog.write(new)
    assert gettext("msgfmt", "--check", "--output-file=/dev/null", data=data).returncode == 0


@st.composite
def templates(draw: st.DrawFn, old: Catalog) -> Catalog:
    """A leaflet after a revision: texts stay, change, go and come."""
    wanted: dict[Key, Entry] = {}
    for message in old.entries:
        change = draw(st.sampled_from(["stays", "changes", "moves", "goes"]))
        new = Entry(
            msgid=f"{message.msgid}!" if change == "changes" else message.msgid,
            msgid_plural=message.msgid_plural,
            msgstr=("",) * len(message.msgstr),
            msgctxt="moved/here" if change == "moves" else message.msgctxt,
        )
        if change != "goes":
            wanted[new.key] = new
    for text in draw(st.lists(phrases.filter(bool), max_size=2)):
        wanted.setdefault(("new/text", text), Entry(msgid=text, msgstr=("",), msgctxt="new/text"))
    return Catalog("x.pot", Entry(msgid="", msgstr=(HEADER,)), tuple(wanted.values()))


@pytest.mark.slow
@given(st.data())
@quick
def test_no_translation_is_lost(data: st.DataObject) -> None:
    old = data.draw(catalogs())
    new = catalog.merge(old, data.draw(templates(old)))[0]
    before = {e.msgstr for e in old.entries if any(e.msgstr)}
    assert before <= {e.msgstr for e in new.entries}


@pytest.mark.slow
@given(st.data())
@quick
def test_only_what_its_translator_saw_is_for_print(data: st.DataObject) -> None:
    old = data.draw(catalogs())
    template = data.draw(templates(old))
    # Some tools drop contexts: these come back where the source text is the only one of its kind.
    seen = {(key, e.msgstr) for e in old.entries for key in (e.key, (None, e.msgid))}
    for message in catalog.merge(old, template)[0].active:
        found = {(message.key, message.msgstr), ((None, message.msgid), message.msgstr)} & seen
        assert not message.translated or found


@pytest.mark.slow
@given(st.data())
@quick
def test_merging_again_changes_nothing(data: st.DataObject) -> None:
    old = data.draw(catalogs())
    template = data.draw(templates(old))
    once = catalog.merge(old, template)[0]
    assert catalog.same(catalog.merge(once, template)[0], once)
    written = catalog.write(once)
    if unicodedata.is_normalized("NFC", written.decode()):  # other forms are read as this one
        assert bare(catalog.read(written, "x.po")) == bare(once)


def test_a_text_that_moved_is_preferred_to_a_slightly_similar_one() -> None:
    old = catalog_of(
        entry("Rub your hands with soap.", "मलें", "a/item"),
        entry("Rub your arms, and soak.", "भिगोएँ", "b/item"),
    )
    wanted = catalog_of(entry("Rub your hands with soap.", "", "b/item"))
    (new, *_) = catalog.merge(old, wanted)[0].entries
    assert new.msgstr == ("मलें",)


def test_the_same_text_in_a_new_place_gets_its_translation_from_elsewhere() -> None:
    wanted = (entry(WET, "", "a/item"), entry(WET, "", "b/item"))
    first, second = merged(entry(WET, "क", "a/item"), *wanted)
    assert (first.msgstr, first.fuzzy) == (("क",), False)
    assert (second.msgstr, second.fuzzy) == (("क",), True)
    assert second.previous == Previous("a/item", WET, None)
