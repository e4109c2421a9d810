"""YAML bytes → a validated shape in which every string knows its line and column.

Scalars are what they look like: `no` is a word, `21:00` a time of day. A shape is a pydantic model
made of `Written` strings; every error in a file comes out at once, each at its own place.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import AfterValidator, Field, ValidationError, WithJsonSchema

from ...model.findings import PolyleafError, first_findings
from . import faults
from .shapes import Day, Fault, Number, OneKey, Shape, ShortForm, Truth, Written, json_schema
from .tree import MAX_BYTES, MAX_DEPTH, MAX_TEXT, Mapping, Scalar, Sequence, load, where_of

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_TEXT",
    "AfterValidator",
    "Day",
    "Fault",
    "Field",
    "Mapping",
    "Number",
    "OneKey",
    "Scalar",
    "Sequence",
    "Shape",
    "ShortForm",
    "Truth",
    "WithJsonSchema",
    "Written",
    "json_schema",
    "load",
    "read",
    "validate",
    "where_of",
]

ShapeT = TypeVar("ShapeT", bound=Shape)
MOST = 200  # errors that are put into words


def read(data: bytes, path: str, shape: type[ShapeT]) -> ShapeT:
    """`data` as a `shape`; raises PolyleafError with every problem in the file."""
    return validate(load(data, path), path, shape)


def validate(tree: Any, path: str, shape: type[ShapeT]) -> ShapeT:
    """A tree that `load` made as a `shape`; raises PolyleafError with every problem in it."""
    try:
        return shape.model_validate(tree)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = faults.findings(details[:MOST], tree, path, shape)
        raise PolyleafError(first_findings(found)) from None
