"""The shape of a content file as it is written. `polyleaf schema` prints it."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from ..yaml import (
    CONTROL,
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
from .source_waivers import Waivable

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
WEB = r"https?://[^\s{}]+"
CODE = r"[A-Za-z0-9][A-Za-z0-9.+-]{0,24}"
YEAR = {"type": "integer", "minimum": 1, "maximum": 9999}


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


def _code(value: Scalar) -> Scalar:
    if not re.fullmatch(CODE, value):
        hint = "write the code alone, such as L71.1 or 398909004"
        raise Fault("code-form", f'"{value}" is not a code', hint)
    return value


Id = Annotated[
    Word,
    AfterValidator(_id),
    WithJsonSchema(
        {
            "type": ["string", "integer", "boolean"],  # as YAML takes 5 and true
            "pattern": f"^{ID}$",
            "patternErrorMessage": "expected small letters, digits and hyphens: what-it-is",
            "minimum": 0,
        }
    ),
]


class SectionShape(Waivable):
    id: Annotated[Id, Field(description="stable; translators see it as the context")]
    heading: Written = Field(description="what stands above it")
    blocks: tuple[BlockEntry, ...] = Field(
        min_length=1, description="paragraph, list, callout, figure …, a dash (-) before each"
    )


class QuestionShape(Waivable):
    id: Id = Field(description="stable; translators see it as the context")
    question: Written = Field(description="as a reader would ask it")
    blocks: tuple[BlockEntry, ...] = Field(
        min_length=1, description="the answer: paragraph, list, callout …, a dash (-) before each"
    )


class ReviewShape(Shape):
    name: Written = Field(description="who has read the sheet")
    role: Written = Field(description="what they are: dermatologist")
    on: Day = Field(description="the day, such as 2026-11-22")


class SourceShape(Waivable):
    id: Id = Field(description="what [@id] in a text cites")
    cite: Written = Field(description="authors, title and place, as in Vancouver style")
    short: (
        Annotated[
            Written,
            AfterValidator(_short),
            text_schema(maxLength=LONGEST),
        ]
        | None
    ) = Field(None, description="what to call it in a few words: NRS 2017")
    url: (
        Annotated[
            Word,
            AfterValidator(_address),
            string_schema(
                rf"^{WEB[:-2]}{CONTROL}]+$", "expected an address that starts with https://"
            ),
        ]
        | None
    ) = Field(None, description="where it can be read, if it has a page of its own")
    year: Annotated[Number, Field(ge=1, le=9999), WithJsonSchema(YEAR)] = Field(
        description="in which it appeared"
    )
    level: Literal[
        "guideline",
        "review",
        "trial",
        "case-report",
        "laboratory",
        "regulator",
        "patient-information",
        "advertisement",
    ] = Field(description="what kind of source it is")


class CodeShape(Shape):
    system: Literal["icd-10", "icd-11", "snomed-ct", "mesh", "icpc-2", "atc"] = Field(
        description="who gives the code"
    )
    code: Annotated[
        Word,
        AfterValidator(_code),
        WithJsonSchema(
            {
                "type": ["string", "integer", "number"],  # as YAML takes 398909004
                "pattern": f"^{CODE}$",
                "patternErrorMessage": "expected a code such as L71.1 or 398909004",
                "minimum": 0,
            }
        ),
    ] = Field(description="the code, such as L71")


class EditionShape(Shape):
    sections: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="what stays whole where not all of the leaflet fits: ids of sections"
    )


class Frame(Waivable):
    """The keys that a leaflet and a FAQ sheet share."""

    title: Written = Field(description="what the sheet is about")
    subtitle: Written | None = Field(None, description="a line below the title")
    summary: Annotated[tuple[Written, ...], Field(min_length=1, description="the key points")]
    published: Day = Field(description="the day, such as 2026-11-22")
    review_by: Day = Field(description="after this day a release build fails")
    written_by: Written = Field(description="who is responsible for the text")
    reviewed_by: tuple[ReviewShape, ...] = Field(
        (), description="who has read it, with role and day"
    )
    funding: Written = Field(description='who paid for it, or "none"')
    sources: tuple[SourceShape, ...] = Field((), description="what the texts cite with [@id]")
    pages: Pages = Field({}, description="sides that it should have at most, or those by language")
    fit: Literal["alone", "together"] = Field(
        "alone", description="together: all languages are set equally tight"
    )
    keywords: tuple[Written, ...] = Field(
        (), description="other words by which staff look for it: red face"
    )
    codes: tuple[CodeShape, ...] = Field(
        (), description="what it is about, for record systems: ICD-10, SNOMED CT, MeSH"
    )
    editions: dict[Word, EditionShape] = Field(
        {}, description="by edition, what it has: trifold: {sections: [what-it-is]}"
    )


class LeafletShape(Frame):
    kind: Literal["leaflet"] = Field(description="leaflet, or faq")
    sections: tuple[SectionShape, ...] = Field(min_length=1, description="parts with a heading")


class FaqShape(Frame):
    kind: Literal["faq"] = Field(description="leaflet, or faq")
    questions: tuple[QuestionShape, ...] = Field(
        min_length=1, description="questions with their answers"
    )


SHAPES: dict[str, type[LeafletShape] | type[FaqShape]] = {"leaflet": LeafletShape, "faq": FaqShape}


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a content file, for editors that complete and underline."""
    kinds = Annotated[LeafletShape | FaqShape, Field(discriminator="kind")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Polyleaf content",
        **json_schema(kinds),
    }
