"""A shape → its JSON Schema, with which editors complete and underline.

`patternErrorMessage` is a word of the language servers of VS Code and its kin; all others pass it
over, as JSON Schema asks them to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import ConfigDict, GetJsonSchemaHandler, TypeAdapter, WithJsonSchema
from pydantic.config import JsonDict
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .tree import MAX_TEXT

# What no text may hold: control characters; and, but at its ends, the end of a line.
CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u2028\u2029"
_BLANK = r"[\t\n ]*"
TEXT: dict[str, Any] = {
    "type": ["string", "number", "boolean"],
    "pattern": rf"^{_BLANK}[^{CONTROL}\s]([^\n{CONTROL}]*[^{CONTROL}\s])?{_BLANK}$",
    "patternErrorMessage": "expected a text of one paragraph",
    "maxLength": MAX_TEXT,
}


def string_schema(pattern: str, message: str, **more: Any) -> WithJsonSchema:
    """JSON Schema of text that matches `pattern`; editors show `message` if it does not."""
    return WithJsonSchema(
        {"type": "string", "pattern": pattern, "patternErrorMessage": message, **more}
    )


def text_schema(**more: Any) -> WithJsonSchema:
    """JSON Schema of a text; YAML takes 5 and true for no text, and a sheet prints them."""
    return WithJsonSchema({**TEXT, **more})


def together(one: str, other: str) -> ConfigDict:
    """The configuration of a shape that has both of two keys, or none."""
    both: JsonDict = {"required": [one, other]}
    neither: JsonDict = {"not": {"anyOf": [{"required": [one]}, {"required": [other]}]}}
    return ConfigDict(json_schema_extra={"anyOf": [both, neither]})


class OneOf:
    """Annotates a word: the JSON Schema lists what it may be, which is looked up for that."""

    def __init__(self, words: Callable[[], list[str]]) -> None:
        self.words = words

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"enum": self.words()}


class _SchemaForEditors(GenerateJsonSchema):
    """A key that may be left out may not be null: a value was forgotten there."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 its signature
        return False  # the key itself is what editors show

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default", ...) is None:
            del made["default"]
        return made


def json_schema(union: Any) -> dict[str, Any]:
    """JSON Schema of a shape, or of a union of shapes with a discriminator."""
    made = TypeAdapter(union).json_schema(schema_generator=_SchemaForEditors)
    for name, shape in made.get("$defs", {}).items():
        shape["title"] = re.sub("(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Shape")).lower()
    return made
