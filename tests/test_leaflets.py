"""The shipped sheets, read back: what a patient, a printer and a screen reader get."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from polyleaf import languages
from polyleaf.content import leaflets, project
from polyleaf.model import inline
from polyleaf.model.leaflet import Asset
from polyleaf.model.walk import texts
from polyleaf.translation import catalog

from .conftest import ROOT, SOME_LANGUAGES
from .reading import spoken

pytestmark = [pytest.mark.xdist_group("shipped"), pytest.mark.slow]

LEAFLETS = ("rosacea", "exosome-therapy", "exosome-faq")
LANGUAGES = {tag: tag.replace("-", "_") for tag, _ in project.read(ROOT, None).languages}
PLANS = ("methotrexate", "asthma-plan", "colonoscopy")
SHEETS = [("rosacea", tag) for tag in LANGUAGES]
SHEETS += [(leaflet, tag) for leaflet in (*LEAFLETS[1:], *PLANS) for tag in SOME_LANGUAGES]
FONTS = {
    tag: {family.replace(" ", "-") for family in languages.find(tag).families} for tag in LANGUAGES
}
SYMBOLS = {"Noto-Sans-Math", "Noto-Sans-Symbols", "Noto-Sans-Symbols2"}
FACE = re.compile(r"(-Condensed,?)?(-Bold)?$")  # narrow faces are for sheets that would be too long
MARKS = re.compile(r"<[^>]+>|[\u200e\u200f\u2066-\u2069]")


def pdf(shipped: Path, leaflet: str, tag: str) -> Path:
    return shipped / tag / f"{leaflet}_{tag}_a4.pdf"


def page(shipped: Path, leaflet: str, tag: str) -> str:
    return (shipped / tag / f"{leaflet}_{tag}_web.html").read_text("utf-8")


def printed(leaflet: str, tag: str) -> list[str]:
    """The plain words of every string that the sheet prints, in its language."""
    path = f"content/{leaflet}.yaml"
    source = leaflets.parse((ROOT / path).read_bytes(), path, lambda n, _: Asset(n, "x", b""))
    strings = [text for text in texts(source.sections) if not text.context.endswith("figure-alt")]
    only = {text for s in source.sections for b in s.blocks if b.countries for text in texts(b)}
    kept = [text for text in strings if text not in only]
    if tag == "en":
        return [inline.plain(inline.parse(text.value)) for text in kept]
    po = ROOT / f"locales/{LANGUAGES[tag]}/LC_MESSAGES/{leaflet}.po"
    found = catalog.messages(catalog.read(po.read_bytes(), str(po))).found
    return [inline.plain(inline.parse(found[text.context, text.value].text)) for text in kept]


def european(text: str) -> str:
    """The text with the digits 0–9 in the place of a language's own."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def test_a_pdf_and_a_page_for_each_sheet_stand_in_the_output(shipped: Path) -> None:
    assert len(LANGUAGES) == 12
    forms = set(shipped.glob("*/*_form.pdf"))
    assert {path.name for path in forms} == {f"rosacea_{tag}_a4_form.pdf" for tag in LANGUAGES}
    assert len({*shipped.glob("*/*.pdf")} - forms) == len(SHEETS)
    assert len(list(shipped.glob("*/*_web.html"))) == len(SHEETS)
    rows = json.loads((shipped / "manifest.json").read_text("utf-8"))["files"]
    assert {row["file"] for row in rows} == {
        str(path.relative_to(shipped))
        for path in shipped.glob("*/*")
        if path.parent.name not in ("catalogue", "find")
    }


@pytest.mark.parametrize(("leaflet", "tag"), SHEETS)
def test_every_string_is_on_the_web_page(shipped: Path, leaflet: str, tag: str) -> None:
    bare = MARKS.sub("", page(shipped, leaflet, tag))
    squeezed = european("".join(html.unescape(bare).split()))
    for string in printed(leaflet, tag):
        for part in re.split(r"\{[\w.]+\}", string):
            for piece in re.split(r"\s+(?=[.।])", part):
                wanted = european("".join(piece.split()))
                assert wanted in re.sub(r"\[\d+\]", "", squeezed), piece


