"""The patches that save time change no byte of a page."""

from __future__ import annotations

import pytest

from polyleaf import pdf
from polyleaf.model.sheet import Pdf
from polyleaf.pdf.patches import SPEED

from .engine import without
from .test_draw import document

pytestmark = pytest.mark.usefixtures("engine")

LONG = "An uncommonly long sentence about incomprehensibilities in leaflets"
SVG = "http://www.w3.org/2000/svg"
VIEW = 'width="40" height="40"'
ARABIC = "ذهبت إلى 2 من الأطباء (Dr. Khan) ثم عدت. "
STYLE = """
    p { overflow-wrap: anywhere }
    .pseudo::before { content: "b"; margin-inline-start: 2mm } .pseudo::after { content: "a" }
    .target::after { anchor: "there"; content: "t" }
    .first::first-line { color: red } .first::first-letter { font-size: 3em }
"""


def picture(inside: str) -> str:
    return f"<img alt='' src='data:image/svg+xml,<svg xmlns=\"{SVG}\" {VIEW}>{inside}</svg>'>"


# What each patch answers itself, and what it leaves to the engine: (style, text) of a paragraph.
# They close what they open: a sheet in a grid in a table would take ten times as long.
CASES = {
    "a float that fits": ("float: left", "Short"),
    "a float that does not fit": ("float: left", LONG + LONG[:30]),
    "a float that is narrower than its word": ("float: left; max-width: 9mm", LONG),
    "absolute": ("position: absolute; left: 90mm", LONG * 2),
    "inline-block": ("", f'{LONG} <b style="border: 1px solid; display: inline-block">{LONG}</b>'),
    "logical and physical": ("margin-inline-start: 9mm; margin-left: 3mm; padding: 5%", "x"),
    "right to left": ("border-inline-end: 2pt solid; direction: rtl", "ابت"),
    "inherited": ("--a: 3mm; color: red; line-height: 2", '<b style="margin: var(--a)">x</b>'),
    "decoration": ("text-decoration: underline dotted", "one <em>two <u>three</u></em>"),
    "calc": ("padding: calc(1em + 2px); width: calc(50% - 3mm); min-width: min(20mm, 9%)", "x"),
    "inherited calc": ("text-indent: calc(10% + 1em)", '<b style="display: block">x</b>'),
    "percentages": ("width: 50%; height: 40%; min-height: 10%; max-width: 60%; margin: 4%", LONG),
    "a table": ("", f'</p><table><tr><td style="width: 20%">{LONG}<td>{LONG}</table>'),
    "beside a float": ("", f'<i style="float: left; height: 9mm; width: 150mm">i</i>{LONG * 4}'),
    "below a float": ("", f'<i style="float: left">i</i></p><p>{LONG * 4}</p><p>{LONG}'),
    "right-to-left lines": ("direction: rtl", ARABIC * 9),
    "right-to-left lines, of two heights": (
        "direction: rtl",
        f'{ARABIC * 3} <b style="font-size: 2em">{ARABIC}</b> {ARABIC * 3}',
    ),
    "right-to-left lines beside a float": (
        "direction: rtl",
        f'<i style="float: right; height: 9mm; width: 99mm">i</i>{ARABIC * 9}',
    ),
    "a float inside a right-to-left line": (
        "direction: rtl",
        f'{ARABIC * 2}<i style="float: left; height: 30mm">i</i>{ARABIC * 9}',
    ),
    "justified": ("hyphens: auto; text-align: justify", LONG * 4),
    "white space": ("white-space: pre-wrap", f"one\ttwo  three \n{LONG} \n\n{LONG}  "),
    "spaced": ("letter-spacing: 1pt; word-spacing: 2pt", f"{LONG * 3} fi"),
    "cut short": ("overflow: hidden; text-overflow: ellipsis; white-space: nowrap", LONG * 4),
    "markers": ("", '<ul lang="en"><li>one<li>two</ul><ol><li>three</ol><q>four</q><br>five'),
    "a pseudo-element": ('" class="pseudo', "x"),
    "an anchor in a pseudo-element": ('" class="target" id="there', '<a href="#there">x</a>'),
    "a footnote": ("", 'x<span style="float: footnote">a note</span> y'),
    "a first line and letter": ('" class="first', LONG * 3),
    "outlines": ("outline: 2pt solid red; border: 3pt none; border-left: 1pt dashed", "x"),
    "an edge of a style alone": ("border-top-style: solid; outline-style: dotted", "x"),
    "an edge of a logical style alone": ("border-inline-start-style: solid; direction: rtl", "x"),
    "collapsed borders": (
        "",
        '</p><table style="border-collapse: collapse"><tr><td style="border: 2pt solid">a<td>b'
        "</table>",
    ),
    "flexible boxes": ("", f'</p><div style="display: flex"><div>{LONG}</div><div>b</div></div>'),
    "a grid": (
        "",
        f'</p><div style="display: grid; padding: 5%"><div>{LONG}</div><div>b</div></div>',
    ),
    "border-box": ("border: 1pt solid; box-sizing: border-box; padding: 2mm; width: 50mm", LONG),
    "columns": ("columns: 2", LONG * 9),
    "strokes": ("", picture('<path d="M4 4.5h7m8 0h2m-29 1H9M1 2h-3" stroke="red"/>')),
    "strokes with markers": (
        "",
        picture(
            '<marker id="m"><circle r="1"/></marker>'
            '<path d="M4 4.5h7m8 0h2" marker-end="url(%23m)" stroke="red"/>'
        ),
    ),
    "curves": ("", picture('<path d="M4 4.5h7c1 2 3 4 5 6z" stroke="red"/>')),
    "markup of all kinds": (
        "",
        "a &amp; &eacute;&notit; &#133; <!-- c - -- --> <b title='a>b' LANG=en data-x>x</b> "
        "<q cite=x/y \t>q</q \n> <![CDATA[d]]> </i> <?p?> <b/>bold</b> \x0b\ufdd0 &lt;p>",
    ),
    "numbers": ("opacity: 0.3; letter-spacing: 0.1pt; border: 0.333pt solid", "é “x”"),
}


def paragraph(case: str) -> str:
    style, text = CASES[case]
    return f'<p style="{style}">{text}</p>'


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_a_page_has_the_same_bytes_as_without(case: str) -> None:
    html = document(paragraph(case), STYLE)
    ours = pdf.draw(html)
    with without(*SPEED):
        theirs = pdf.draw(html)
    assert ours == theirs


SHEET = document("<hr style='clear: both'>".join(map(paragraph, CASES)), STYLE)


@pytest.fixture(scope="module")
def sheet() -> Pdf:
    """All of the cases, drawn with all patches."""
    return pdf.draw(SHEET)


@pytest.mark.slow
@pytest.mark.parametrize("name", SPEED)
def test_a_sheet_has_the_same_bytes_without_one_of_them(sheet: Pdf, name: str) -> None:
    """Another version of the engine may do without any one of them."""
    with without(name):
        assert pdf.draw(SHEET) == sheet
