"""Html → Pdf. The only module that knows WeasyPrint."""

from __future__ import annotations

import logging
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from .model import Html, Pdf
from .problems import Blame, Finding, PolyleafError, Where

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

INSTALL = "run `make setup`, or install"
LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig"


def draw(html: Html) -> Pdf:
    """The document as tagged PDF/UA-1 (ISO 14289-1); the same input gives the same bytes."""
    engine = _engine()
    fonts = _font_configuration()
    with _complaints() as complaints:
        document = engine.HTML(string=html.text, url_fetcher=_fetcher()).render(
            stylesheets=[_stylesheet(html.css)], font_config=fonts, pdf_variant="pdf/ua-1"
        )
        data = document.write_pdf(pdf_variant="pdf/ua-1")
    drawn = {font.family: "".join(sorted(map(str, font.missing))) for font in document.fonts.values()}
    return Pdf(
        data=data,
        pages=len(document.pages),
        missing=tuple(sorted((family, lost) for family, lost in drawn.items() if lost)),
        families=tuple(sorted(drawn)),
        complaints=tuple(complaints),
    )
