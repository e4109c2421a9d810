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
    together,
)
from .block_base import BlockShape, Texts
from .plan_shapes import AskBackShape, ScheduleShape, ZonesShape
from .source_waivers import Waivable

Rows = Annotated[
    Number, Field(ge=1, le=50), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 50})
]


def kind(description: str) -> Any:
    """A kind of block; the others are absent, not null, so that no type has to allow None."""
    return Field(None, validate_default=False, exclude=True, description=description)


class ParagraphShape(BlockShape):
    text: Written = Field(description="what it says")


class ItemShape(Shape):
    text: Written = Field(description="what it says")
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
            raise Fault("item-missing", "items of a list stand below no item", hint, entry[0].where)
    return entries


ITEM, LIST = branch("item"), branch("list")
# An item, or the list below the item before it, as `- - text` writes it.
Entry = Annotated[
    Annotated[ItemShape, ShortForm("text"), Tag(ITEM)] | Annotated[Texts, Tag(LIST)],
    Discriminator(_entry),
]


class ListShape(BlockShape):
    items: Annotated[tuple[Entry, ...], Field(min_length=1), AfterValidator(_below_items)] = Field(
        description="texts; one may have items below it"
    )
    key: Truth = Field(False, description="the list that the sheet of key facts takes; only one")

    @property
    def for_paper(self) -> str:
        return "the list of the key facts" if self.key else super().for_paper

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
    model_config = together("image", "alt")

    text: Written = Field(description="what to do")
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
    items: tuple[Annotated[StepShape, ShortForm("text")], ...] = Field(
        min_length=1, description="texts, or texts with pictures"
    )


class TermShape(Waivable):
    term: Written = Field(description="the word")
    text: Written = Field(description="what it means")
    evidence: Evidence | None = Field(None, description="how sure we are")


class TermsShape(BlockShape):
    items: tuple[TermShape, ...] = Field(min_length=1, description="words and what they mean")


class TableShape(BlockShape):
    caption: Written = Field(description="what the table is about")
    columns: Texts = Field(description="the heads of the columns")
    rows: tuple[Texts, ...] = Field(min_length=1, description="lists with a cell for each column")


class FormShape(BlockShape):
    heading: Written = Field(description="what to write down")
    columns: Texts = Field(description="the heads of the columns")
    rows: Rows = Field(5, description="empty rows to write in")
    own_page: Truth = Field(False, description="on paper a sheet of its own, behind the last page")

    @property
    def for_paper(self) -> str:
        return "a sheet of its own" if self.own_page else super().for_paper


class CalloutShape(BlockShape):
    tone: Literal["info", "caution", "urgent", "green", "amber"] = Field(
        description="how urgent it is"
    )
    heading: Written = Field(description="its first words")
    text: Written = Field(description="what it says")

    @property
    def for_paper(self) -> str:
        return "an urgent box" if self.tone == "urgent" else super().for_paper


class FigureShape(BlockShape):
    image: Word = Field(description="path from the content folder; svg, png or jpg")
    alt: Written = Field(description="what the picture shows, for readers who cannot see it")
    caption: Written = Field(description="the words below it")
    labels: tuple[Written, ...] = Field((), description="what the letters A, B, C … stand for")
    size: Literal["column", "half", "full"] = Field("column", description="its width on paper")


class OptionShape(Waivable):
    name: Written = Field(description="the treatment")
    benefits: Texts = Field(description="what it may do for the reader")
    risks: Texts = Field(description="what may go wrong")
    unknown: Texts = Field(description="what nobody knows yet")
    evidence: Evidence | None = Field(None, description="how sure we are")


class OptionsShape(BlockShape):
    items: tuple[OptionShape, ...] = Field(min_length=2, description="at least two treatments")


class BlockEntry(OneKey):
    """One block: a mapping with exactly one key, its kind."""

    paragraph: Annotated[ParagraphShape, ShortForm("text")] = kind("a text")
    list: Annotated[ListShape, ShortForm("items")] = kind("items with a dot before each")
    steps: Annotated[StepsShape, ShortForm("items")] = kind(
        "numbered steps, which may have pictures"
    )
    terms: Annotated[TermsShape, ShortForm("items")] = kind("words and what they mean")
    table: TableShape = kind("a table: caption, columns, rows")
    form: FormShape = kind("a table to write in")
    callout: CalloutShape = kind("a box: a tone, a heading and a text")
    figure: FigureShape = kind("a picture with its caption")
    options: Annotated[OptionsShape, ShortForm("items")] = kind(
        "treatments side by side: benefits, risks, what is not known"
    )
    zones: Annotated[ZonesShape, ShortForm("items")] = kind("an action plan, from green to red")
    schedule: ScheduleShape = kind("medicines by times of day")
    ask_back: Annotated[AskBackShape, ShortForm("questions")] = kind(
        "questions to answer in one’s own words"
    )
