"""YAML bytes → a validated shape whose strings know their line and column.

Scalars are read as text: `no` is a word, `21:00` a time of day. A shape is a pydantic model made of
`Written` strings; all errors in a file are reported together, each at its own place.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from ...model.findings import PolyleafError, first_findings
from . import faults
from .scalars import Day, Number, Remark, Truth, Word, Written
from .schema import CONTROL, TEXT, OneOf, json_schema, string_schema, text_schema, together
from .shapes import Fault, OneKey, Shape, ShortForm, branch
from .tree import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_TEXT,
    Mapping,
    Scalar,
    Sequence,
    load,
    load_all,
    where_of,
)

__all__ = [
    "CONTROL",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_TEXT",
    "TEXT",
    "Day",
    "Fault",
    "Mapping",
    "Number",
    "OneKey",
    "OneOf",
    "Remark",
    "Scalar",
    "Sequence",
    "Shape",
    "ShortForm",
    "Truth",
    "Word",
    "Written",
    "branch",
    "json_schema",
    "load",
    "load_all",
    "read",
    "string_schema",
    "text_schema",
    "together",
    "validate",
    "where_of",
]

ShapeT = TypeVar("ShapeT", bound=Shape)
MAX_ERRORS = 200  # that become findings


def read(data: bytes, path: str, shape: type[ShapeT]) -> ShapeT:
    """`data` as a `shape`; raises PolyleafError with every problem in the file."""
    return validate(load(data, path), path, shape)


def validate(tree: Any, path: str, shape: type[ShapeT]) -> ShapeT:
    """A tree from `load` as a `shape`; raises PolyleafError with every problem in it."""
    try:
        return shape.model_validate(tree)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = faults.findings(details[:MAX_ERRORS], tree, path, shape)
        raise PolyleafError(first_findings(found)) from None
