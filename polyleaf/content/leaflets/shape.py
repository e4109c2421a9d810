"""The shape of a content file as it is written. `polyleaf schema` prints it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from ... import languages
from ...model.leaflet import Evidence
from ..yaml import (
    Day,
    Fault,
    Number,
    OneKey,
    Scalar,
    Shape,
    ShortForm,
    Truth,
    Written,
    json_schema,
)

ID = r"[a-z0-9]+(-[a-z0-9]+)*"


def _id(value: Scalar) -> Scalar:
    if not re.fullmatch(ID, value):
        hint = "use small letters, digits and hyphens: what-it-is"
        raise Fault("id-form", f'"{value}" is not an id', hint)
    return value


def _country(value: Scalar) -> Scalar:
    """A wrong code (UK for GB) would drop the block from every sheet without notice."""
    if not languages.is_country(value):
        message = f'no country has the code "{value}"'
        raise Fault("country-unknown", message, "use ISO 3166: GB, IN, US")
    return value


def _address(value: Scalar) -> Scalar:
    if not re.fullmatch(r"https?://[^\s{}]+", value):
        raise Fault("link-address", f'"{value}" is not a web address', "start it with https://")
    return value


Id = Annotated[
    Written, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})
]
Length = Annotated[Number, Field(ge=1), WithJsonSchema({"type": "integer", "minimum": 1})]
Rows = Annotated[
    Number, Field(ge=1, le=50), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 50})
]
Country = Annotated[
    Written, AfterValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
]

# A block's other kinds are absent, not null, so that no type has to allow None.
Absent: Any = Field(None, validate_default=False, exclude=True)
Texts = Annotated[tuple[Written, ...], Field(min_length=1)]


class Only(Shape):
    """The readers that a block is for; all other sheets leave it out."""

    country: tuple[Country, ...] = Field(
        min_length=1, description="ISO 3166 codes, such as [IN, GB]"
    )


class BlockShape(Shape):
    evidence: Evidence | None = Field(None, description="how sure we are")
    only: Only | None = None
    safety: Truth = Field(False, description="a wrong translation could harm")
    comment: Written | None = Field(None, description="for translators")
    max_length: Length | None = Field(None, description="characters, in any language")


class ParagraphShape(BlockShape):
    text: Written


class ListShape(BlockShape):
    items: Texts


class StepsShape(BlockShape):
    items: Texts


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


class CalloutShape(BlockShape):
    tone: Literal["info", "caution", "urgent"]
    heading: Written
    text: Written


class FigureShape(BlockShape):
    image: Written = Field(description="path from the content folder; svg, png or jpg")
    alt: Written = Field(description="what the picture shows, for readers who cannot see it")
    caption: Written
    labels: tuple[Written, ...] = Field((), description="what the letters A, B, C … stand for")


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
    url: Annotated[Written, AfterValidator(_address)]
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
