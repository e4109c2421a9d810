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
# What each function answers itself, and what it leaves to the engine.
CASES = {
    "a float that fits": '<p style="float: left">Short</p><p>Beside it</p>',
    "a float that does not fit": f'<p style="float: left">{LONG * 3}</p>',
    "a float that is narrower than its word": f'<div style="width: 9mm"><p style="float: right">{LONG}',
    "absolute": f'<p style="position: absolute; left: 90mm">{LONG * 2}</p>',
    "inline-block": f'<p>{LONG} <span style="display: inline-block; border: 1px solid">{LONG}</span></p>',
    "logical and physical": '<p style="margin-inline-start: 9mm; margin-left: 3mm; padding-inline: 5%">x',
    "right to left": '<div dir="rtl" style="padding-inline-start: 9mm"><p style="border-inline-end: 2pt solid">ابت',
    "inherited": '<div style="--a: 3mm; color: red; line-height: 2; font-style: italic"><p style="margin: var(--a)">x<b>y',
    "text decoration": '<p style="text-decoration: underline dotted">one <em>two <u>three</u></em></p>',
    "calc": '<div style="width: calc(50% - 3mm); min-width: min(20mm, 9%)"><p style="padding: calc(1em + 2px)">x</p></div>',
    "percentages": '<div style="width: 50%; height: 40%; min-height: 10%; max-width: 60%"><p style="margin: 4%">x',
    "a table": f'<table><tr><td style="width: 20%">{LONG}<td>{LONG}<tr><td colspan="2">x</table>',
    "numbers": '<p style="opacity: 0.3; letter-spacing: 0.1pt; border: 0.333pt solid">é “x” ✓</p>',
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
    css = "p { overflow-wrap: anywhere } [dir=rtl] p { font-weight: bold }"
    ours = pdf.draw(document(CASES[case], css))
    with without():
        theirs = pdf.draw(document(CASES[case], css))
    assert ours.data == theirs.data
    assert ours == theirs
