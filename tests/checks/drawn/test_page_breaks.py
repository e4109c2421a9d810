"""What a break parts is reported where the style sheet does not keep it together."""

from __future__ import annotations

import pytest

from polyleaf import checks, pdf
from polyleaf.model.sheet import RenderedPage

from ...pdf.test_breaks_of_pages import FIGURE, HEAD, ITEMS, STYLE, text
from ...pdf.test_draw import CLINIC, EDITION, SHEET, document

pytestmark = pytest.mark.usefixtures("engine")

TITLE = "<h1 style='font-size: 12pt'>Hands</h1>"
BARE = "h2, caption, li:first-child, li:last-child { break-after: auto; break-before: auto }"
SPLIT = "tr { break-inside: auto }"


def found(body: str, css: str = "") -> list[tuple[str, str]]:
    """Code and text of what is reported of breaks; the page has 16 lines."""
    html = document(TITLE + body, STYLE + css)
    page = RenderedPage(SHEET, None, EDITION, html, CLINIC)
    reported = checks.drawn(page, pdf.draw(html))
    codes = ("heading-alone", "caption-alone", "item-alone", "row-split")
    return [(f.code, f.message.split('"')[1]) for f in reported if f.code in codes]


@pytest.mark.parametrize(
    ("body", "css", "expected"),
    [
        (f"{text(14)}<h2>Soap</h2>{text(6)}", BARE, ("heading-alone", "Soap")),
        (f"{text(13)}<h2>Soap</h2>{FIGURE}", BARE, ("heading-alone", "Soap")),
        (
            f"{text(14)}<table><caption>When</caption>{HEAD}<tr><td>x</table>",
            BARE,
            ("caption-alone", "When"),
        ),
        (f"{text(14)}<ul>{ITEMS}</ul>", BARE, ("item-alone", "item0")),
        (f"{text(10)}<ul>{ITEMS}</ul>", BARE, ("item-alone", "item5")),
        (f"{text(10)}<table>{HEAD}<tr><td>{text(4, 'p')}</table>", SPLIT, ("row-split", "p0")),
        (
            f'<div class="flow">{text(14)}<h2>Soap</h2>{text(30)}</div>',
            BARE,
            ("heading-alone", "Soap"),
        ),
        (
            f'{text(14)}<div class="flow"><h2 class="wide">Soap</h2>{text(30)}</div>',
            "",
            ("heading-alone", "Soap"),
        ),
    ],
    ids=["text", "figure", "caption", "first", "last", "row", "column", "wide"],
)
def test_what_is_parted_is_reported(body: str, css: str, expected: tuple[str, str]) -> None:
    (only,) = found(body, css)
    assert (only[0], only[1][: len(expected[1])]) == expected


@pytest.mark.parametrize(
    "body",
    [
        f"{text(14)}<h2>Soap</h2>{text(6)}",
        f"{text(13)}<h2>Soap</h2>{FIGURE}",
        f"{text(14)}<table><caption>When</caption>{HEAD}<tr><td>x</table>",
        f"{text(14)}<ul>{ITEMS}</ul>{text(9)}",
        f"{text(12)}<table>{HEAD}<tr><td>{text(40)}</table>",
        f"{text(13)}<ul><li>one<li>two</ul>",
        f'{text(3)}<h2>Soap</h2><div class="flow">{text(4)}</div><h2>Towels</h2>{text(4)}',
        f'<div class="flow">{text(14)}<h2>Soap</h2>{text(30)}</div>',
    ],
)
def test_what_the_style_sheet_keeps_together_is_not(body: str) -> None:
    assert found(body) == []
