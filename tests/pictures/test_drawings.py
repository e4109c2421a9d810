"""Drawings of many tools are drawn as Chromium draws them, or refused by name: none otherwise."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from polyleaf import languages
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.pictures import svg
from polyleaf.pictures.svg import drawing
from polyleaf.typography.picture_fonts import font_files

from . import comparing, random_drawings
from .comparing import Case

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.usefixtures("engine"),
    pytest.mark.xdist_group("drawings"),
    pytest.mark.slow,
]

DRAWN = [case for case in comparing.cases() if case.drawn]
REFUSED = [case for case in comparing.cases() if "refused" in case.notes]
CHANCES = 80  # drawings
Pair = tuple[Image.Image, Image.Image]


@pytest.fixture(scope="module")
def pairs(engine: None, browser: Browser) -> dict[str, Pair]:
    """Each drawing as Chromium shows it, with the fonts of a build alone, and as it is printed."""
    truths = comparing.chromium(browser, [case.for_chromium for case in DRAWN])
    return {
        case.name: (truth, comparing.on_white(comparing.png(case)))
        for case, truth in zip(DRAWN, truths, strict=True)
    }


@pytest.mark.parametrize("case", DRAWN, ids=lambda case: case.name)
def test_a_drawing_looks_as_in_a_browser(case: Case, pairs: dict[str, Pair]) -> None:
    truth, ours = pairs[case.name]
    assert abs(truth.height - ours.height) <= 3
    low, high = truth.convert("L").getextrema()
    assert low != high, "Chromium shows nothing"
    assert comparing.difference(truth, ours) <= case.limit


def test_drawings_made_by_chance_look_as_in_a_browser(engine: None, browser: Browser) -> None:
    """Nobody chose what is in them; few are refused."""
    drawn: list[tuple[Case, Image.Image]] = []
    for seed in range(CHANCES):
        case = Case(f"seed {seed}", random_drawings.Drawing(seed).text().encode(), {})
        with suppress(PolyleafError):
            drawn.append((case, comparing.on_white(comparing.png(case))))
    assert len(drawn) > 0.9 * CHANCES
    truths = comparing.chromium(browser, [case.data for case, _ in drawn])
    for (case, ours), truth in zip(drawn, truths, strict=True):
        assert comparing.difference(truth, ours) <= case.limit, case.name


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_would_come_out_as_another_picture_is_refused(case: Case) -> None:
    with pytest.raises(PolyleafError) as caught:
        comparing.plain(case)
    messages = [finding.message for finding in caught.value.findings]
    assert any(case.notes["refused"] in message for message in messages), messages
    for finding in caught.value.findings:
        assert finding.where == Where("case.yaml", 1, 1)
        assert f'"{case.name}.svg"' in finding.message
        assert finding.hint


def test_characters_without_a_glyph_are_known_before_anything_is_drawn() -> None:
    cases = [case for case in comparing.cases() if "lacking" in case.notes]
    for case in cases:
        made = comparing.plain(case)
        faces = font_files(svg.characters(made), languages.find("en")).faces
        lacking = " ".join(f"U+{ord(c):04X}" for c in svg.lacking(made, faces))
        assert lacking == case.notes["lacking"]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    some = DRAWN[::4]
    first = [comparing.png(case, 200) for case in some]
    drawing.rendered.cache_clear()
    assert first == [comparing.png(case, 200) for case in some]


def test_letters_have_the_forms_of_their_language() -> None:
    def drawn(text: str, tag: str) -> bytes:
        words = f'<text y="15">{text}</text>'
        data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 20">{words}</svg>'
        made = svg.normalised(data.encode(), "x.svg", Where("case.yaml", 1, 1))
        return svg.draw(made, font_files(svg.characters(made), languages.find(tag)), 60, 150)

    assert drawn("शश", "mr") != drawn("शश", "hi"), "the letter has another form in Marathi"
    assert drawn("कक", "mr") == drawn("कक", "hi"), "and this one has none"
