"""A sheet leaves nothing behind that only the garbage collector could free."""

from __future__ import annotations

import gc

import pytest

from polyleaf import pdf

from .test_draw import document

pytestmark = pytest.mark.usefixtures("engine")

STYLE = """
    @page { @bottom-center { content: element(foot) } }
    .foot { position: running(foot) } .foot::after { content: counter(page) counter(pages) }
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h6z"/></svg>'


def boxes() -> int:
    from weasyprint.formatting_structure.boxes import Box

    return sum(isinstance(each, Box) for each in gc.get_objects())


@pytest.mark.slow
def test_the_boxes_of_a_sheet_are_freed_without_the_garbage_collector() -> None:
    foot = f"<p class='foot'>Page <img alt='' src='data:image/svg+xml,{PICTURE}'></p>"
    html = document(foot + "<p>One paragraph.</p>" * 90, STYLE)
    gc.collect()
    before = boxes()
    gc.disable()
    try:
        assert pdf.draw(html).pages > 1
        assert boxes() < before + 9  # some hundreds were made
    finally:
        gc.enable()
