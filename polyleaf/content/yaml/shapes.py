"""The parts of a shape: strings, dates, numbers and mappings as they are written in a file."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    TypeAdapter,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ...model.findings import Where
from .tree import Mapping, Scalar, where_of


class Shape(BaseModel):
    """The keys that a mapping in a file may have; any other key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Fault(ValueError):
    """A validator of a shape found something wrong with a value, or with its part at `where`."""

    def __init__(self, code: str, message: str, hint: str, where: Where | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.where = code, message, hint, where


class OneKey(Shape):
    """A mapping with exactly one of its keys, such as a block with its kind."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    @model_validator(mode="before")
    @classmethod
    def _one_key(cls, value: object) -> object:
        if isinstance(value, Mapping) and len(value) != 1:
            kinds = ", ".join(cls.model_fields)
            raise PydanticCustomError("one-key", f"expected exactly one key of: {kinds}")
        return value

    @property
    def value(self) -> Any:
        """The value of the key."""
        (name,) = self.model_fields_set
        return getattr(self, name)


def json_schema(union: Any) -> dict[str, Any]:
    """JSON Schema of a shape, or of a union of shapes with a discriminator."""
    return TypeAdapter(union).json_schema()


def _string(value: object) -> Scalar:
    if not isinstance(value, Scalar):
        raise PydanticCustomError("text", "expected text")
    if not value.strip():
        raise PydanticCustomError("text-empty", "expected text, found nothing")
    return value


class WrittenDate(date):
    """A date and its place."""

    where: Where


def _date(value: object) -> WrittenDate:
    text = _string(value)
    try:
        day = WrittenDate.fromisoformat(text)
        if day.isoformat() != text:
            raise ValueError(text)  # another form of ISO 8601, such as 2026-W47
    except ValueError:
        raise PydanticCustomError("date", "expected a date such as 2026-11-22") from None
    day.where = text.where
    return day


def _number(value: object) -> int:
    try:
        return int(_string(value))
    except ValueError:
        raise PydanticCustomError("number", "expected a whole number") from None


def _truth(value: object) -> bool:
    words = {"true": True, "false": False}
    if not isinstance(value, Scalar) or value not in words:
        raise PydanticCustomError("truth", "expected true or false")
    return words[value]


Written = Annotated[Scalar, PlainValidator(_string), WithJsonSchema({"type": "string"})]
Day = Annotated[
    WrittenDate, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})
]
Number = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": "integer"})]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]


class ShortForm:
    """Annotates a shape: a bare value is read as a mapping that has only `key`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        full = handler(schema)
        return {"anyOf": [handler.resolve_ref_schema(full)["properties"][self.key], full]}

    def _widen(self, value: object) -> object:
        if isinstance(value, Mapping):
            return value
        widened = Mapping({Scalar(self.key): value})
        widened.where = where_of(value, Where(""))
        return widened
