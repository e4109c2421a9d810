"""What is left out to save time changes no byte of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pydyf
import pytest
from weasyprint.css import ComputedStyle
from weasyprint.layout import absolute, float, inline, percent, preferred

from polyleaf import pdf
from polyleaf.pdf import faster

from .test_draw import document

pytestmark = pytest.mark.usefixtures("engine")

LONG = "An uncommonly long sentence about incomprehensibilities in leaflets"
# What each function answers itself, and what it leaves to the engine: (style, text) of a paragraph.
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
    "percentages": ("width: 50%; height: 40%; min-height: 10%; max-width: 60%; margin: 4%", LONG),
    "a table": ("", f'</p><table><tr><td style="width: 20%">{LONG}<td>{LONG}</table>'),
    "numbers": ("opacity: 0.3; letter-spacing: 0.1pt; border: 0.333pt solid", "é “x”"),
}


@contextmanager
def without() -> Iterator[None]:
    """The engine as it comes, in this respect."""
    modules = (absolute, float, inline, preferred)
    try:
        for module in modules:
            module.shrink_to_fit = shrink_to_fit
        percent.resolve_one_percentage = faster._resolve_own
        ComputedStyle.__missing__ = faster._missing_own
        pydyf._to_bytes = faster._to_bytes_own
        yield
    finally:
        faster.install()


def shrink_to_fit(context: object, box: object, available: float) -> object:
    """The engine's own, which is in no module any more."""
    narrowest = preferred.min_content_width(context, box, outer=False)
    return min(max(narrowest, available), preferred.max_content_width(context, box, outer=False))


@pytest.mark.parametrize("case", CASES)
def test_a_page_has_the_same_bytes_as_without(case: str) -> None:
    style, text = CASES[case]
    html = document(f'<p style="{style}">{text}', "p { overflow-wrap: anywhere }")
    ours = pdf.draw(html)
    with without():
        theirs = pdf.draw(html)
    assert ours == theirs
