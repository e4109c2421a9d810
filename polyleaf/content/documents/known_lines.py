"""Lines that say who, when and whom to call: dates, authors, sources, emergency numbers."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
          "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?",
          "dec(?:ember)?")  # fmt: skip
MONTH = rf"(?P<month>{'|'.join(MONTHS)})\.?"
NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)?"
DATES = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?P<year>\d{4})-(?P<first>\d\d)-(?P<second>\d\d)",
        r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d\d)",
        rf"(?:[a-z]{{3,9}}day,? )?(?:the )?{NUMBER} (?:of )?{MONTH},? (?P<year>\d{{4}})",
        rf"(?:[a-z]{{3,9}}day,? )?{MONTH} {NUMBER},? (?P<year>\d{{4}})",
        rf"{MONTH},? (?P<year>\d{{4}})",
    )
)
# Such a line is a key only if a date follows, and nothing else: day() takes no other text.
DATED = r"(?: (?:on|in|by|date))?\s*[:\-–]?\s*"
REVIEW = re.compile(
    rf"(?:(?:date (?:of|for) )?(?:the )?next review|review(?= (?:date|due|by|on|in)\b|\s*[:\-–])"
    rf"|(?:date (?:of|for) |for |due for )review|(?:to be|due to be) reviewed)"
    rf"(?: date| due| is due)?{DATED}(.+)", re.I,
)  # fmt: skip
PUBLISHED = re.compile(
    r"(?:date (?:of )?)?(?:published|publication|first published|issued?|produced|created|"
    rf"last updated|updated)(?: date)?{DATED}(.+)", re.I,
)  # fmt: skip
AUTHOR = re.compile(
    r"(?:(?:written|prepared|produced|compiled|created) by\b\s*[:\-–]?|authors?(?:\(s\))?\s*:)\s*"
    r"(.*[^\s.!?])", re.I,
)  # fmt: skip
REVIEWED = re.compile(r"(?:last |clinically |medically )?reviewed(?: (?:by|on|in)\b|\s*:).*", re.I)
SOURCES = re.compile(
    r"(?:list of )?(?:references|sources|bibliography|further reading|works cited)"
    r"(?: (?:and|&) (?:sources|references|further reading))?:?", re.I,
)  # fmt: skip
SUMMARY = re.compile(
    r"(?:key (?:points|messages|facts|information)|summary|at a glance|in short|overview|"
    r"the main points):?", re.I,
)  # fmt: skip
# Asks for those who come at once, in one sentence; a number is no part of a longer one.
EMERGENCY = re.compile(
    r"\b(?:call|phone|ring|dial|telephone|go|attend|contact|get|visit)\b[^.!?]{0,80}?"
    r"(?:(?<![\d-])(?<!\d )(?:999|911|112|000|108|102)(?!-?\d| \d)"
    r"|\b(?:ambulance|A&E|accident and emergency|emergency (?:department|room|services?))\b)",
    re.I,
)
TELEPHONE = re.compile(r"(?<![\w/.-])(?:\+|\(0|0)[\d ()–-]{6,18}\d(?![\w/])")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ADDRESS = re.compile(r"https?://[^\s<>\])]+[^\s<>\]).,;]")
MARKS = str.maketrans("", "", "*\\")


def day(text: str, *, month_first: bool) -> date | None:
    """A text that is nothing but a date, as people write it; a month alone is its first day."""
    words = " ".join(text.translate(MARKS).split()).rstrip(".")
    found = next(filter(None, (form.fullmatch(words) for form in DATES)), None)
    if found is None:
        return None
    parts = found.groupdict()
    year = int(parts["year"]) + (2000 if len(parts["year"]) < 4 else 0)
    if name := parts.get("month"):
        return _date(year, _month(name), int(parts.get("number") or 1))
    first, second = int(parts["first"]), int(parts["second"])
    month_leads = month_first or len(words.partition("-")[0]) == 4
    return _date(year, *((first, second) if month_leads else (second, first)))


def _month(name: str) -> int:
    return next(i for i, form in enumerate(MONTHS, 1) if re.fullmatch(form, name, re.I))


def is_emergency(text: str) -> bool:
    """Whether it asks the reader to turn to those who come at once."""
    return bool(EMERGENCY.search(text))


def digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
