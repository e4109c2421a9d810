"""The key `pages` of a leaflet: the sides of paper that it should have at most.

pages: 6
pages: {en: 4, ur: 7, others: 6}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from ... import languages
from ...model.findings import PolyleafError
from ...model.leaflet import OTHERS
from ..yaml import Fault, Mapping, Scalar

SIDES: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": 99}
TAGS = {"pattern": "^[A-Za-z0-9_-]+$"}
BY_LANGUAGE = {"type": "object", "propertyNames": TAGS, "additionalProperties": SIDES}
SCHEMA: dict[str, Any] = {"anyOf": [SIDES, BY_LANGUAGE]}


def _by_language(value: object) -> object:
    """A bare number is for all languages."""
    if isinstance(value, Scalar):
        _sides(value)  # else its fault would name a language that the file does not
        return {Scalar(OTHERS): value}
    if not isinstance(value, Mapping):
        hint = "such as: pages: {en: 4, others: 6}"
        raise Fault("type", '"pages" must be a number of sides, or one by language', hint)
    marked = Mapping(dict(_marked(value)))
    marked.where = value.where
    return marked


class _Again(Scalar):
    """The tag of a language that another tag has named already."""

    first: str


def _marked(value: Mapping) -> Iterator[tuple[Scalar, object]]:
    """The tags and their sides; tags of one language, such as en and EN, would be one key."""
    named: dict[str, Scalar] = {}
    for written, sides in value.items():
        try:
            first = named.setdefault(_tag(written), written)
        except Fault:  # it is reported with the others
            first = written
        if first is written:
            yield written, sides
        else:
            again = _Again(written)
            again.where, again.first = written.where, first
            yield again, sides


def _tag(written: Scalar) -> str:
    if isinstance(written, _Again):
        message = f'"{written}" is the language of "{written.first}"'
        raise Fault("key-duplicate", message, "name each language once", written.where)
    try:
        return OTHERS if written == OTHERS else languages.find(written, written.where).tag
    except PolyleafError as error:
        (found,) = error.findings
        raise Fault(found.code, found.message, found.hint, found.where) from None


def _sides(written: object) -> int:
    number = written if isinstance(written, Scalar) and written.plain else ""
    if not re.fullmatch("[1-9][0-9]?", number):
        raise Fault("value", "expected a number of sides", "1 to 99")
    return int(number)


Tag = Annotated[str, PlainValidator(_tag)]
Sides = Annotated[int, PlainValidator(_sides)]
# Language tags → sides.
Pages = Annotated[dict[Tag, Sides], BeforeValidator(_by_language), WithJsonSchema(SCHEMA)]
