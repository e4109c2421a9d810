"""A sheet is laid out in several settings, and the best is drawn: no short cut changes which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf import pdf
from polyleaf.model.sheet import FitSetting, Fitting, Html

from .engine import without
from .test_draw import document

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.slow]

LEADINGS = ("1.7", "1.5", "1.3")
CSS = "@page { size: A5 } p { break-inside: avoid; line-height: var(--leading); margin: 0 }"


def fitted(*leadings: str) -> Html:
    """A page that no setting fills to its foot, so that all are tried."""
    settings = tuple(FitSetting((("--leading", leading),)) for leading in leadings)
    lengths = tuple(map(float, leadings))
    text = "".join(f"<p>{'Wash your hands. ' * words}</p>" for words in (20, 60, 9, 70, 30, 50))
    html = document(text, CSS)
    return replace(html, fitting=Fitting(settings, 0, blank_foot=0.1, lengths=lengths))


def blank(html: Html) -> float:
    return max(foot.blank for foot in pdf.draw(html).feet)


def test_a_layout_that_is_given_up_could_not_have_been_the_best() -> None:
    ours = pdf.draw(fitted(*LEADINGS))
    with without("watched_pages"):
        assert pdf.draw(fitted(*LEADINGS)) == ours
    assert ours.layouts == len(LEADINGS)
    least = min(blank(fitted(leading)) for leading in LEADINGS)
    assert round(max(foot.blank for foot in ours.feet)) == round(least)
