"""Pieces of text that several glyphs draw, or none."""

from __future__ import annotations

import pytest

from polyleaf import pdf

from ..reading import pdfium
from .test_draw import document
from .test_readable_text import sheet

pytestmark = pytest.mark.usefixtures("engine")


@pytest.mark.parametrize(
    ("tag", "text"),
    [("bn", "\u200dর\u200dর"), ("hi", "क्\u200dष र्\u200dय")],
    ids=["around a letter", "between letters"],
)
def test_a_joiner_that_draws_nothing_is_read_where_it_was_written(tag: str, text: str) -> None:
    assert pdfium(sheet(tag, f"<p>{text}</p>")) == text


def test_what_draws_nothing_belongs_to_the_letter_before_it_or_after_it() -> None:
    from polyleaf.pdf.text.clusters import Cluster, PlacedCluster, joined  # loads the engine

    glyph = (PlacedCluster(7, 0, 0),)
    bare, letter = Cluster("\u200d", (), 0), Cluster("র", glyph, 500)
    assert list(joined([bare, letter, bare, letter])) == [
        Cluster("\u200dর\u200d", glyph, 500),
        letter,
    ]


SCRIPTS = (
    "Office fi fl ‘quoted’ — naïve AV To. Ёлка",
    "रोज़ेशिया त्वचा की स्थिति है (12)",
    "الوردية حالة جلدية 25",
    "酒渣鼻是一種皮膚病。",
    "no\u200bbreak so\u00adft \U0001f9ff \ue000 e\u0301",
)


def test_a_run_of_a_glyph_a_character_is_written_as_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = document("".join(f"<p>{text} <b>{text}</b></p>" for text in SCRIPTS))
    quickly = pdf.draw(html)
    monkeypatch.setattr("polyleaf.pdf.text.clusters.single", lambda *_: None)
    assert pdf.draw(html) == quickly


@pytest.mark.parametrize(
    "page",
    [
        "<p style='letter-spacing: 1pt'>a\u2028b</p>",
        "<p dir='rtl'>\U0001f44d\U0001f3fd \u2764\ufe0f</p>",
    ],
)
def test_a_missing_glyph_in_a_cluster_of_several_is_reported(page: str) -> None:
    assert pdf.draw(document(page)).missing
