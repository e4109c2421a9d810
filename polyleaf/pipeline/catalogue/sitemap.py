"""sitemap.xml: each page with its translations, for search engines.

https://www.sitemaps.org/protocol.html and, for xhtml:link,
https://developers.google.com/search/docs/specialty/international/localized-versions. Both want
whole addresses, so there is none as long as it is not known where the folder is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity, Where
from ...model.jobs import Built
from ...model.sheet import Language
from .sheets import ListedSheet

NAME = "sitemap.xml"
MOST = 50_000  # addresses in one file, by the protocol
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
Translations = Sequence[tuple[str, str]]  # tag and file of one page in each of its languages


def sitemap(
    sheets: Sequence[ListedSheet], site: str, source: Language, index: Translations
) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the file; `index` is the page to choose from."""
    if not site:
        return
    lines = list(_group(index, site, source, ""))
    shown = [sheet for sheet in sheets if sheet.page]
    for _, group in groupby(shown, key=lambda sheet: sheet.leaflet):
        those = list(group)
        pages = [(sheet.language, sheet.page) for sheet in those]
        lines += _group(pages, site, source, those[0].published)
    text = f"{HEAD}{''.join(lines[:MOST])}</urlset>\n"
    yield NAME, text.encode()


def left_out(clinic: Clinic, rows: Iterable[Built]) -> Iterator[Finding]:
    """That pages which are published lack what needs a whole address."""
    if not clinic.site and any(row.edition == "web" for row in rows):
        message = "pages have no canonical address and no sitemap: their site has no address"
        hint = "if the output folder is published, name its address: site: https://…/"
        yield Finding(Where("clinic.yaml"), "site-unknown", message, hint, Severity.WARNING)


def _group(pages: Translations, site: str, source: Language, changed: str) -> Iterator[str]:
    """A page in each language; all of them name all, and the source for any other reader."""
    links = "".join(_links(pages, site, source)) if len(pages) > 1 else ""
    date = f"<lastmod>{escape(changed)}</lastmod>" if changed else ""
    for _, file in pages:
        yield f"<url><loc>{escape(site + quote(file))}</loc>{date}{links}</url>\n"


def _links(pages: Translations, site: str, source: Language) -> Iterable[str]:
    for tag, file in (*pages, *(("x-default", file) for tag, file in pages if tag == source.tag)):
        href = quoteattr(f"{site}{quote(file)}")
        yield f'<xhtml:link rel="alternate" hreflang="{tag}" href={href}/>'
