"""Texts in a review pack: as the sheet prints them, with what it could not print as typed."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.markup.pack_page import PackTexts

pytestmark = pytest.mark.usefixtures("engine")


def pack_texts(tag: str = "en") -> PackTexts:
    return PackTexts(languages.find(tag), {"clinic.phone": "108"}, {"who-2009": 1}, {})


def test_a_text_is_as_the_sheet_prints_it() -> None:
    text = pack_texts().text("Call **{clinic.phone}** [@who-2009].")
    assert text == (
        'Call <strong>108</strong><a class="cite" href="#source-1">\N{NO-BREAK SPACE}[1]</a>.'
    )


@pytest.mark.parametrize(
    "typed", ["{clinic.fax}", "[@unknown]", "[click](javascript:alert)", "[@who-2009; @unknown]"]
)
def test_markup_that_leads_nowhere_appears_as_typed(typed: str) -> None:
    assert pack_texts().text(f"See {typed}") == f"See {typed}"
    assert pack_texts().text(f"**See {typed}**") == f"<strong>See {typed}</strong>"


def test_typed_html_is_text() -> None:
    assert pack_texts().text("<b>") == pack_texts().raw("<b>") == "&lt;b&gt;"
    assert pack_texts().raw("**x** {page}") == "**x** {page}"


def test_deleted_and_inserted_words_are_marked() -> None:
    assert pack_texts().changes("Rub <b>", "Rub 5-10") == (
        'Rub <span class="deleted">&lt;b&gt;</span><span class="inserted">5-10</span>'
    )


def test_a_dose_in_a_right_to_left_text_is_isolated_within_a_change_too() -> None:
    changes = pack_texts("ur").changes("", "5-10")
    assert '<span class="inserted">\N{RIGHT-TO-LEFT MARK}<span dir="ltr">' in changes
