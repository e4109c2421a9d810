"""A worksheet as JSON. `polyleaf schema --worksheet` prints its schema, which is made from this."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from ...model.worksheet import Evidenced, Instrument, Worksheet, WorksheetItem
from ..ledger.ledger_json import place

VERSION = 1  # of this shape
DISCLAIMER = (
    "Filled in by a program as far as it can see. It is no certificate, no score and no approval "
    "by the makers of these instruments: people answer, correct and sign."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """Where an answer rests, and the beginning of what stands there."""

    where: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item; `open` is for a person, and other answers are a program's first reading."""

    number: str
    asks: str
    answer: Literal["yes", "no", "not applicable", "open"]
    because: str
    places: list[PlaceRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRow:
    id: str
    title: str
    about: str
    terms: str
    choices: list[str]
    answered: int
    items: list[ItemRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """What a formula says; without one `formula` is empty, and `note` says why."""

    formula: str
    value: float | None
    limit: str
    experimental: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetFile:
    version: int
    disclaimer: str
    leaflet: str
    title: str
    source_title: str
    language: str
    leaflet_version: str
    published: str
    review_by: str
    edition: str
    pages: int
    sentences: int
    words_a_sentence: float
    readings: list[ReadingRow]
    hardest: list[PlaceRow]
    instruments: list[InstrumentRow]


def as_dict(made: Worksheet) -> dict[str, Any]:
    file = WorksheetFile(
        version=VERSION,
        disclaimer=DISCLAIMER,
        leaflet=made.leaflet,
        title=made.title,
        source_title=made.source_title,
        language=made.language.tag,
        leaflet_version=made.version,
        published=made.published,
        review_by=made.review_by,
        edition=made.edition,
        pages=made.pages,
        sentences=made.sentences,
        words_a_sentence=made.words,
        readings=[
            ReadingRow(
                formula=each.formula,
                value=each.value,
                limit=each.limit,
                experimental=each.experimental,
                note=each.note,
            )
            for each in made.readings
        ],
        hardest=[_place(each) for each in made.hardest],
        instruments=[_instrument(each) for each in made.instruments],
    )
    return asdict(file)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the file."""
    made = TypeAdapter(WorksheetFile).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _instrument(each: Instrument) -> InstrumentRow:
    return InstrumentRow(
        id=each.id,
        title=each.title,
        about=each.about,
        terms=each.terms,
        choices=list(each.choices),
        answered=each.answered,
        items=[_item(item) for item in each.items],
    )


def _item(item: WorksheetItem) -> ItemRow:
    return ItemRow(
        number=item.number,
        asks=item.asks,
        answer=item.answer,
        because=item.because,
        places=[_place(each) for each in item.places],
    )


def _place(each: Evidenced) -> PlaceRow:
    return PlaceRow(where=place(each.where), said=each.said)
