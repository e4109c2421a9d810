"""The shapes of blocks for a person's own plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)

from ...model.plans import TIMES, WEEKDAYS
from ..yaml import (
    TEXT,
    Fault,
    Number,
    Scalar,
    Sequence,
    Shape,
    Truth,
    Word,
    Written,
    branch,
    where_of,
)
from .block_base import BlockShape, Texts
from .doses import AMOUNT, dose

Tone = Literal["green", "amber", "red"]
ORDER: tuple[Tone, ...] = ("green", "amber", "red")
MOST = 6  # questions of one block: a page of lines
BY_HAND = "by hand"
HARM = Field(True, description="a wrong translation could harm; true unless you say")


class ZoneShape(Shape):
    tone: Tone = Field(description="green, amber or red")
    name: Written = Field(description="what the zone is called: I am well")
    signs: Texts = Field(description="how I am in this zone")
    actions: Texts = Field(description="what I do then, in this order")


def _from_green_to_red(zones: tuple[ZoneShape, ...]) -> tuple[ZoneShape, ...]:
    hint = f"zones go from {', '.join(ORDER[:-1])} to {ORDER[-1]}"
    for before, zone in pairwise(zones):
        if before.tone == zone.tone:
            raise Fault("zones-order", f"two zones are {zone.tone}", hint, zone.name.where)
        if ORDER.index(before.tone) > ORDER.index(zone.tone):
            message = f"{zone.tone} comes after {before.tone}"
            raise Fault("zones-order", message, hint, zone.name.where)
    if zones and zones[-1].tone != "red":
        message = "no zone is red"
        hint = "the last says what to do in an emergency: tone: red"
        raise Fault("zones-order", message, hint, zones[-1].name.where)
    return zones


class ZonesShape(BlockShape):
    items: Annotated[
        tuple[ZoneShape, ...], Field(min_length=2), AfterValidator(_from_green_to_red)
    ] = Field(description="from green to red; red is always there")
    safety: Truth = HARM


Dose = Annotated[
    Word,
    AfterValidator(dose),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": rf"^[ \t]*{AMOUNT}([ \t]*[-–][ \t]*{AMOUNT})?[ \t]*$",
                },
                {"type": "number", "exclusiveMinimum": 0, "maximum": 9999.999},
            ]
        }
    ),
]


class DosesShape(Shape):
    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    morning: Dose | None = Field(None, description="how many: 1, 2.5, ½, 1–2")
    noon: Dose | None = Field(None, description="how many: 1, 2.5, ½, 1–2")
    evening: Dose | None = Field(None, description="how many: 1, 2.5, ½, 1–2")
    bedtime: Dose | None = Field(None, description="how many: 1, 2.5, ½, 1–2")

    @model_validator(mode="after")
    def _some(self) -> DosesShape:
        if not any(self.each()):
            times = ", ".join(TIMES)
            raise Fault("dose-missing", "the medicine has no dose", f"give one at: {times}")
        return self

    def each(self) -> Iterator[Scalar | None]:
        return (getattr(self, time) for time in TIMES)


def _weekday(value: Scalar) -> Scalar:
    """No day is proposed for a misspelt one: “munday” is nearer to Sunday than to Monday."""
    if value not in WEEKDAYS:
        raise Fault("value-unknown", f'no day is called "{value}"', f"use: {', '.join(WEEKDAYS)}")
    return value


def _each_once(days: tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    for number, day in enumerate(days):
        if day in days[:number]:
            raise Fault("value", f"{day} stands twice", "name each day once", day.where)
    return days


def _by_hand(value: object) -> str:
    written = isinstance(value, Scalar) and value == BY_HAND
    return HAND if written else GIVEN


HAND, GIVEN = branch("by hand"), branch("given")
# What staff fill in, since it differs from one reader to the next.
ByHand = Annotated[Word, WithJsonSchema({"const": BY_HAND}), Tag(HAND)]
Weekday = Annotated[Word, AfterValidator(_weekday), WithJsonSchema({"enum": list(WEEKDAYS)})]


Days = Annotated[
    tuple[Weekday, ...],
    Field(min_length=1, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]


class MedicineShape(Shape):
    name: Written = Field(description="as on the box")
    strength: Written | None = Field(None, description="of one of them: 2.5 mg")
    form: Written | None = Field(None, description="what is counted: tablets, puffs, mL")
    purpose: Written | None = Field(None, alias="for", description="what it does for the reader")
    doses: Annotated[Annotated[DosesShape, Tag(GIVEN)] | ByHand, Discriminator(_by_hand)] = Field(
        description="how many at which time; or by hand: room to write"
    )
    days: Annotated[Annotated[Days, Tag(GIVEN)] | ByHand, Discriminator(_by_hand)] = Field(
        (),
        description="the days on which it is taken, every day unless you say; or by hand: a line",
    )


class ScheduleShape(BlockShape):
    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["medicines"], "properties": {"medicines": {"minItems": 1}}},
                {"required": ["rows"], "properties": {"rows": {"minimum": 1}}},
            ]
        }
    )
    medicines: tuple[MedicineShape, ...] = Field((), description="what is taken, and when")
    rows: Annotated[
        Number,
        Field(ge=0, le=20),
        WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 20}),
    ] = Field(0, description="empty rows for the pen")
    safety: Truth = HARM

    @model_validator(mode="after")
    def _something(self) -> ScheduleShape:
        if not self.medicines and not self.rows:
            hint = "list medicines, or give empty rows for the pen: rows: 4"
            raise Fault("key-missing", 'the key "medicines" is missing', hint)
        return self


def _none_if_true(value: object) -> object:
    """`ask_back: true` has no questions, only lines."""
    if isinstance(value, Sequence) and not value:
        raise Fault("length", "there is no question", "for lines alone write true")
    if not isinstance(value, Scalar) or not value.plain or value != "true":
        return value
    nothing = Sequence()
    nothing.where = where_of(value, value.where)
    return nothing


class AskBackShape(BlockShape):
    questions: Annotated[
        tuple[Written, ...],
        Field(max_length=MOST),
        BeforeValidator(_none_if_true),
        WithJsonSchema(
            {
                "anyOf": [
                    {"type": "array", "items": TEXT, "minItems": 1, "maxItems": MOST},
                    {"const": True},
                ]
            }
        ),
    ] = Field(description="what readers answer in their own words, or true for lines alone")
