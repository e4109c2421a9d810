"""Which texts are offered for one that is not quite the same, and how words are counted."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.translation.memory import words
from polyleaf.translation.memory.likeness import NearTexts
from polyleaf.translation.memory.pairs import TextPair, bare, key
from polyleaf.translation.memory.project_memory import Memory

SOAP = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."


def memory(*sources: str) -> Memory:
    pairs = {key(source): [TextPair(source, source[::-1], "old.tmx:1")] for source in sources}
    texts = NearTexts()
    texts.add(map(bare, sources))
    return Memory(pairs, {bare(s): pairs[key(s)][0] for s in sources}, texts, languages.find("es"))


@pytest.mark.parametrize(
    ("source", "likeness"),
    [
        ("Use soap for 20 seconds. Call us.", 96),
        ("Use soap for 20 seconds. Call .", 99),  # a tool took the markup away
        ("Use soap for 20 seconds. Call <1>.", 99),
        ("Use soap.", None),
        ("Completely other words, in a text as long as it.", None),
    ],
)
def test_a_text_that_is_nearly_the_same_is_found(source: str, likeness: int | None) -> None:
    found = memory(source, "Nothing like it at all").near(SOAP)
    assert (found and (found[0], found[1].source)) == (likeness and (likeness, source))


def test_a_text_that_comes_later_is_found_too_and_the_nearest_wins() -> None:
    texts = NearTexts()
    texts.add(["Wash your hands now."])
    assert texts.near("Wash your hands.") == [(88, "Wash your hands now.")]
    texts.add(["Wash your hand.", "Wash your hands now."])
    assert texts.near("Wash your hands.") == [
        (96, "Wash your hand."),
        (88, "Wash your hands now."),
    ]


def test_sentences_that_were_translated_one_by_one_are_put_together() -> None:
    known = memory("Wet it.", "Dry it!", "Rub Dr. Rao's cream in.")
    assert [pair.target for pair in known.exact("Wet it. Dry it!")] == [".ti teW !ti yrD"]
    assert [pair.origin for pair in known.exact("Wet it. Dry it!")] == [
        "old.tmx:1 (sentence by sentence)"
    ]
    assert known.exact("Wet it. Try it!") == []


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("en", "Don’t use it for 2.5 days [@who-2009].", 7),
        ("ja", "手を乾かします。", 5),
        ("th", "ล้างมือให้สะอาด", 4),
        ("ja", "Call 112", 2),
    ],
)
def test_words_are_counted_as_the_language_divides_them(tag: str, text: str, count: int) -> None:
    assert words(text, languages.find(tag)) == count


@pytest.mark.parametrize(
    ("written", "tag", "distance"),
    [
        ("ES-ES", "es", 0), ("es_mx", "es", 2), ("es", "es-MX", 1), ("zh-TW", "zh-Hant", 0),
        ("zh-CN", "zh-Hant", None), ("zh", "zh-Hant", None), ("sr", "sr-Latn", None),
        ("nb-NO", "no", 0), ("iw", "he", 0), ("pt-PT", "pt", 2), ("", "es", None),
        ("klingon", "es", None),
    ],
)  # fmt: skip
def test_how_far_the_language_of_a_text_is_from_the_one_that_is_wanted(
    written: str, tag: str, distance: int | None
) -> None:
    assert languages.distance(written, languages.find(tag)) == distance
