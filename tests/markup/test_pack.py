"""Texts in a pack: as the sheet prints them, and nothing lost of what it could not print."""

from __future__ import annotations

import pytest

from polyleaf import languages, typography
from polyleaf.markup import PackRenderer
from polyleaf.markup.pack_page import PackTexts
from polyleaf.markup.word_changes import WordChange

TOLD = (WordChange("kept", "Rub "), WordChange("deleted", "<b>"), WordChange("inserted", "5-10"))


def hand(tag: str = "en") -> PackTexts:
    language = languages.find(tag)
    typeset = typography.typesetter(language, paper=True)
    voice = PackRenderer(language, typeset, lambda text: text, lambda *_: TOLD)
    return PackTexts(voice, {"clinic.phone": "108"}, {"who-2009": 1})


def test_a_text_is_as_the_sheet_prints_it() -> None:
    text = hand().text("Call **{clinic.phone}** [@who-2009].")
    assert text == (
        'Call <strong>108</strong><a class="cite" href="#source-1">\N{NO-BREAK SPACE}[1]</a>.'
    )


@pytest.mark.parametrize(
    "typed", ["{clinic.fax}", "[@nobody]", "[click](javascript:alert)", "[@who-2009; @nobody]"]
)
def test_markup_that_leads_nowhere_is_shown_as_it_was_typed(typed: str) -> None:
    assert hand().text(f"See {typed}") == f"See {typed}"
    assert hand().text(f"**See {typed}**") == f"<strong>See {typed}</strong>"


def test_what_is_typed_is_never_markup_of_the_page() -> None:
    assert hand().text("<b>") == hand().raw("<b>") == "&lt;b&gt;"
    assert hand().raw("**x** {page}") == "**x** {page}"


def test_what_went_and_what_came_are_told_apart() -> None:
    assert hand().changes("", "") == (
        'Rub <span class="deleted">&lt;b&gt;</span><span class="inserted">5-10</span>'
    )


def test_a_dose_between_right_to_left_words_is_set_apart_in_its_change_too() -> None:
    assert '<span class="inserted">\N{RIGHT-TO-LEFT MARK}<span dir="ltr">' in hand("ur").changes(
        "", ""
    )
