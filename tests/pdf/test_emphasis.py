"""Emphasis is seen in every script: `*…*`, `**…**` and `***…***` differ, on paper and screens."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps, ImageStat

from polyleaf import languages, pdf
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html

from ..conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.usefixtures("engine")

WORDS = {
    "ar": "الدواء",
    "ur": "دوا",
    "he": "שלום",
    "hi": "त्वचा",
    "bn": "ত্বক",
    "ta": "தோல்",
    "th": "ผิว",
    "km": "ស្បែក",
    "am": "ቆዳ",
    "zh-Hans": "重点",
    "ja": "皮膚",
    "ko": "피부",
    "hy": "մաշկ",
    "ka": "კანი",
}
MARKED = ("{}", "<em>{}</em>", "<strong>{}</strong>", "<strong><em>{}</em></strong>")
RULES = re.compile(r"^\[data-upright\].*$", re.MULTILINE)
SCALE = 6  # pixels a point


def body(tag: str, *, marked: tuple[str, ...] = MARKED) -> str:
    language = languages.find(tag)
    font = ", ".join(map(repr, language.families))
    return "".join(
        f'<p lang="{tag}" dir="{language.direction}" style="font-family: {font}">'
        f"{mark.format(WORDS[tag])}</p>"
        for mark in marked
    )


def page(edition: str, tags: tuple[str, ...]) -> tuple[str, str]:
    rules = "\n".join(RULES.findall((ROOT / f"templates/{edition}/style.css").read_text("utf-8")))
    assert "em {" in rules
    text = "".join(map(body, tags))
    css = f"@page {{ size: A8; margin: 5mm }} p {{ break-after: page; font-size: 14pt }}\n{rules}"
    return f'<!DOCTYPE html><html lang="{tags[0]}" data-upright><title>x</title><body>{text}', css


def inks(data: bytes) -> list[float]:
    """How much ink each page of a document has."""
    pages = (each.render(scale=SCALE).to_pil() for each in pypdfium2.PdfDocument(data))
    return list(map(ink, pages))


def ink(picture: Image.Image) -> float:
    return ImageStat.Stat(ImageOps.invert(picture.convert("L"))).sum[0]


@pytest.mark.slow
def test_each_kind_of_emphasis_has_a_weight_of_its_own_on_paper() -> None:
    text, css = page("a4", tuple(WORDS))
    families = dict.fromkeys(f for tag in WORDS for f in languages.find(tag).families)
    drawn = pdf.draw(Html(text, css, tuple(families), Where("x")))
    assert (drawn.missing, drawn.engine_errors) == ((), ())
    pages = inks(drawn.data)
    assert len(pages) == 4 * len(WORDS)
    for at, tag in enumerate(WORDS):
        plain, emphasis, strong, both = pages[at * 4 : at * 4 + 4]
        assert plain * 1.1 < emphasis < strong * 0.95 < strong * 1.1 < both, tag


def test_scripts_with_italics_have_them() -> None:
    text = "<p>gap <em>gap</em> кожа <em>кожа</em> δέρμα <em>δέρμα</em>"
    families = languages.find("en").families
    html = f'<!DOCTYPE html><html lang="en" style="font-family: Noto Sans"><title>x</title>{text}'
    data = pdf.draw(Html(html, "", families, Where("x"))).data
    with pikepdf.open(io.BytesIO(data)) as opened:
        (page,) = opened.pages
        names = sorted(str(font.BaseFont) for font in page.Resources.Font.values())
        assert [name.partition("+")[2] for name in names] == ["Noto-Sans", "Noto-Sans-Italic"]
        assert b" Tr" not in page.Contents.read_bytes()


@pytest.mark.slow
def test_each_kind_of_emphasis_has_a_weight_of_its_own_on_a_screen(browser: Browser) -> None:
    tags = ("ar", "hi", "zh-Hans")
    text, css = page("web", tags)
    with browser.new_page(device_scale_factor=4) as shown:
        shown.set_content(text.replace("<title>x</title>", f"<title>x</title><style>{css}</style>"))
        shots = [each.screenshot() for each in shown.locator("p").all()]
    weights = [ink(Image.open(io.BytesIO(shot))) for shot in shots]
    for at, tag in enumerate(tags):
        plain, emphasis, strong, both = weights[at * 4 : at * 4 + 4]
        assert plain * 1.05 < emphasis < strong < both, tag
