"""Drawing: what the engine is given, and what it may not do."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from polyleaf import checks, languages, pdf
from polyleaf.content import leaflets
from polyleaf.model.catalog import Provenance
from polyleaf.model.clinic import Clinic
from polyleaf.model.findings import Finding, PolyleafError, Where
from polyleaf.model.leaflet import Asset
from polyleaf.model.sheet import Edition, Html, LocalizedLeaflet, Pdf, RenderedPage

from .. import conftest

FAMILIES = ("Noto Sans", "Noto Sans Devanagari", "Noto Sans Arabic", "Noto Sans CJK SC")
TITLE = "<h1>Hands</h1>"  # a sheet without one has a finding
NO_PICTURE = Asset("none", "image/png", b"")
EDITION = Edition("a4", ".pdf", 0, ())
CLINIC = Clinic("Test Clinic", ("London",), (), "https://clinic.example", None, "GB")
SOURCE = Where("content/hands.yaml")
LEAFLET = leaflets.parse(conftest.LEAFLET.encode(), SOURCE.path, lambda *_: NO_PICTURE)
SHEET = LocalizedLeaflet(LEAFLET, LEAFLET, languages.find("en"), Provenance("source"))

pytestmark = pytest.mark.usefixtures("engine")


def document(body: str, css: str = "", families: tuple[str, ...] = FAMILIES) -> Html:
    style = f"font-family: {', '.join(repr(name) for name in families)}"
    text = f'<!DOCTYPE html><html lang="en" style="{style}"><title>Hands</title><body>{body}'
    return Html(text, css, families, SOURCE)


def draw(body: str, css: str = "") -> Pdf:
    return pdf.draw(document(body, css))


def found(html: Html, edition: Edition = EDITION) -> list[Finding]:
    page = RenderedPage(SHEET, None, edition, html, CLINIC)
    return checks.drawn(page, pdf.draw(html))


def codes(body: str, css: str = "", edition: Edition = EDITION) -> list[str]:
    return [finding.code for finding in found(document(TITLE + body, css), edition)]


@pytest.mark.parametrize("width", range(386, 398, 2))
def test_a_space_that_does_not_fit_costs_no_line(width: int) -> None:
    """The words fill their line at every width, also where only their last space is too much."""
    text = "It treats the root and every cause, not only the signs"
    badge = '<span style="white-space: nowrap">No evidence</span>'
    drawn = draw(f'<p style="font-size: 16px; width: {width}px">{text} {badge}</p>')
    (first, *_) = pypdfium2.PdfDocument(drawn.data)[0].get_textpage().get_text_range().splitlines()
    assert len(first) > 40


def test_the_same_input_gives_the_same_bytes() -> None:
    body = "<h1>Hands हाथ اليدان 手</h1><p>Wash <strong>both</strong>.</p>"
    assert draw(body).data == draw(body).data


def test_a_sheet_is_tagged_and_says_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(draw("<h1>Hands</h1><p>Wash both.</p>").data)
    with pikepdf.open(file) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en"
        assert opened.docinfo["/Title"] == "Hands"
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Hands"]


def test_every_script_has_its_font_and_no_other() -> None:
    drawn = draw("<p>Hands हाथ اليدان 手</p>")
    assert drawn.families == tuple(sorted(FAMILIES))
    assert drawn.missing == ()


@pytest.mark.parametrize("tag", ["en", "hi", "bn", "ta", "te", "ur", "ar", "he", "zh-Hans"])
def test_strong_words_are_bold_in_every_script(tag: str) -> None:
    language = languages.find(tag)
    body = f"<p>{language.own_name}</p><p><strong>{language.own_name}</strong></p>"
    drawn = pdf.draw(document(body, families=language.families))
    with pikepdf.open(io.BytesIO(drawn.data)) as opened:
        names = {str(font.BaseFont)[8:] for font in opened.pages[0].Resources.Font.values()}
    family = language.families[0].replace(" ", "-")
    assert names == {family, f"{family}-Bold"}


def test_a_character_without_a_glyph_is_named() -> None:
    lines = [str(finding) for finding in found(document(f"{TITLE}<p>fine 🧴 𒀀</p>"))]
    assert [line.split(": ")[1] for line in lines] == ["error[glyph-missing]"] * 2
    assert "U+1F9F4 LOTION BOTTLE" in "".join(lines)
    assert "U+12000 CUNEIFORM SIGN A" in "".join(lines)


def test_a_font_that_is_not_the_languages_is_reported() -> None:
    html = document(
        f"{TITLE}<p lang=zh style='font-family: Noto Sans CJK SC'>手</p>",
        families=("Noto Sans",),
    )
    (finding,) = found(html)
    assert finding.code == "font-fallback"
    assert '手 is drawn with "Noto Sans CJK SC"' in finding.message


def test_an_installed_font_that_is_not_named_is_invisible() -> None:
    drawn = draw("<p style='font-family: DejaVu Sans, Liberation Sans, Noto Serif'>Hands</p>")
    assert set(drawn.families) <= set(languages.font_packages())


def test_more_pages_than_the_edition_has_is_an_error() -> None:
    pages = "<p style='break-after: page'>one</p><p>two</p>"
    assert codes(pages, edition=Edition("a4", ".pdf", 2, ())) == []
    assert codes(pages, edition=Edition("a4", ".pdf", 1, ())) == ["pages"]


@pytest.mark.parametrize(
    "body",
    [
        '<img alt=x src="file:///etc/hostname">',
        '<img alt=x src="http://127.0.0.1:9/x.png">',
        '<img alt=x src="//example.org/x.png">',
        '<img alt=x src="secret.png">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<style>@import "file:///etc/passwd";</style>',
        "<style>@font-face { font-family: x; src: url(file:///etc/passwd) }</style>",
        '<object data="file:///etc/passwd"></object>',
        '<base href="file:///etc/"><img alt=x src="hostname">',
    ],
)
def test_nothing_outside_the_document_is_read(body: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        draw(f"{body}<p>Hands</p>")
    assert [finding.code for finding in caught.value.findings] == ["outside-document"]


def test_a_picture_cannot_reach_out_either() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<image href="file:///etc/hostname" width="9" height="9"/></svg>'
    )
    source = base64.b64encode(svg.encode()).decode()
    with pytest.raises(PolyleafError, match=r"outside-document.*file:///etc/hostname"):
        draw(f'<img alt=x src="data:image/svg+xml;base64,{source}"><p>Hands</p>')


def test_a_picture_that_is_broken_is_reported() -> None:
    with pytest.raises(PolyleafError, match=r"outside-document.*it is none of PNG, JPEG"):
        draw('<img alt=x src="data:image/png;base64,AAAA">')