@pytest.mark.parametrize(("leaflet", "tag"), SHEETS)
def test_only_the_chosen_fonts_are_embedded(shipped: Path, leaflet: str, tag: str) -> None:
    listed = subprocess.run(
        ["pdffonts", pdf(shipped, leaflet, tag)], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    names = {FACE.sub("", line.split()[0].partition("+")[2]) for line in listed}
    assert names <= FONTS[tag]
    assert names >= FONTS[tag] - SYMBOLS, "signs are drawn with the fonts of signs alone"
    assert {line.split()[-5] for line in listed} == {"yes"}  # the column "emb"


@pytest.mark.parametrize(("leaflet", "tag"), SHEETS)
def test_the_pdf_is_tagged_named_and_in_its_language(shipped: Path, leaflet: str, tag: str) -> None:
    with pikepdf.open(pdf(shipped, leaflet, tag)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == tag
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == opened.docinfo["/Title"] != ""
        with opened.open_outline() as outline:
            (title,) = outline.root
            # a bookmark for each section
            assert len(title.children) >= (9 if leaflet in LEAFLETS else 5)
        roles = list(structure(opened.Root.StructTreeRoot))
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Link", "/Figure"} <= set(roles)
    if leaflet not in ("exosome-faq", "asthma-plan"):  # which have no tables
        assert {"/Table", "/TH"} <= set(roles)
    headings = [int(role[2]) for role in roles if re.fullmatch(r"/H\d", role)]
    assert headings[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(headings)), "a level is skipped"


def structure(element: Any) -> Any:
    """The roles of a tag tree, in reading order."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)
            yield from structure(kid)


@pytest.mark.parametrize(("leaflet", "tag"), SHEETS)
def test_every_picture_has_words(shipped: Path, leaflet: str, tag: str) -> None:
    pictures = re.findall(r"<img [^>]*>", page(shipped, leaflet, tag))
    assert len(pictures) >= 2
    for picture in pictures:
        assert re.search(r'alt="[^"]{3,}"', picture), picture[:80]


@pytest.mark.parametrize(("leaflet", "tag"), [sheet for sheet in SHEETS if sheet[1] != "en"])
def test_a_sheet_says_that_nobody_reviewed_its_translation(
    shipped: Path, leaflet: str, tag: str
) -> None:
    po = ROOT / f"locales/{LANGUAGES[tag]}/LC_MESSAGES/interface.po"
    found = catalog.messages(catalog.read(po.read_bytes(), str(po))).found
    (notice,) = (m.text for key, m in found.items() if "made by a machine. No person" in key[1])
    assert page(shipped, leaflet, tag).count(notice) == 2  # at the top and in the colophon
    assert catalog.read(po.read_bytes(), str(po)).field("X-Polyleaf-Method") == "machine"


@pytest.mark.parametrize("tag", SOME_LANGUAGES)
@pytest.mark.parametrize("leaflet", PLANS)
def test_a_plan_has_two_sides(shipped: Path, leaflet: str, tag: str) -> None:
    assert len(pypdfium2.PdfDocument(pdf(shipped, leaflet, tag))) == 2


@pytest.mark.parametrize("tag", SOME_LANGUAGES)
def test_no_day_and_no_dose_of_methotrexate_is_printed(shipped: Path, tag: str) -> None:
    """They are written in by hand: a line for the day, and four empty cells for the doses."""
    (schedule,) = re.findall(
        r'<table class="schedule">.*?</table>', page(shipped, "methotrexate", tag), re.S
    )
    medicines = re.findall(r"<tbody>.*?</tbody>", schedule, re.S)
    assert len(medicines) == 2
    for medicine in medicines:
        assert (
            len(re.findall(r'class="only">[^\n]*<img class="blank" alt="[^"]{3,}"', medicine)) == 1
        )
        assert (
            re.findall(r'<td class="([^"]*)" data-label="[^"]+">(.*?)</td>', medicine)
            == [("to-write", "")] * 4
        )
    assert 'class="week"' not in schedule


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_sheet_carries_what_staff_need(shipped: Path, tag: str) -> None:
    text = " ".join(spoken(pdf(shipped, "rosacea", tag).read_bytes()).replace("\xa0", " ").split())
    language = languages.find(tag)
    assert language.english_name in text
    assert "Rosacea" in text  # the English title, on every sheet
    assert "12 Example Street" in text  # no address changes its digits
    assert "+44 20 7946 0958" in text
    assert "+44 20 7946 0999" in text
    assert re.search(r"2026-11-22 · [0-9a-f]{8}", text)


def test_a_right_to_left_page_keeps_numbers_in_their_order(shipped: Path) -> None:
    """Positions, not extraction: the + stands left of 44, 44 left of 20, and so on."""
    textpage = pypdfium2.PdfDocument(pdf(shipped, "rosacea", "ar"))[0].get_textpage()
    found = 0
    for start in range(textpage.count_chars() - 16):
        if textpage.get_text_range(start, 16).replace("\xa0", " ") == "+44 20 7946 0958":
            boxes = [textpage.get_charbox(start + i) for i in range(16)]
            lefts = [box[0] for box in boxes if box[2] - box[0] > 0.1]
            assert lefts == sorted(lefts)
            bottoms = [box[1] for box in boxes if box[3] - box[1] > 4]
            assert max(bottoms) - min(bottoms) < 3, "it is broken over two lines"
            found += 1
    assert found >= 2  # in the head of the page, and inside a sentence


def test_a_right_to_left_page_starts_at_the_right(shipped: Path) -> None:
    def key_point_edges(tag: str) -> tuple[float, float]:
        opened = pypdfium2.PdfDocument(pdf(shipped, "rosacea", tag))[0]
        textpage = opened.get_textpage()
        boxes = [textpage.get_rect(i) for i in range(textpage.count_rects())]
        big = max((box for box in boxes), key=lambda box: box[3] - box[1])  # the title
        return big[0], opened.get_width() - big[2]

    left, right = key_point_edges("en")
    assert left < 60 < right
    left, right = key_point_edges("ar")
    assert right < 60 < left


def test_no_brand_stands_in_the_content() -> None:
    for path in (ROOT / "content").glob("*.yaml"):
        assert "advancexo" not in path.read_text("utf-8").lower()


def test_the_same_inputs_give_the_same_bytes(shipped: Path, tmp_path: Path) -> None:
    """Another folder, another time zone, hash seed and locale, one process instead of two.

    Of paper: a web page leads to the sheets that stand beside it, and these are not all.
    """
    arguments = ["rosacea", "-l", "ar,zh-Hans", "-e", "a4", "--jobs", "1", "--quiet"]
    subprocess.run(
        [sys.executable, "build.py", *arguments, "--output", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={"TZ": "Asia/Kolkata", "PYTHONHASHSEED": "7", "LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )
    built = sorted(path for path in tmp_path.glob("*/*.pdf"))
    assert len(built) == 2 + len(list(tmp_path.glob("*/*_form.pdf")))
    for path in built:
        other = shipped / path.relative_to(tmp_path)
        assert path.read_bytes() == other.read_bytes(), path.name


@pytest.mark.parametrize(("leaflet", "tag"), SHEETS)
def test_no_type_is_below_12_points(shipped: Path, leaflet: str, tag: str) -> None:
    """UKAAF clear print; letters in pictures included."""
    smallest = 99.0
    for sheet in pypdfium2.PdfDocument(pdf(shipped, leaflet, tag)):
        textpage = sheet.get_textpage()
        for index in range(textpage.count_chars()):
            if textpage.get_text_range(index, 1).strip():
                matrix = pypdfium2.raw.FS_MATRIX()
                pypdfium2.raw.FPDFText_GetMatrix(textpage, index, matrix)
                size = pypdfium2.raw.FPDFText_GetFontSize(textpage, index) * abs(matrix.d)
                smallest = min(smallest, size)
    assert round(smallest, 1) >= 12.0
