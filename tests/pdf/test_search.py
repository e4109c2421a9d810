"""Names with digits, addresses and ranges of a right-to-left sheet are found and copied."""

from __future__ import annotations

from functools import cache

import pypdfium2
import pytest

from polyleaf import languages, pdf
from polyleaf.markup import inline_html
from polyleaf.model import inline
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html
from polyleaf.typography import typeset

from ..reading import folded, pdfium, poppler, spoken

pytestmark = pytest.mark.usefixtures("engine")

# Each stands between two words of the language, in brackets, at the end of a line and in a cell.
FOUND = (
    *("HbA1c", "D3", "B12", "IL-6", "COVID-19", "CO2", "Ca2+", "SPF 30+", "Vitamin D3 1000 IU"),
    *("example.org", "www.nhs.uk/a-b?c=5", "a.b@x.org", "Riverside Skin Clinic", "NHS 111"),
    *("07:00–08:00", "5–10 mg", "INR 2.0 – 3.0", "4.0 – 7.0 mmol/L", "120/80 mmHg", "22/11/2026"),
    *("HbA1c < 7 %", "+44 20 7946 0958", "38.5 °C", "2026-11-22", "**IgE**"),
)
WORDS = {"ar": ("فحص", "الآن"), "he": ("בדיקת", "היום"), "fa": ("برای", "است"), "ur": ("یہ", "ہے")}
STYLE = """
    @page { size: A5; margin: 10mm }
    p, td { font-size: 11pt; margin: 0 }
    [dir=rtl] span[dir=ltr] { font-family: "Noto Sans", var(--families) }
"""


@cache
def sheet(tag: str) -> bytes:
    language = languages.find(tag)
    before, after = WORDS[tag]

    def html(source: str) -> str:
        text = typeset(inline.parse(source), language, {}, paper=True)
        return inline_html.html(text, {}, language.direction)

    lines = "".join(
        f"<p>{html(f'{before} {found} {after}')}<p>{html(f'{before} ({found}) {found}')}"
        for found in FOUND
    )
    cells = "".join(f"<tr><td>{html(found)}<td>{html(after)}<td>{html(found)}" for found in FOUND)
    families = ", ".join(map(repr, language.families))
    page = (
        f'<!DOCTYPE html><html lang="{tag}" dir="rtl" style="--families: {families}; '
        f'font-family: var(--families)"><title>x</title><body>{lines}<table>{cells}</table>'
    )
    drawn = pdf.draw(Html(page, STYLE, language.families, Where("x")))
    assert (drawn.missing, drawn.engine_errors) == ((), ())
    return drawn.data


def written(tag: str) -> list[str]:
    """What must be found, with the digits that the language gives to numbers without letters."""
    digits = languages.find(tag).digits
    plain = [found.replace("*", "") for found in FOUND]
    if not digits:
        return plain
    return [found for found in plain if any(c.isascii() and c.isalpha() for c in found)]


def times_found(page: pypdfium2.PdfTextPage, words: str) -> int:
    search, count = page.search(words, match_case=True), 0
    while search.get_next():
        count += 1
    return count


@pytest.mark.slow
@pytest.mark.parametrize("tag", WORDS)
def test_a_search_in_pdfium_finds_it_wherever_it_stands(tag: str) -> None:
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(sheet(tag))]
    for words in written(tag):
        spellings = {words, words.replace(" ", "\u00a0"), _bound(words)}
        found = sum(times_found(page, each) for page in pages for each in spellings)
        assert found >= 5, words


def _bound(words: str) -> str:
    """A number stays with its unit by a no-break space, and words are parted by common ones."""
    head, _, last = words.rpartition(" ")
    return f"{head}\u00a0{last}"


@pytest.mark.parametrize("tag", WORDS)
def test_it_is_copied_as_it_is_written(tag: str) -> None:
    data = sheet(tag)
    for text in (folded(pdfium(data)), folded(poppler(data)), folded(spoken(data))):
        for words in written(tag):
            assert text.count(folded(words)) >= 5, words
