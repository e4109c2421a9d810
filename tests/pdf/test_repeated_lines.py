"""Lines that are set again, as in columns, have the bytes that they have when set anew."""

from __future__ import annotations

import gc

import pytest

from polyleaf import languages, pdf
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html

from .engine import without
from .test_draw import document
from .test_readable_text import SENTENCES

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.slow]

STYLE = """
    @page { size: A5; margin: 9mm } html { hyphens: auto; overflow-wrap: anywhere }
    .flow { columns: 2; column-gap: 5mm } .wide { break-inside: avoid; column-span: all }
    .float { float: left; width: 9mm }
    .justified { text-align: justify } .spaced { letter-spacing: 0.3pt; word-spacing: 1pt }
    .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 20mm }
    td { border: 1px solid }
"""


def leaflet(tag: str) -> Html:
    """One sentence in every place that a sheet has, in one style and in several."""
    language, words = languages.find(tag), SENTENCES[tag]
    kinds = ("", "justified", "spaced", "cut", "")
    texts = [f'<p class="{kind}">{words} <b>{words}</b>, {words}</p>' for kind in kinds]
    long = f"<table><tr><td>{words.replace(' ', '')}<td>{words}<td>{words}</table>"
    items = f"<ol><li>{words}<li>{words}</ol><i class=float>{words}</i><h2>{words}</h2>"
    part = "".join(texts) + long + items
    body = f"<div class=flow>{part}<h2 class=wide>{words}</h2>{part}</div>{part}"
    root = f'lang="{tag}" dir="{language.direction}"'
    families = ", ".join(map(repr, language.families))
    page = f'<!DOCTYPE html><html {root} style="font-family: {families}"><title>x</title><body>'
    return Html(page + body, STYLE, language.families, Where("x"))


@pytest.mark.parametrize("tag", ["en", "ta", "ur", "zh-Hans"])
def test_a_leaflet_in_columns_has_the_same_bytes_as_without(tag: str) -> None:
    html = leaflet(tag)
    ours = pdf.draw(html)
    for names in (["repeated_lines"], ["kept_layouts"], ["kept_layouts", "repeated_lines"]):
        with without(*names):
            assert pdf.draw(html) == ours, names
    assert ours.pages > 1


def test_a_foot_that_is_cut_short_is_cut_short_alike_on_each_page() -> None:
    """One line, drawn on each page: its ellipsis is written once."""
    css = "@page { @bottom-left { content: element(foot) } } .foot { position: running(foot) }"
    foot = '<p class="foot" style="max-lines: 1; block-ellipsis: auto; width: 30mm">'
    pages = '<p style="break-after: page">One page</p>' * 3
    html = document(f"{foot}A foot that has two lines, of which one is drawn</p>{pages}", css)
    ours = pdf.draw(html)
    with without("repeated_lines"):
        assert pdf.draw(html) == ours


def test_what_is_remembered_goes_with_the_document() -> None:
    from weasyprint.text.line_break import Layout

    def layouts() -> int:
        return sum(isinstance(each, Layout) for each in gc.get_objects())

    html = leaflet("en")
    gc.collect()
    before = layouts()
    gc.disable()
    try:
        pdf.draw(html)
        assert layouts() <= before
    finally:
        gc.enable()
