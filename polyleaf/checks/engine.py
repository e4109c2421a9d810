"""`engine`: the layout engine drew the sheet, but said that something in it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edition, Html, Pdf
from ..problems import Finding


def check(html: Html, pdf: Pdf, edition: Edition) -> Iterator[Finding]:
    for complaint in pdf.complaints:
        message = f"WeasyPrint, {edition.name}: {complaint}"
        yield Finding(html.where, "engine", message, "mend the picture, template or style sheet")
