"""clinic.yaml as it is written."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from ...languages import countries
from ..yaml import (
    TEXT,
    Fault,
    Mapping,
    Number,
    OneOf,
    Scalar,
    Shape,
    Truth,
    Word,
    Written,
    json_schema,
    string_schema,
    text_schema,
    where_of,
)
from . import colours

MOST_LINES = 20
SITE = r"^https?://[^\s{}?#]+$"
WEB = r"^https?://([^\s{}]|\{language\}|\{leaflet\})+$"


def _web(value: Scalar) -> Scalar:
    """The address in the QR code; telephones cannot read a longer one from paper."""
    bare = value.replace("{language}", "en").replace("{leaflet}", "x")
    if not re.fullmatch(r"https?://[^\s{}]+", bare, re.ASCII) or len(bare) > 300:
        hint = "such as https://clinic.example/{language}/{leaflet}, at most 300 characters"
        raise Fault("web-address", f'"{value[:60]}" is not an address for a QR code', hint)
    return value


def _site(value: Scalar) -> Scalar:
    """Where the output folder is published: files are named after it."""
    if not re.fullmatch(r"https?://[^\s{}?#]+", value, re.ASCII) or len(value) > 300:
        hint = "such as https://clinic.example/leaflets/, where index.html stands"
        raise Fault("site-address", f'"{value[:60]}" is not the address of a folder', hint)
    return value


def _family(value: Scalar) -> Scalar:
    if not re.fullmatch(r"[^\W_][\w .+-]{0,60}", value):
        hint = "as `fc-list : family` writes it: Source Sans 3"
        raise Fault("value", f'"{value[:60]}" is not the name of a font', hint)
    return value


def _by_language(value: object) -> object:
    """A bare text is in the source language: its key is empty."""
    if not isinstance(value, Scalar):
        return value
    widened = Mapping({Scalar(""): value})
    widened.where = where_of(value, value.where)
    return widened


TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        TEXT,
        {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    ]
}
Own = Annotated[
    dict[Any, Written],
    Field(min_length=1),
    BeforeValidator(_by_language),
    WithJsonSchema(TEXT_SCHEMA),
]
Hours = Annotated[
    dict[Any, Word],
    WithJsonSchema({"type": "object", "additionalProperties": TEXT}),
]
Colour = Annotated[
    Word,
    AfterValidator(colours.written),
    string_schema("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", "expected #rrggbb or #rgb"),
]
LEAFLET_LANGUAGES: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"type": "array", "items": TEXT, "minItems": 1},
}
Lines = Annotated[
    Number,
    Field(ge=0, le=MOST_LINES),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_LINES}),
]
Columns = Annotated[
    Number,
    Field(ge=1, le=2),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 2}),
]
Family = Annotated[
    Word,
    AfterValidator(_family),
    text_schema(
        pattern=r"^[^\W_][\w .+-]{0,60}$",
        patternErrorMessage="expected the name of a font",
        minimum=0,
    ),
]


def _optional(description: str) -> Any:
    return Field(None, validate_default=False, description=description)


class TelephoneShape(Shape):
    label: Own = Field(description="urgent, pharmacy …, or words of your own by language")
    number: Written = Field(description="as it is to be printed")


class SiteShape(Shape):
    name: Written = Field(description="what the place is called")
    address: tuple[Written, ...] = Field((), description="lines")
    phone: Written = _optional("its number")
    telephones: tuple[TelephoneShape, ...] = Field((), description="its numbers, with labels")
    hours: Hours = _optional("when it is open")


class ColoursShape(Shape):
    accent: Colour = _optional("headings, frames and tints")
    ink: Colour = _optional("text")
    quiet: Colour = _optional("text of less weight")
    urgent: Colour = _optional("boxes about danger")


class AboutShape(Shape):
    show: tuple[
        Literal[
            "web", "language", "written_by", "reviewed_by", "funding", "feedback", "disclaimer"
        ],
        ...,
    ] = Field(description="what it shows, in this order")


class ClinicShape(Shape):
    """The file: who the clinic is, what it prints, and how its sheets look."""

    name: Written = Field(description="as at the head of each sheet")
    address: tuple[Written, ...] = Field((), description="lines")
    phone: Written = _optional("required unless there are telephones")
    urgent_phone: Written | None = Field(None, description="what {clinic.urgent_phone} prints")
    telephones: Annotated[tuple[TelephoneShape, ...], Field(min_length=1)] = _optional(
        "the numbers at the head of the sheet, with labels"
    )
    email: Word | None = Field(None, description="what {clinic.email} prints")
    logo: Word | None = Field(None, description="a PNG, JPEG or SVG of any shape")
    web: Annotated[
        Word,
        AfterValidator(_web),
        string_schema(WEB, "expected an address that starts with https://"),
    ] = Field(description="the page of a sheet: https://…/{language}/{leaflet}")
    site: Annotated[
        Word,
        AfterValidator(_site),
        string_schema(SITE, "expected an address that starts with https://"),
    ] = _optional("where the output folder stands on the web, for addresses that name it whole")
    country: Annotated[Word, OneOf(countries)] = Field(description="ISO 3166, such as GB, IN, US")
    source_language: Word | None = Field(
        None, description="of the leaflets; English unless you say"
    )
    languages: Annotated[tuple[Word, ...], Field(min_length=1)] = Field(
        description="to build, such as [en, ar, zh-Hans]"
    )
    leaflet_languages: Annotated[
        dict[Any, Annotated[tuple[Word, ...], Field(min_length=1)]],
        WithJsonSchema(LEAFLET_LANGUAGES),
    ] = Field({}, description="those of leaflets that are not in all of them: {hands: [en, es]}")
    editions: Annotated[tuple[Word, ...], Field(min_length=1)] = _optional(
        "web and the sheet on the paper of the country, unless you say"
    )
    hours: Hours = _optional('such as {mon-fri: "8:00-18:00", sat: closed}')
    sites: tuple[SiteShape, ...] = Field((), description="places of the clinic")
    note: Own = _optional("a paragraph at the end of the sheet")
    footer: Own = _optional("a line at the foot of each page")
    lines: Lines = Field(0, description="to write on, at the end of the sheet")
    about: AboutShape = _optional("what “About this sheet” shows")
    colours: ColoursShape = _optional("#rrggbb or #rgb")
    font: Family = _optional("a font that is installed, with a regular and a bold style")
    paper: Literal["a4", "letter"] = _optional("as in the country, unless you say")
    columns: Columns = _optional("of text on paper")
    mono: Truth = Field(False, description="for black-and-white printers")
    duplex: Literal["short-edge", "long-edge", "manual"] = _optional(
        "how the printer turns sheets that are folded; about the short edge, unless you say"
    )


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of clinic.yaml, for editors that complete and underline."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **json_schema(ClinicShape),
        "title": "Polyleaf clinic",
    }
