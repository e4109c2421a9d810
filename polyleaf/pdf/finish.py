"""The last touches to a document, after WeasyPrint has put it together and before it is written."""

from __future__ import annotations

from typing import Any

import pydyf


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """The `finisher` of WeasyPrint's `write_pdf`."""
    _say_direction(document, pdf)


def _say_direction(document: Any, pdf: pydyf.PDF) -> None:
    """Which way pages follow each other when two stand side by side (ISO 32000-1, 12.2)."""
    if document.pages[0]._page_box.style["direction"] == "rtl":
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"
