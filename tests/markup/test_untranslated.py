"""Untranslated text in HTML: a passage with its language, its direction and its mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf import languages
from polyleaf.markup.text_renderer import TextRenderer
from polyleaf.model import inline
from polyleaf.model.findings import Where
from polyleaf.model.leaflet import Text
from polyleaf.model.sheet import Edition, TemplateFile

MARK = '<span class="untranslated-mark">EN</span>'


def renderer(tag: str) -> TextRenderer:
    language, source = languages.find(tag), languages.find("en")
    values = {"clinic.phone": "+44 20 7946 0958"}
    source_words = TemplateFile("shared/source.html", "x", "Source {number}: {name}")
    a4 = Edition("a4", ".pdf", 0, (source_words,))
    numbers, names = {"who-2009": 1}, {"who-2009": "WHO 2009"}
    return TextRenderer(lambda _, word: word, language, source, True, values, numbers, names, a4)


def english(value: str) -> Text:
    return Text(value, Where("ar.po", 7), "how/paragraph", untranslated=True)


@pytest.mark.parametrize("tag", ["ar", "hi", "mr"])
def test_a_passage_states_its_language_and_direction_and_has_a_mark(tag: str) -> None:
    assert renderer(tag).text(english("Rub them.")) == (
        f'<span lang="en" dir="ltr" class="untranslated">{MARK} Rub them.</span>'
    )


def test_a_passage_is_set_as_its_own_language_sets_it() -> None:
    """A sentence has Devanagari's digits in Marathi, and is one run of its line in Arabic."""
    text = "Take **5-10 mg** [@who-2009]. Call {clinic.phone}."
    inside = (
        'Take <strong>5-10\xa0mg</strong><a class="cite" href="#source-1" '
        'title="Source 1: WHO 2009">\xa0[1]</a>. '
        "Call +44\xa020\xa07946\xa00958."
    )
    for tag in ("ar", "mr"):
        assert f"{MARK} {inside}</span>" in renderer(tag).text(english(text))
        assert f"> {inside}<" not in renderer(tag).text(replace(english(text), untranslated=False))


def test_markup_in_a_passage_is_text() -> None:
    assert "&lt;b&gt;" in renderer("ar").text(english("<b>"))


def test_a_translated_text_has_no_mark() -> None:
    text = replace(english("جلد"), untranslated=False)
    assert (renderer("ar").text(text), renderer("ar").lang_attributes(text)) == ("جلد", "")


def test_the_footer_marks_the_title_as_the_page_does() -> None:
    assert renderer("ar").line(english("**Hands** [@who-2009]")) == renderer("ar").text(
        english("Hands")
    )


def test_words_in_attributes_have_no_markup_and_their_element_states_its_language() -> None:
    text = english("A **tap**")
    assert renderer("ar").plain(text) == "A tap"
    assert renderer("ar").lang_attributes(text) == ' lang="en" dir="ltr"'


def test_no_text_of_a_leaflet_makes_a_mark() -> None:
    """The mark is added after the text is parsed."""
    assert MARK not in renderer("ar").text("EN")
    assert inline.parse("EN") == (inline.Run("EN"),)
