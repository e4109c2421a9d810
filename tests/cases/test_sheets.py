"""D6 to D18 on one sheet in each of five scripts; README.md lists which case is which test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from ..conftest import Sandbox
from ..content.clinic.drawn import box_of, page
from ..pdf.test_links import links
from ..reading import folded, pdfium, spoken
from ..tags import faults, tree
from . import sheet
from .sheet import LINK, MAGENTA, ROWS, WORDS

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cases")]

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module", params=WORDS)
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    tag = request.param
    project = Sandbox(tmp_path_factory.mktemp(tag))
    sheet.write(project, tag)
    done = project.run()
    assert done.returncode == 0, done.stderr
    return Sheets(project.root / "output", tag, done.stderr)


class Sheets:
    """The leaflet and the FAQ of one language."""

    def __init__(self, output: Path, tag: str, said: str) -> None:
        self.tag, self.said, self.words = tag, said, WORDS[tag]
        self.files = {name: output / f"{tag}/{name}_{tag}_a4.pdf" for name in ("hands", "faq")}
        self.data = {name: path.read_bytes() for name, path in self.files.items()}

    def pages(self, name: str) -> list[str]:
        """The text of each page, without spaces."""
        pages = pypdfium2.PdfDocument(self.data[name])
        return [folded(each.get_textpage().get_text_range()) for each in pages]

    def tops(self, *marks: str) -> Iterator[tuple[int, float]]:
        """The page on which each mark stands, from 0, and how far from its top, in millimetres."""
        pages = list(pypdfium2.PdfDocument(self.data["hands"]))
        for mark in marks:
            for number, each in enumerate(pages):
                text = each.get_textpage()
                if found := text.search(mark, match_case=True).get_next():
                    _, _, _, top = text.get_charbox(found[0])
                    yield number, (each.get_height() - top) / MILLIMETRE
                    break


def test_d6_columns_are_wide_enough_for_names_and_amounts(drawn: Sheets) -> None:
    assert "word-cut" not in drawn.said
    text = pdfium(drawn.data["hands"])
    lines = [folded(line) for line in text.splitlines()]
    for whole in ("levothyroxine", "Medicine", "Strength", "Evening", "125 mg", "5 mL"):
        assert any(folded(whole) in line for line in lines), whole


def test_d7_rows_are_whole_and_each_page_has_their_head(drawn: Sheets) -> None:
    seen = []
    for text in drawn.pages("hands"):
        rows = sorted(map(int, re.findall(r"Row(\d+)z", text)))
        assert rows == sorted(map(int, re.findall(r"Mean(\d+)z", text)))
        assert ("HeadD" in text) == bool(rows)
        assert ("FirstD" in text) == (0 in rows)
        seen += rows
    assert seen == list(range(ROWS))


def test_d8_d10_signs_and_runs_are_there_in_their_order(drawn: Sheets) -> None:
    said = folded(spoken(drawn.data["hands"]))
    for run in ("≥ 38 °C", "HbA1c < 7 %", "4.0 – 7.0 mmol/L"):
        assert folded(run) in said, run


def test_d11_d16_the_logo_keeps_its_shape_and_nothing_stands_on_it(drawn: Sheets) -> None:
    for name, file in drawn.files.items():
        left, top, right, bottom = box_of(page(file), MAGENTA)
        assert [right - left, bottom - top] == pytest.approx([56, 14], abs=0.5), name
        starts = 210 - right if drawn.tag in ("fa", "ur", "he") else left
        assert starts == pytest.approx(15.5, abs=0.5), name
    (address, heading) = drawn.tops("London N1 0ZZ", "KopfA")
    assert (0, bottom) < address < heading
    text = drawn.pages("hands")[0]
    for number in ("0958", "0999", "0111"):
        assert f"+44207946{number}" in text


def test_d12_a_title_of_160_letters_stands_whole(drawn: Sheets) -> None:
    (title,) = tree(drawn.data["hands"]).all("H1")
    assert folded(title.text) == folded(sheet.long_title(drawn.words))


def test_d13_a_link_shows_where_it_leads(drawn: Sheets) -> None:
    said = {folded(words): address for words, address in links(drawn.data["hands"]).items()}
    assert said[folded(drawn.words.page)] == LINK
    assert said["www.nhs.uk/conditions/rosacea"] == LINK
    assert said[folded(drawn.words.note)] == "tel:+442079460958"
    assert not [words for words in said if words.startswith("source-")]


def test_d14_a_heading_stands_above_what_it_is_about(drawn: Sheets) -> None:
    for letter in "ABCD":
        (heading_page, heading), (first_page, first) = drawn.tops(f"Kopf{letter}", f"First{letter}")
        assert heading_page == first_page
        assert 0 < first - heading < (85 if letter == "C" else 20)  # a figure is above its caption


def test_d15_a_faq_of_twelve_lines_flows(drawn: Sheets) -> None:
    first, *_ = drawn.pages("faq")
    assert set(re.findall(r"Ans([A-L])", first)) == set(sheet.ANSWERS)


def test_d17_names_and_ranges_are_found(drawn: Sheets) -> None:
    pages = [each.get_textpage() for each in pypdfium2.PdfDocument(drawn.data["hands"])]
    for words in ("HbA1c", "levothyroxine", "mmol/L", "5 mL"):
        spellings = (words, words.replace(" ", "\u00a0"))
        assert any(text.search(each).get_next() for text in pages for each in spellings), words


def test_d18_a_heading_is_one_heading(drawn: Sheets) -> None:
    for name, count in (("hands", 4), ("faq", 12)):
        assert faults(drawn.data[name]) == []
        numbered = [
            tag for tag in tree(drawn.data[name]).all("H2") if tag.text.strip()[:1].isdigit()
        ]
        assert len(numbered) == count
