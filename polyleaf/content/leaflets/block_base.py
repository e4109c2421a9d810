"""What all blocks may state."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from ... import languages
from ...model.leaflet import Evidence
from ..yaml import MAX_TEXT, Fault, Number, OneOf, Remark, Scalar, Shape, Truth, Word, Written
from .source_waivers import Waivable


def _country(value: Scalar) -> Scalar:
    """A wrong code (UK for GB) would drop the block from every sheet without notice."""
    if not languages.is_country(value):
        message = f'no country has the code "{value}"'
        raise Fault("country-unknown", message, languages.country_hint(value))
    return value


Length = Annotated[
    Number,
    Field(ge=1, le=MAX_TEXT),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MAX_TEXT}),
]
Country = Annotated[Word, AfterValidator(_country), OneOf(languages.countries)]

Texts = Annotated[tuple[Written, ...], Field(min_length=1)]


class Only(Shape):
    """The readers that a block is for; all other sheets leave it out."""

    country: tuple[Country, ...] = Field(
        min_length=1, description="ISO 3166 codes, such as [IN, GB]"
    )


class BlockShape(Waivable):
    evidence: Evidence | None = Field(None, description="how sure we are")
    only: Only | None = Field(None, description="the countries whose readers see it")
    web_only: Truth = Field(False, description="left out on paper")
    safety: Truth = Field(False, description="a wrong translation could harm")
    comment: Remark | None = Field(None, description="for translators")
    max_length: Length | None = Field(None, description="characters, in any language")

    @property
    def for_paper(self) -> str:
        """What it is that readers of the paper must not miss; empty if it is nothing such."""
        return "a safety text" if self.safety else ""

    @model_validator(mode="after")
    def _not_lost_on_paper(self) -> Self:
        if self.web_only and self.for_paper:
            message = f"{self.for_paper} would be missing on paper"
            raise Fault("web-only", message, "leave `web_only` out")
        return self
