"""Y7 and Y8: what editors underline by the schema, and what the reader refuses, is the same."""

from __future__ import annotations

import pytest

from ..conftest import LEAFLET
from ..content.leaflets.test_parse import LIST
from ..content.leaflets.test_schema_agreement import VALIDATOR, refused, valid

TABLE = "table: {{caption: a, columns: [b, c], rows: [[{}, {}]]}}"
BOTH = {
    "Y7-cells": (LIST, TABLE.format("1", "1.5")),
    "Y7-cell-true": (LIST, TABLE.format("true", "no")),
    "Y7-cite": ("cite: WHO guidelines", "cite: 5"),
    "Y7-title": ("title: Washing hands", "title: 112"),
    "Y7-item": (LIST, "list: [1, 2.5, true]"),
    "Y7-heading": ("heading: How to wash", "heading: 2026"),
    "Y7-alt": (LIST, "figure: {image: a.svg, alt: 5, caption: 6}"),
    "Y7-date": (LIST, "list: [2026-11-22, 10:30]"),
    "Y7-octal": (LIST, "list: [0x10, 010, 1e3, .5]"),
    "Y7-arabic": (LIST, TABLE.format("٥", "۵")),
}
NEITHER = {
    "Y8-empty": ("title: Washing hands", 'title: ""'),
    "Y8-blank": ("title: Washing hands", "title: '  '"),
    "Y8-tilde": ("title: Washing hands", "title: ~"),
    "Y8-evidence-null": (LIST, "list: {items: [a], evidence: null}"),
    "Y8-only-null": (LIST, "list: {items: [a], only: null}"),
    "Y8-subtitle-null": ("title: Washing hands", "title: a\nsubtitle:"),
    "Y8-list-empty": (LIST, "list: []"),
    "Y8-cell-null": (LIST, TABLE.format("a", "null")),
    "Y8-sources-null": (LIST, f"{LIST}\nreviewed_by: null"),
    "Y8-number-quoted": ("year: 2009", 'year: "2009"'),
}


def changed(old: str, new: str) -> str:
    assert old in LEAFLET
    return LEAFLET.replace(old, new)


@pytest.mark.parametrize("name", BOTH)
def test_y7_both_take_it(name: str) -> None:
    text = changed(*BOTH[name])
    assert valid(VALIDATOR, text) is True
    assert refused(text) == set()


@pytest.mark.parametrize("name", NEITHER)
def test_y8_neither_takes_it(name: str) -> None:
    text = changed(*NEITHER[name])
    assert valid(VALIDATOR, text) is False
    assert refused(text)
