"""QR codes as a telephone reads them from the page."""

from __future__ import annotations

from urllib.parse import unquote

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from polyleaf import pdf
from polyleaf.markup.qr import qr
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html

from ..conftest import Sandbox

PIXELS = 3  # per point: about 200 per inch
ADDRESS = "https://clinic.example/ar/rosacea"
addresses = st.text("abcXYZ019-._~/?&=%'\"<>é", min_size=1, max_size=300).map(
    "https://clinic.example/{}".format
)


def read(data: bytes) -> list[zxingcpp.Barcode]:
    """The codes on the first page."""
    image = pypdfium2.PdfDocument(data)[0].render(scale=PIXELS).to_pil()
    return zxingcpp.read_barcodes(image)


def drawn(address: str) -> bytes:
    page = f'<html lang="en"><title>x</title><img src="{qr(address)}" alt="x" style="width: 32mm">'
    return pdf.draw(Html(page, "@page { margin: 0 }", (), Where("page"))).data


@pytest.mark.slow
@pytest.mark.usefixtures("engine")
@settings(max_examples=25, deadline=None)  # each draws a page
@given(addresses)
def test_a_code_has_its_address(address: str) -> None:
    (code,) = read(drawn(address))
    assert (code.text, code.ec_level, code.format) == (
        address,
        "M",
        zxingcpp.BarcodeFormat.QRCode,
    )


@pytest.mark.slow
def test_a_sheet_has_the_code_of_its_page(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    assert project.run().returncode == 0
    (code,) = read((project.root / "output/en/hands_en_a4.pdf").read_bytes())
    assert code.text == "https://clinic.example/en/hands"


def test_a_code_has_four_empty_modules_around_it() -> None:
    """ISO/IEC 18004, 9.1; the last column of this code ends in a finder pattern."""
    svg = unquote(qr(ADDRESS).partition(",")[2])
    steps = [part.split("h") for part in svg.partition(' d="')[2].partition('"')[0].split("M")[1:]]
    starts = [tuple(map(float, start.split())) for start, _ in steps]
    ends = [x + float(run) for (x, _), (_, run) in zip(starts, steps, strict=True)]
    side = float(svg.partition('viewBox="0 0 ')[2].partition(" ")[0])
    assert (min(x for x, _ in starts), max(ends)) == (4, side - 4)
    assert (min(y for _, y in starts), max(y for _, y in starts)) == (4.5, side - 4.5)


def test_an_address_that_looks_like_markup_stays_text() -> None:
    svg = unquote(qr("https://clinic.example/<script>&").partition(",")[2])
    assert "<title>https://clinic.example/&lt;script&gt;&amp;</title>" in svg
