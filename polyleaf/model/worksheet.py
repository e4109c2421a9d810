"""A worksheet: what a program can say of the instruments with which people rate leaflets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .findings import Where
from .sheet import Language

# open: a person answers. The others are a program's first reading, which a person may change.
Answer = Literal["yes", "no", "not applicable", "open"]


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A place that an answer rests on, and the beginning of what stands there."""

    where: Where
    said: str


@dataclass(frozen=True, slots=True)
class WorksheetItem:
    """`number` is the instrument's own; `asks` are our words for what it asks."""

    number: str
    asks: str
    answer: Answer = "open"
    because: str = ""
    places: tuple[Evidenced, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """`choices` are what a rater may tick; `terms` say whose it is and how it may be used."""

    id: str
    title: str
    about: str
    terms: str
    choices: tuple[str, ...]
    items: tuple[WorksheetItem, ...]

    @property
    def answered(self) -> int:
        return sum(item.answer != "open" for item in self.items)


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """What a formula says of the running text; without one it is empty, and `note` says why."""

    formula: str
    value: float | None
    limit: str  # at most 9, at least 55
    experimental: bool
    note: str


@dataclass(frozen=True, slots=True)
class Worksheet:
    leaflet: str
    title: str  # in its language
    source_title: str
    language: Language
    version: str
    published: str
    review_by: str
    edition: str  # that the design was measured on
    pages: int
    sentences: int
    words: float  # a sentence, on average
    readings: tuple[ReadingNote, ...]
    hardest: tuple[Evidenced, ...]
    instruments: tuple[Instrument, ...]
