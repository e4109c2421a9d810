"""The parts of a shape: strings, dates, numbers and mappings as they are written in a file."""

from __future__ import annotations

import re
from collections.abc import Callable
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
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ...model.findings import Finding, Where
from .losses import NULLS
from .tree import MAX_TEXT, Mapping, Scalar, Sequence, where_of

WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")  # as YAML and JSON read it


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


class _WithoutNull(GenerateJsonSchema):
    """A key that may be left out may not be null: a value was forgotten there."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default", ...) is None:
            del made["default"]
        return made


def json_schema(union: Any) -> dict[str, Any]:
    """JSON Schema of a shape, or of a union of shapes with a discriminator."""
    return TypeAdapter(union).json_schema(schema_generator=_WithoutNull)


def _word(value: object) -> Scalar:
    """A value that is no text of a sheet: a comment behind it takes nothing from it."""
    if not isinstance(value, Scalar) or (value.plain and value in NULLS):
        raise PydanticCustomError("text", "expected text")
    if not value.strip():
        if value.lost:
            raise _as_fault(value.lost)
        raise PydanticCustomError("text-empty", "expected text, found nothing")
    return value


def _text(value: object) -> Scalar:
    text = _word(value)
    if text.lost:
        raise _as_fault(text.lost)
    return text


def _remark(value: object) -> Scalar:
    """A text that no sheet prints: it may have several lines."""
    text = _word(value)
    if text.lost and text.lost.code != "text-lines":
        raise _as_fault(text.lost)
    return text


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


def string_schema(pattern: str, message: str, **more: Any) -> WithJsonSchema:
    """JSON Schema of text that matches `pattern`; editors show `message` if it does not."""
    return WithJsonSchema(
        {"type": "string", "pattern": pattern, "patternErrorMessage": message, **more}
    )


def text_schema(**more: Any) -> WithJsonSchema:
    """JSON Schema of a text; YAML takes 5 and true for no text, and a sheet prints them."""
    return WithJsonSchema({**TEXT, **more})


# What no text may hold: control characters; and, but at its ends, the end of a line.
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f"
_BLANK = r"[\t\n ]*"
TEXT: dict[str, Any] = {
    "type": ["string", "number", "boolean"],
    "pattern": rf"^{_BLANK}[^{_CONTROL}\s]([^\n{_CONTROL}]*[^{_CONTROL}\s])?{_BLANK}$",
    "patternErrorMessage": "expected a text of one paragraph",
    "maxLength": MAX_TEXT,
}
Written = Annotated[Scalar, PlainValidator(_text), WithJsonSchema(TEXT)]
Remark = Annotated[
    Scalar,
    PlainValidator(_remark),
    text_schema(pattern=rf"^[^{_CONTROL}]*[^{_CONTROL}\s][^{_CONTROL}]*$"),
]
Word = Annotated[Scalar, PlainValidator(_word), WithJsonSchema(TEXT)]
Day = Annotated[
    WrittenDate,
    PlainValidator(_date),
    string_schema(r"^\d{4}-\d{2}-\d{2}$", "expected a date such as 2026-11-22", format="date"),
]
Number = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": "integer"})]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]


def branch(name: str) -> str:
    """The tag of one of several shapes that a value may have, which is no key of the file."""
    return f"<{name}>"


class OneOf:
    """Annotates a word: the JSON Schema lists what it may be, which is looked up for that."""

    def __init__(self, words: Callable[[], list[str]]) -> None:
        self.words = words

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"enum": self.words()}


class ShortForm:
    """Annotates a shape: a bare value is read as a mapping that has only `key`."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.known: set[str] = set()  # the keys of the mapping

    def __get_pydantic_core_schema__(
        self, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        self.known = {field.alias or name for name, field in source.model_fields.items()}
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        full = handler(schema)
        return {"anyOf": [handler.resolve_ref_schema(full)["properties"][self.key], full]}

    def _widen(self, value: object) -> object:
        if isinstance(value, Mapping):
            if len(value) == 1 and not self.known & set(value):
                self._explain(value)
            return value
        widened = Mapping({Scalar(self.key): value})
        widened.where = where_of(value, Where(""))
        return widened

    def _explain(self, value: Mapping) -> None:
        """Raise Fault if a mapping with one unknown key is a text, or an item with a list."""
        ((key, inside),) = value.items()
        hint = ""
        if not inside:
            hint = 'text that begins with "{" needs quotes: "{…}"'
        elif isinstance(inside, Sequence) and "items" in self.known:
            hint = f'write - text: "{key[:30]}:" and below it items: …'
        elif isinstance(inside, Scalar) and self.key == "text" and not re.match("[a-z_]+$", key):
            hint = f'": " makes "{key[:30]}" a key: put quotes around the whole text'
        if hint:
            raise Fault("type", f'"{key[:30]}" is no key here', hint, value.where)
