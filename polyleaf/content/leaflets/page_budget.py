"""The key `pages` of a leaflet: the sides of paper that it should have at most.

pages: 6
pages: {en: 4, ur: 7, others: 6}
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ... import languages
from ...model.findings import PolyleafError
from ...model.leaflet import OTHERS
from ..yaml import Fault, Scalar

SIDES: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": 99}
SCHEMA: dict[str, Any] = {"anyOf": [SIDES, {"type": "object", "additionalProperties": SIDES}]}


def _pages(value: object) -> dict[str, int]:
    """Language tags → sides; a bare number is for all."""
    if isinstance(value, Scalar):
        value = {Scalar(OTHERS): value}
    if not isinstance(value, dict):
        raise PydanticCustomError("number", "expected a number of sides, or one by language")
    return {_tag(tag): _sides(sides) for tag, sides in value.items()}


def _tag(written: Scalar) -> str:
    try:
        return OTHERS if written == OTHERS else languages.find(written, written.where).tag
    except PolyleafError as error:
        (found,) = error.findings
        raise Fault(found.code, found.message, found.hint, found.where) from None


def _sides(written: object) -> int:
    if not isinstance(written, Scalar) or not re.fullmatch("[1-9][0-9]?", written):
        where = written.where if isinstance(written, Scalar) else None
        raise Fault("number", "expected a number of sides", "1 to 99", where)
    return int(written)


Pages = Annotated[dict[str, int], PlainValidator(_pages), WithJsonSchema(SCHEMA)]
