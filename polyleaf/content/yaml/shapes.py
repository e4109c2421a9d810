"""The parts of a shape: mappings as they are written in a file."""

from __future__ import annotations

import re
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ...model.findings import Where
from .tree import Mapping, Scalar, Sequence, where_of


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


def branch(name: str) -> str:
    """The tag of one of several shapes that a value may have, which is no key of the file."""
    return f"<{name}>"


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
