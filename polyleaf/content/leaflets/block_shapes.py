"""The shapes of the blocks that a section is made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from ... import languages
from ...model.leaflet import Evidence
from ..yaml import Fault, Number, OneKey, Scalar, Shape, ShortForm, Truth, Written


def _country(value: Scalar) -> Scalar:
    """A wrong code (UK for GB) would drop the block from every sheet without notice."""
    if not languages.is_country(value):
        message = f'no country has the code "{value}"'
        raise Fault("country-unknown", message, "use ISO 3166: GB, IN, US")
    return value


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
