"""By what a cited work is known in every leaflet: DOI, PMID, PMCID, ISBN, and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ...model.leaflet import Source

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>?#]+", re.IGNORECASE)
PMID = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|PMID:?\s*)(\d{4,9})\b",
    re.IGNORECASE,
)
PMCID = re.compile(r"\bPMC\s?(\d{4,9})\b", re.IGNORECASE)
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])\b")
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid)=")


def work_keys(source: Source) -> tuple[str, ...]:
    """All of them, such as doi:10.1111/bjd.17590."""
    return tuple(dict.fromkeys(_keys(f"{unquote(source.url)} {source.cite}", source.url)))


def keys_of_words(words: str) -> tuple[str, ...]:
    """The keys that somebody typed: a DOI, `PMID 31234567`, a number alone, or an address."""
    bare = words.strip()
    if re.fullmatch(r"\d{5,9}", bare):
        return (f"pmid:{bare}",)
    if re.fullmatch(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]", bare):
        return (f"isbn:{re.sub('[- ]', '', bare).upper()}",)
    return tuple(dict.fromkeys(_keys(unquote(bare), bare)))


def _keys(text: str, url: str) -> Iterator[str]:
    for found in DOI.findall(text):
        yield f"doi:{_trimmed(found).lower()}"
    yield from (f"pmid:{number}" for number in PMID.findall(text))
    yield from (f"pmc:{number}" for number in PMCID.findall(text))
    yield from (f"isbn:{re.sub('[- ]', '', isbn).upper()}" for isbn in ISBN.findall(text))
    if address := _address(url):
        yield f"url:{address}"


def _trimmed(doi: str) -> str:
    """Without the marks that end a sentence or close a bracket around it."""
    trimmed = re.sub(r"(?:/full|/abstract|/pdf|\.pdf)$", "", doi.rstrip(".,;:]"))
    return trimmed.rstrip(")") if trimmed.count(")") > trimmed.count("(") else trimmed


def _address(url: str) -> str:
    """An address without what does not change the page: scheme, www, fragment, tracking."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    asked = "&".join(each for each in parts.query.split("&") if each and not TRACKING.match(each))
    path = unquote(parts.path).rstrip("/")
    if not path and not asked:  # of a home page, which many works share
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{path}{'?' if asked else ''}{asked}"
