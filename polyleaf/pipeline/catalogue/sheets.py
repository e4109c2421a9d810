"""Rows of the manifest → sheets: a leaflet in a language, with all its editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from ...model.jobs import PAIR, Built

# The order in which they are offered: the first is what a clinic prints.
ORDER = (
    "a4",
    "letter",
    "key-facts",
    "large-print",
    "bilingual",
    "trifold",
    "booklet",
    "web",
    "text",
    "word",
)
SIZES = {"a4": "A4", "letter": "Letter"}
FOLDED = ("print", "screen")  # the two files of a sheet that is folded
LAST = ("form", "screen")  # parts that are offered after all others
BY_HAND = {"fronts": "1", "backs": "2"}
State = Literal["source", "reviewed", "machine", "unreviewed"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One file of a sheet. `edition` is "form" for the part that a patient fills in; where several
    editions have one, it is "form/large-print" of all but the first.

    Of a sheet that is folded it is "booklet/print" or "booklet/screen"; one that is printed on one
    side at a time has "booklet/print/1" and "booklet/print/2".
    """

    edition: str
    file: str
    pages: int  # 0: it has none, or is a sheet with several on each side
    size: str = ""  # of its paper, where the sheet is there in several: A4; of a pair its names
    languages: tuple[str, ...] = ()  # of a pair both tags
    bytes: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A leaflet in a language."""

    leaflet: str
    language: str
    title: str
    english: str  # its title in the source language
    own: bool  # whether `title` is in the sheet's language
    about: str
    keywords: tuple[str, ...]  # in the source language
    local_keywords: tuple[str, ...]
    codes: tuple[str, ...]
    state: State
    reviewed_by: str
    reviewed_on: str
    untranslated: int
    version: str
    published: str
    review_by: str
    picture: str
    page: str  # the file for a screen, if there is one
    editions: tuple[Offer, ...]


def sheets(rows: Iterable[Built]) -> tuple[ListedSheet, ...]:
    """The sheets for patients among the rows, by leaflet and language.

    One in two languages is offered with those in its reader's language.
    """
    shown = sorted(
        # Neither a pack nor a pseudo-locale is for patients.
        (row for row in rows if row.shows == "sheet" and row.translation != "pseudo"),
        key=lambda row: (row.leaflet, _reader(row), _place(row), row.file),
    )
    return tuple(
        _sheet(list(those))
        for _, those in groupby(shown, key=lambda row: (row.leaflet, _reader(row)))
    )


def _sheet(rows: Sequence[Built]) -> ListedSheet:
    row = rows[0]
    return ListedSheet(
        leaflet=row.leaflet,
        language=_reader(row),
        title=row.local_title,
        english=row.title,
        own=row.translation == "source" or row.local_title != row.title,
        about=row.about,
        keywords=row.keywords,
        local_keywords=row.local_keywords,
        codes=row.codes,
        state=_state(row),
        reviewed_by=row.reviewed_by,
        reviewed_on=row.reviewed_on,
        untranslated=max(each.untranslated for each in rows),
        version=row.version,
        published=row.published,
        review_by=row.review_by,
        picture=next((each.picture for each in rows if each.picture), ""),
        page=next((each.file for each in rows if each.edition == "web"), ""),
        editions=tuple(_offers(rows)),
    )


def _offers(rows: Sequence[Built]) -> Iterator[Offer]:
    several = {row.edition for row in rows}.issuperset(SIZES)
    first_form = next((row.edition for row in rows if row.part == "form"), "")
    for row in rows:
        edition = row.edition
        if row.part == "form":
            edition = "form" if edition in (first_form, *SIZES) else f"form/{edition}"
        if row.part in FOLDED:
            edition = "/".join(filter(None, (edition, row.part, BY_HAND.get(row.duplex))))
        pages = 0 if row.part == "print" else row.pages
        size = SIZES.get(row.edition, "") if several else ""
        languages: tuple[str, ...] = ()
        if PAIR in row.language:
            size, languages = row.own_name, row.languages
        yield Offer(edition, row.file, pages, size, languages, row.bytes, row.sha256)


def _reader(row: Built) -> str:
    return row.language.partition(PAIR)[0]


def _place(row: Built) -> tuple[int, int, str]:
    """Whole sheets, then forms, then what a folded one is on a screen."""
    place = ORDER.index(row.edition) if row.edition in ORDER else len(ORDER)
    return LAST.index(row.part) + 1 if row.part in LAST else 0, place, row.edition


def _state(row: Built) -> State:
    if row.translation == "source":
        return "source"
    if row.reviewed_by:
        return "reviewed"
    return "machine" if row.translation == "machine" else "unreviewed"
