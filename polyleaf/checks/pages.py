"""`pages`: a sheet keeps to the pages its edition has. It is never made to fit by smaller type."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Pdf, Written
from ..problems import Finding


def check(written: Written, pdf: Pdf) -> Iterator[Finding]:
    edition = written.edition
    if edition.max_pages and pdf.pages > edition.max_pages:
        language = written.sheet.language.english_name
        message = (
            f"{pdf.pages} pages in {language}, the edition {edition.name} has {edition.max_pages}"
        )
        yield Finding(written.html.where, "pages", message, "shorten the text or raise max_pages")
