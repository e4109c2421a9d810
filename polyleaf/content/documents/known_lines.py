"""Lines that say who, when and whom to call: dates, authors, sources, emergency numbers."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december"), 1)
}  # fmt: skip
DATED = r"(?:\s+(?:on|in|date))?\s*[:\-–]?\s*"
REVIEW = re.compile(
    rf"(?:date of |for |due (?:for )?)?(?:next )?review(?:ed)?(?: date| due| by)?{DATED}(.+)", re.I
)
PUBLISHED = re.compile(
    r"(?:date (?:of )?)?(?:published|publication|first published|issued?|produced|created|"
    rf"last updated|updated)(?: date)?{DATED}(.+)", re.I,
)  # fmt: skip
AUTHOR = re.compile(
    r"(?:(?:written|prepared|produced|compiled|created) by|authors?)\s*[:\-–]?\s*(.+)", re.I
)
SOURCES = re.compile(
    r"(?:list of )?(?:references|sources|bibliography|further reading|evidence|works cited)"
    r"(?: (?:and|&) (?:sources|references|further reading))?:?", re.I,
)  # fmt: skip
SUMMARY = re.compile(
    r"(?:key (?:points|messages|facts|information)|summary|at a glance|in short|overview|"
    r"the main points):?", re.I,
)  # fmt: skip
EMERGENCY = re.compile(
    r"\b(?:999|911|112|000|108|102)\b|\b(?:call|get|phone for) an? ambulance\b|\bambulance\b|"
    r"\bA&E\b|\baccident and emergency\b|\bemergency (?:department|room|services?)\b", re.I,
)  # fmt: skip
ASKS = re.compile(r"\b(?:call|phone|ring|dial|telephone|go|attend|contact|get)\b", re.I)
TELEPHONE = re.compile(r"(?<![\w/.-])(?:\+|\(0|0)[\d ()–-]{6,18}\d(?![\w/])")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ADDRESS = re.compile(r"https?://[^\s<>\])]+[^\s<>\]).,;]")
MARKS = str.maketrans("", "", "*\\")


def day(text: str, *, month_first: bool) -> date | None:
    """A date as people write it; a month alone is its first day."""
    words = text.translate(MARKS).strip().rstrip(".")
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)\b", words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.match(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})\b", words):
        first, second = int(found[1]), int(found[2])
        number, month = (second, first) if month_first else (first, second)
        year = int(found[3])
        return _date(year + 2000 if year < 100 else year, month, number)
    name = re.search(r"\b([a-z]{3,9})\b\.?", words, re.I)
    year_found = YEAR.search(words)
    named = MONTHS.get(name[1][:3].lower()) if name else None
    if named and year_found:
        number_found = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)", words)
        return _date(int(year_found[0]), named, int(number_found[1]) if number_found else 1)
    return None


def is_emergency(text: str) -> bool:
    """Whether it asks the reader to turn to those who come at once."""
    return bool(EMERGENCY.search(text) and ASKS.search(text))


def digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
