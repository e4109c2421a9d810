"""Text that could be drawn in another order than it is read in is reported to its author."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from polyleaf import checks
from polyleaf.checks.text import bidi
from polyleaf.model.findings import Severity, Where
from polyleaf.model.inline import Foreign, Link, Nodes, Run, parse, walk
from polyleaf.model.sheet import Direction
from polyleaf.typography import isolate
from polyleaf.typography.line import read
from polyleaf.typography.signs import NONE, pairs

from ...strategies import any_text, phrases, thorough, trees
from ..messages import unit
from ..sheets import clinic, leaflet

HERE = Where("x.po", 1)


def found(source: str, direction: Direction = "rtl") -> list[str]:
    nodes = isolate(parse(source), direction)
    return [f"{f.code}: {f.message}" for f in bidi.of_nodes(nodes, direction, HERE)]


@pytest.mark.parametrize(
    "source",
    [
        "خذ 5-10 mg يوميًا [@x].",
        "اتصل (020) 7946 0958، أو ٠٢٠ ٧٩٤٦ ٠٩٥٨",
        "**خذ Paracetamol** *500 mg* مرتين",
        "5، 10 أو 20؟ من ٥–١٠",
        'ב-5 ימים, 100-200 מ"ג (10%)',
        "1) خذ Paracetamol",
        "خذ Paracetamol (وهو دواء، 500 mg",
        "b) Paracetamol خذ",
        "جلد، SPF 30 یا زیادہ۔",
        "تب ۳۸٫۵ درجه، ۵–۱۰ روز",
        "انظر [صفحة NHS](https://nhs.uk) الآن",
    ],
)
def test_what_is_set_apart_is_not_found(source: str) -> None:
    assert found(source) == []


@pytest.mark.parametrize(
    ("source", "direction", "excerpt"),
    [
        ("خذ 5 mg", "rtl", "5"),
        ("خذ **Paracetamol**", "rtl", "Paracetamol"),
        ("say جلد", "ltr", "جلد"),
        ("about ٥٠ people", "ltr", "٥٠"),
    ],
)
def test_what_is_not_set_apart_is_found(source: str, direction: Direction, excerpt: str) -> None:
    message = next(bidi.of_nodes(parse(source), direction, HERE)).message
    assert message == f'"{excerpt}" reads against its line'


def test_what_reads_against_its_run_is_found() -> None:
    nodes = (Foreign("rtl", (Run("خذ "), Foreign("ltr", (Run("5-10"),)), Run(" أو 20 نعم"))),)
    (finding,) = bidi.of_nodes(nodes, "ltr", HERE)
    assert finding.message == '"20" reads against its line'


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("خذ Paracetamol) 500 mg", '")" without its partner parts "Paracetamol" and "500 mg"'),
        ("خذ Paracetamol (500 mg", '"(" without its partner parts "Paracetamol" and "500 mg"'),
        (
            "خذ [دواء Paracetamol](https://x.y) 500 mg",
            'a link ends between "Paracetamol" and "500 mg"',
        ),
    ],
)
def test_what_cannot_be_set_apart_is_an_error(source: str, message: str) -> None:
    assert f"bidi-exposed: {message}" in found(source)


@pytest.mark.parametrize(
    "source", ["خذ Paracetamol 2 مرات", "**خذ Paracetamol** 2 مرات", "Ibuprofen 3 פעמים"]
)
def test_a_number_between_a_name_and_a_word_is_reported(source: str) -> None:
    ((code, severity),) = {
        (finding.code, finding.severity)
        for finding in bidi.of_nodes(isolate(parse(source), "rtl"), "rtl", HERE)
    }
    assert (code, severity) == ("bidi-number", Severity.WARNING)


@pytest.mark.parametrize(
    "source", ["خذ Paracetamol، 2 مرات", "خذ Paracetamol, 2 مرات", "خذ Paracetamol 500 mg مرتين"]
)
def test_a_number_that_is_parted_from_the_name_is_fine(source: str) -> None:
    assert found(source) == []


def test_a_translation_is_reported_at_its_message() -> None:
    subject = unit("Take Paracetamol 500 mg.", "خذ Paracetamol) 500 mg", "ar")
    (finding,) = bidi.check_message(subject)
    assert finding.message == '")" without its partner parts "Paracetamol" and "500 mg"'
    assert finding.where == subject.where


def test_a_phrase_of_another_language_is_reported_in_the_source_too() -> None:
    source = replace(leaflet(), title=replace(leaflet().title, value="Say شكرا) شكرا now"))
    found_there = [f for f in checks.leaflet(source, clinic()) if "bidi" in f.code]
    assert [finding.where for finding in found_there] == [source.title.where]


@pytest.mark.slow
@given(trees | phrases.map(parse) | any_text.map(parse))
@thorough
def test_after_isolation_only_what_the_author_did_is_found(nodes: Nodes) -> None:
    directions: tuple[Direction, ...] = ("ltr", "rtl")
    for direction in directions:
        text = read(nodes, direction).text
        crossed = NONE in pairs(text).values() or any(isinstance(n, Link) for n in walk(nodes))
        for finding in bidi.of_nodes(isolate(nodes, direction), direction, HERE):
            assert crossed or finding.severity is Severity.WARNING, finding
