"""Pieces of text and their glyphs, before they are written."""

from __future__ import annotations

import pytest

from polyleaf import pdf

from .test_draw import document

pytestmark = pytest.mark.usefixtures("engine")


def test_what_draws_nothing_belongs_to_the_letter_before_it_or_after_it() -> None:
    from polyleaf.pdf.text.clusters import Cluster, Placed, _joined

    glyph = (Placed(7, 0, 0),)
    bare, letter = Cluster("\u200d", (), 0), Cluster("র", glyph, 500)
    assert list(_joined([bare, letter, bare, letter])) == [
        Cluster("\u200dর\u200d", glyph, 500),
        letter,
    ]


def test_a_right_to_left_cluster_is_written_letter_by_letter_from_the_left() -> None:
    """The ink is the first letter's, and stays where it was."""
    from polyleaf.pdf.text.clusters import Cluster, Placed
    from polyleaf.pdf.text.writer import _letters

    written = list(_letters(Cluster("لله", (Placed(7, 10, 0),), 900)))
    assert [letter.text for letter in written] == ["ه", "ل", "ل"]
    assert [letter.width for letter in written] == [300, 300, 300]
    assert [letter.glyphs for letter in written] == [(), (), (Placed(7, 10 - 600, 0),)]


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
