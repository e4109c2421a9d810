"""`pages`: a sheet keeps to the pages its edition has. It is never made to fit by smaller type."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edition, Html, Pdf
from ..problems import Finding


def check(html: Html, pdf: Pdf, edition: Edition) -> Iterator[Finding]:
    if edition.max_pages and pdf.pages > edition.max_pages:
        message = f"{pdf.pages} pages, the edition {edition.name} has {edition.max_pages}"
        yield Finding(html.where, "pages", message, "shorten the text or raise max_pages")
