"""The parts of a shape: texts, dates and numbers as they are written in a file."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ...model.findings import Finding, Where
from .losses import NULLS
from .schema import CONTROL, TEXT, string_schema, text_schema
from .shapes import Fault
from .tree import Scalar

WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")  # as YAML and JSON read it


def _scalar(value: object, *without: str) -> Scalar:
    """What is no list, no mapping and not nothing, and has lost nothing but `without`."""
    if not isinstance(value, Scalar) or (value.plain and value in NULLS):
        raise PydanticCustomError("text", "expected text")
    if value.lost and (value.lost.code not in without or not value.strip()):
        raise _as_fault(value.lost)
    if not value.strip():
        raise PydanticCustomError("text-empty", "expected text, found nothing")
    return value


def _text(value: object) -> Scalar:
    return _scalar(value)


def _word(value: object) -> Scalar:
    """A value that is no text of a sheet: a comment behind it takes nothing from it."""
    return _scalar(value, "yaml-comment")


def _remark(value: object) -> Scalar:
    """A text that no sheet prints: it may have several lines."""
    return _scalar(value, "text-lines")


def _as_fault(lost: Finding) -> Fault:
    return Fault(lost.code, lost.message, lost.hint, lost.where)


class WrittenDate(date):
    """A date and its place."""

    where: Where


def _date(value: object) -> WrittenDate:
    try:
        text = _word(value)
        day = WrittenDate.fromisoformat(text)
        if day.isoformat() != text:
            raise ValueError(text)  # another form of ISO 8601, such as 2026-W47
    except (ValueError, PydanticCustomError):
        raise PydanticCustomError("date", "expected a date such as 2026-11-22") from None
    day.where = text.where
    return day


def _number(value: object) -> int:
    if not isinstance(value, Scalar) or not value.plain or not WHOLE.fullmatch(value):
        raise PydanticCustomError("number", "expected a whole number")
    return int(value)


def _truth(value: object) -> bool:
    words = {"true": True, "false": False}
    if not isinstance(value, Scalar) or not value.plain or value not in words:
        raise PydanticCustomError("truth", "expected true or false")
    return words[value]


Written = Annotated[Scalar, PlainValidator(_text), WithJsonSchema(TEXT)]
Remark = Annotated[
    Scalar,
    PlainValidator(_remark),
    text_schema(pattern=rf"^[^{CONTROL}]*[^{CONTROL}\s][^{CONTROL}]*$"),
]
Word = Annotated[Scalar, PlainValidator(_word), WithJsonSchema(TEXT)]
Day = Annotated[
    WrittenDate,
    PlainValidator(_date),
    string_schema(r"^\d{4}-\d{2}-\d{2}$", "expected a date such as 2026-11-22", format="date"),
]
Number = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": "integer"})]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
