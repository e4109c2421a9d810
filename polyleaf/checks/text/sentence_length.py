"""`sentences-long`, `sentences-choppy`: sentences are neither too long nor rows of fragments.

The NHS asks for sentences of at most 20 words. One of more than 30 is reported, and so is a text
where every third has more than 20. Text is as hard to follow if its sentences do not lead on to
each other: a mean of under 9 words, more than a fifth of 5 words or fewer, or five of these in a
row. Questions, lists, steps and cells of tables may be as short as they like. Each is one warning a
sheet, with the three worst places. Words are counted as they are written; other languages than
English have as many in a sentence as they have in English, by the lengths of their translations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.prose import ProseSentence, named, prose

LONG, TOO_LONG = 20, 30  # words
MANY_LONG = 1 / 3  # of all sentences
SHORT_MEAN, FRAGMENT, MANY_FRAGMENTS, SOME = 9, 5, 1 / 5, 4
ENOUGH = 10  # sentences: with fewer nothing is said of their mean
ROW = 5  # fragments one after the other
SHOWN = 3


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    those = prose(leaflet, languages.find(leaflet.language))
    yield from _too_long(those)
    yield from _fragments([each for each in those if each.continuous and not each.question])


def long_sentences(those: Sequence[ProseSentence]) -> list[ProseSentence]:
    """The sentences of more than 20 words, the longest first."""
    return sorted(
        (each for each in those if len(each.words) > LONG), key=lambda each: -len(each.words)
    )


def _too_long(those: Sequence[ProseSentence]) -> Iterator[Finding]:
    found = long_sentences(those)
    many = len(those) >= ENOUGH and len(found) > MANY_LONG * len(those)
    if not found or not (many or len(found[0].words) > TOO_LONG):
        return
    longest, number = len(found[0].words), len(found)
    counted = "1 sentence has" if number == 1 else f"{number} sentences have"
    message = f"{counted} more than {LONG} words, the longest {longest}"
    hint = f"divide them: {named(found[:SHOWN])}"
    yield Finding(found[0].text.where, "sentences-long", message, hint, Severity.WARNING)


def _fragments(those: Sequence[ProseSentence]) -> Iterator[Finding]:
    short = [each for each in those if len(each.words) <= FRAGMENT]
    rows = sorted(_rows(those), key=len, reverse=True)
    enough = len(those) >= ENOUGH
    mean = sum(len(each.words) for each in those) / len(those) if those else 0.0
    if enough and mean < SHORT_MEAN:
        message = f"rows of fragments: sentences have {mean:.1f} words on average, fewer than 9"
    elif enough and len(short) >= SOME and len(short) > MANY_FRAGMENTS * len(those):
        message = f"rows of fragments: {len(short)} of {len(those)} sentences have 5 words or fewer"
    elif rows:
        message = f"a row of fragments: {len(rows[0])} sentences of 5 words or fewer"
    else:
        return
    worst = [row[0] for row in rows] or sorted(short or those, key=lambda each: len(each.words))
    hint = f"join them with because, so, when: {named(worst[:SHOWN])}"
    yield Finding(worst[0].text.where, "sentences-choppy", message, hint, Severity.WARNING)


def _rows(those: Sequence[ProseSentence]) -> Iterator[list[ProseSentence]]:
    """Rows of fragments that follow each other in one text."""
    for (_, short), row in groupby(
        those, key=lambda each: (each.text.where, len(each.words) <= FRAGMENT)
    ):
        if short and len(found := list(row)) >= ROW:
            yield found
