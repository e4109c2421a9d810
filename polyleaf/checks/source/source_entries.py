"""`source-year`, `source-identifier`, `source-home-page`: a reader can find each source.

A year is none of the future or of a time before printing. A DOI has its form (`10.1000/182`), a
PubMed number is a number, and the check digit of an ISBN fits (ISO 2108). An address leads to the
page that says it, not to a home page or a list of news, where it will soon not be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet, Source
from .review import today

PRINTING = 1450
DOI = re.compile(r"\bdoi(?:\.org/|:\s*|\s+(?=10))(\S*)", re.IGNORECASE)
DOI_FORM = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")  # the DOI handbook, 2.2
PUBMED = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|\bPMID:?\s*|\bPubMed(?: ID)?:?\s+(?=\d))([^/\s?#,;)]*)", re.I
)
CENTRAL = re.compile(r"/(?:articles?/)?PMC([^/\s?#]*)")
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*([\dXx][\dXx –-]{7,20}[\dXx])")
LIST_WORDS = frozenset((
    "about", "alert", "alerts", "all", "article", "articles", "blog", "category", "conditions",
    "default", "disease", "diseases", "drug", "drugs", "en", "en-gb", "en-us", "es", "fr",
    "guidance", "guideline", "guidelines", "health", "home", "html", "htm", "index", "info",
    "information", "journal", "journals", "latest", "leaflets", "letter", "letters", "library",
    "list", "main", "medicine", "medicines", "news", "newsroom", "page", "pages", "patient",
    "patients", "php", "press", "publications", "recall", "recalls", "release", "releases",
    "resources", "safety", "search", "topic", "topics", "update", "updates", "warning",
    "warnings", "web", "website",
))  # fmt: skip


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for source in leaflet.sources:
        if not PRINTING <= source.year <= today().year:
            message = f'the source "{source.id}" is of the year {source.year}'
            yield _warning(source, "source-year", message, "write the year in which it appeared")
        for message, hint in _identifiers(source):
            yield _warning(source, "source-identifier", f'{message} in "{source.id}"', hint)
        if source.url and _is_list(source.url):
            message = f'the address of "{source.id}" is a home page or a list: {source.url}'
            hint = "give the address of the page that says it"
            yield _warning(source, "source-home-page", message, hint)


def _warning(source: Source, code: str, message: str, hint: str) -> Finding:
    return Finding(source.where, code, message, hint, Severity.WARNING)


def _identifiers(source: Source) -> Iterator[tuple[str, str]]:
    """What is wrong with the identifiers in its citation and its address."""
    text = f"{source.cite} {unquote(source.url)}"
    for match in DOI.finditer(text):
        if not DOI_FORM.fullmatch(match[1].rstrip(".,;)")):
            yield f"no DOI: {match[1] or 'nothing'}", "a DOI is such as 10.1111/bjd.20672"
    for match in PUBMED.finditer(text):
        if not re.fullmatch(r"[1-9]\d{0,7}\.?", match[1]):
            yield f"no PubMed number: {match[1] or 'nothing'}", "it has up to eight digits"
    for match in CENTRAL.finditer(text):
        if not re.fullmatch(r"\d{5,9}", match[1]):
            yield f"no PubMed Central number: PMC{match[1]}", "it is PMC and digits"
    for match in ISBN.finditer(text):
        if not _is_isbn(re.sub("[ –-]", "", match[1]).upper()):
            yield f"no ISBN: {match[1]}", "its last digit does not fit the others: look again"


def _is_isbn(digits: str) -> bool:
    """Whether the check digit fits: modulo 11 of ten digits, modulo 10 of thirteen."""
    if re.fullmatch(r"\d{9}[\dX]", digits):
        values = (10 if d == "X" else int(d) for d in digits)
        return sum(w * v for w, v in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10 == 0
    return False


def _is_list(url: str) -> bool:
    """Whether an address has no path, or one that ends in general words only."""
    parts = urlsplit(url)
    if parts.query or parts.fragment.strip("/!"):
        return False
    steps = [step for step in parts.path.split("/") if step]
    words = re.split(r"[-_.+]|(?<=\d)(?=\D)", unquote(steps[-1]).casefold()) if steps else []
    return all(word in LIST_WORDS for word in words)
