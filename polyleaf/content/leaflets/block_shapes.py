"""The shapes of the blocks that a section is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from ...model.findings import Where
from ...model.leaflet import Evidence
from ..yaml import (
    Fault,
    Number,
    OneKey,
    Scalar,
    Sequence,
    Shape,
    ShortForm,
    Truth,
    Word,
    Written,
    branch,
)
from .block_base import BlockShape, Texts
from .plan_shapes import AskBackShape, ScheduleShape, ZonesShape

Rows = Annotated[
    Number, Field(ge=1, le=50), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 50})
]
# A block's other kinds are absent, not null, so that no type has to allow None.
Absent: Any = Field(None, validate_default=False, exclude=True)


class ParagraphShape(BlockShape):
    text: Written


class ItemShape(Shape):
    text: Written
    items: Texts = Field((), description="the list below it; there are two levels")


def _entry(value: object) -> str:
    return LIST if isinstance(value, Sequence) else ITEM


def _below_items(entries: tuple[ItemShape | tuple[Scalar, ...], ...]) -> tuple[Any, ...]:
    for number, entry in enumerate(entries):
        if isinstance(entry, ItemShape):
            continue
        before = entries[number - 1] if number else None
        if not isinstance(before, ItemShape) or before.items:
            hint = "write the text that they belong to as the item before them"
            raise Fault("type", "items of a list stand below no item", hint, entry[0].where)
    return entries


ITEM, LIST = branch("item"), branch("list")
# An item, or the list below the item before it, as `- - text` writes it.
Entry = Annotated[
    Annotated[ItemShape, ShortForm("text"), Tag(ITEM)] | Annotated[Texts, Tag(LIST)],
    Discriminator(_entry),
]


class ListShape(BlockShape):
    items: Annotated[tuple[Entry, ...], Field(min_length=1), AfterValidator(_below_items)]
    key: Truth = Field(False, description="the list that the sheet of key facts takes; only one")

    @property
    def place(self) -> Where:
        """Where its first item is."""
        item, _ = next(self.nested())
        return item.text.where

    def nested(self) -> Iterator[tuple[ItemShape, tuple[Scalar, ...]]]:
        """Each item with those below it."""
        for item, below in zip_longest(self.items, self.items[1:]):
            if isinstance(item, ItemShape):
                yield item, below if isinstance(below, tuple) else item.items


class StepShape(Shape):
    text: Written
    image: Word | None = Field(None, description="path from the content folder")
    alt: Written | None = Field(None, description="what the picture shows")

    @model_validator(mode="after")
    def _image_with_words(self) -> StepShape:
        if (self.image is None) != (self.alt is None):
            lacking = "alt" if self.alt is None else "image"
            hint = "a step has both, or only a text"
            raise Fault("key-missing", f'the key "{lacking}" is missing', hint)
        return self


class StepsShape(BlockShape):
    items: tuple[Annotated[StepShape, ShortForm("text")], ...] = Field(min_length=1)


class TermShape(Shape):
    term: Written
    text: Written
    evidence: Evidence | None = None


class TermsShape(BlockShape):
    items: tuple[TermShape, ...] = Field(min_length=1)


class TableShape(BlockShape):
    caption: Written
    columns: Texts
    rows: tuple[Texts, ...] = Field(min_length=1)


class FormShape(BlockShape):
    heading: Written
    columns: Texts
    rows: Rows = Field(5, description="empty rows to write in")
    own_page: Truth = Field(False, description="on paper a sheet of its own, behind the last page")


class CalloutShape(BlockShape):
    tone: Literal["info", "caution", "urgent", "green", "amber"]
    heading: Written
    text: Written


class FigureShape(BlockShape):
    image: Word = Field(description="path from the content folder; svg, png or jpg")
    alt: Written = Field(description="what the picture shows, for readers who cannot see it")
    caption: Written
    labels: tuple[Written, ...] = Field((), description="what the letters A, B, C … stand for")
    size: Literal["column", "half", "full"] = Field("column", description="its width on paper")


class OptionShape(Shape):
    name: Written
    benefits: Texts
    risks: Texts
    unknown: Texts
    evidence: Evidence | None = None


class OptionsShape(BlockShape):
    items: tuple[OptionShape, ...] = Field(min_length=2)


class BlockEntry(OneKey):
    """One block: a mapping with exactly one key, its kind."""

    paragraph: Annotated[ParagraphShape, ShortForm("text")] = Absent
    list: Annotated[ListShape, ShortForm("items")] = Absent
    steps: Annotated[StepsShape, ShortForm("items")] = Absent
    terms: Annotated[TermsShape, ShortForm("items")] = Absent
    table: TableShape = Absent
    form: FormShape = Absent
    callout: CalloutShape = Absent
    figure: FigureShape = Absent
    options: Annotated[OptionsShape, ShortForm("items")] = Absent
    zones: Annotated[ZonesShape, ShortForm("items")] = Absent
    schedule: ScheduleShape = Absent
    ask_back: Annotated[AskBackShape, ShortForm("questions")] = Absent
