"""The shape of a content file as it is written. `polyleaf schema` prints it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from ..yaml import (
    Day,
    Fault,
    Number,
    Scalar,
    Shape,
    Word,
    Written,
    json_schema,
    string_schema,
    text_schema,
)
from .block_shapes import BlockEntry
from .page_budget import Pages
from .short_names import LONGEST

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
WEB = r"https?://[^\s{}]+"


def _id(value: Scalar) -> Scalar:
    if not re.fullmatch(ID, value):
        hint = "use small letters, digits and hyphens: what-it-is"
        raise Fault("id-form", f'"{value}" is not an id', hint)
    return value


def _address(value: Scalar) -> Scalar:
    if not re.fullmatch(WEB, value):
        raise Fault("link-address", f'"{value}" is not a web address', "start it with https://")
    return value


def _short(value: Scalar) -> Scalar:
    if len(value) > LONGEST:
        message = f"the short name has {len(value)} characters, the limit is {LONGEST}"
        raise Fault("text-long", message, "shorten it as one would speak of it: NRS 2017")
    return value


Id = Annotated[
    Word,
    AfterValidator(_id),
    string_schema(f"^{ID}$", "expected small letters, digits and hyphens: what-it-is"),
]


class SectionShape(Shape):
    id: Annotated[Id, Field(description="stable; translators see it as the context")]
    heading: Written
    blocks: tuple[BlockEntry, ...] = Field(min_length=1)


class QuestionShape(Shape):
    id: Id
    question: Written
    blocks: tuple[BlockEntry, ...] = Field(min_length=1)


class ReviewShape(Shape):
    name: Written
    role: Written
    on: Day


class SourceShape(Shape):
    id: Id
    cite: Written
    short: (
        Annotated[
            Written,
            AfterValidator(_short),
            text_schema(maxLength=LONGEST),
        ]
        | None
    ) = Field(None, description="what to call it in a few words: NRS 2017")
    url: Annotated[
        Word,
        AfterValidator(_address),
        string_schema(rf"^{WEB}$", "expected an address that starts with https://"),
    ]
    year: Number
    level: Literal[
        "guideline", "review", "trial", "case-report", "laboratory", "regulator", "advertisement"
    ]


class Frame(Shape):
    """The keys that a leaflet and a FAQ sheet share."""

    title: Written
    subtitle: Written | None = None
    summary: Annotated[tuple[Written, ...], Field(min_length=1, description="the key points")]
    published: Day
    review_by: Day = Field(description="after this day a release build fails")
    written_by: Written = Field(description="who is responsible for the text")
    reviewed_by: tuple[ReviewShape, ...] = ()
    funding: Written = Field(description='who paid for it, or "none"')
    sources: tuple[SourceShape, ...] = ()
    pages: Pages = Field({}, description="sides that it should have at most, or those by language")


class LeafletShape(Frame):
    kind: Literal["leaflet"]
    sections: tuple[SectionShape, ...] = Field(min_length=1)


class FaqShape(Frame):
    kind: Literal["faq"]
    questions: tuple[QuestionShape, ...] = Field(min_length=1)


SHAPES: dict[str, type[LeafletShape] | type[FaqShape]] = {"leaflet": LeafletShape, "faq": FaqShape}


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a content file, for editors that complete and underline."""
    kinds = Annotated[LeafletShape | FaqShape, Field(discriminator="kind")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Polyleaf content",
        **json_schema(kinds),
    }
