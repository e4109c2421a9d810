"""A source text that a person corrects keeps its translations, unless its meaning changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

from .po import read

WHY = 'typo in "tretament"'


def po(msgid: str, context: str = "how/paragraph") -> str:
    return f'msgctxt "{context}"\nmsgid "{msgid}"\nmsgstr "क"\n'


def corrected(was: str, now: str, why: str = WHY) -> Catalog:
    return catalog.merge(read(po(was)), read(po(now)), why)[0]


def test_a_corrected_text_keeps_its_translation_and_says_why() -> None:
    (entry,) = corrected("Ask about tretament.", "Ask about treatment.").entries
    assert (entry.fuzzy, entry.translated, entry.previous) == (False, True, None)
    assert entry.comments == (f"source corrected: {WHY}; it was: Ask about tretament.",)


def test_without_a_reason_it_is_fuzzy() -> None:
    (entry,) = corrected("Ask about tretament.", "Ask about treatment.", "").entries
    assert entry.fuzzy


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Take 2 tablets with water.", "Take 3 tablets with water."),
        ("Take 2.5 ml with water.", "Take 25 ml with water."),
        ("You can drive after the treatment.", "You cannot drive after the treatment."),
        ("Do use this cream on the eyes.", "Don't use this cream on the eyes."),
        ("Call {clinic.phone} about treatment.", "Call {clinic.urgent_phone} about treatment."),
        ("It helps most people [@nrs-2017].", "It helps most people [@nrs-2018]."),
        ("It helps most people.", "It harms some children."),
    ],
)
def test_another_meaning_is_not_a_correction(was: str, now: str) -> None:
    assert [entry.fuzzy for entry in corrected(was, now).active] in ([True], [False])
    assert not any(entry.translated for entry in corrected(was, now).active)


def test_a_fuzzy_text_can_still_be_accepted_as_a_correction() -> None:
    before = catalog.merge(read(po("Ask about tretament.")), read(po("Ask about treatment.")))[0]
    now, changed = catalog.merge(before, read(po("Ask about treatment.")), WHY)
    assert [entry.fuzzy for entry in now.entries] == [False]
    assert [was.msgid for was, _ in changed] == ["Ask about tretament."]


def test_a_text_that_only_moved_keeps_its_translation_and_its_review() -> None:
    before, after = read(po("Ask us.")), read(po("Ask us.", "when/paragraph"))
    moved, changed = catalog.merge(before, after, WHY)
    (entry,) = moved.entries
    assert (entry.msgctxt, entry.fuzzy) == ("when/paragraph", False)
    assert entry.comments[-1].startswith(f"source moved: {WHY}; it was at ")
    (signed,) = catalog.corrected(before, changed).entries
    assert (signed.key, signed.msgstr) == (entry.key, entry.msgstr)


def test_a_text_that_moved_and_changed_is_not_a_correction() -> None:
    moved = catalog.merge(read(po("Ask us.")), read(po("Ask usi.", "when/paragraph")), WHY)[0]
    assert [entry.fuzzy for entry in moved.entries] == [True]


def test_a_signed_copy_is_corrected_where_it_has_the_same_translation() -> None:
    before, after = read(po("Ask about tretament.")), read(po("Ask about treatment."))
    _, changed = catalog.merge(before, after, WHY)
    (entry,) = catalog.corrected(before, changed).entries
    assert entry.msgid == "Ask about treatment."
    other = replace(before, entries=(replace(before.entries[0], msgstr=("ख",)),))
    assert catalog.corrected(other, changed) == other
