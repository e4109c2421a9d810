"""Every string of a structure: to read them, or to replace them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from .leaflet import Text

T = TypeVar("T")


def texts(node: object) -> Iterator[Text]:
    """Every Text in `node`, in the order of the page."""
    found: list[Text] = []
    _collect(node, found)
    return iter(found)


def _collect(node: object, found: list[Text]) -> None:
    if isinstance(node, Text):
        found.append(node)
    elif type(node) is tuple:  # a place in a file is a tuple too, and has no text
        for part in node:
            _collect(part, found)
    else:
        kind: Any = type(node)
        for name in _fields(kind):
            _collect(getattr(node, name), found)


@cache  # every check walks every sheet
def _fields(kind: type) -> tuple[str, ...]:
    known = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return tuple(field.name for field in known)


def map_texts(node: T, function: Callable[[Text], Text]) -> T:
    """The same structure with every Text replaced; parts without any are kept as they are."""
    return _map_texts(node, function)  # type: ignore[no-any-return]


def _map_texts(node: Any, function: Callable[[Text], Text]) -> Any:
    if isinstance(node, Text):
        return function(node)
    if type(node) is tuple:
        return tuple(_map_texts(part, function) for part in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        changed = {
            field.name: new
            for field in dataclasses.fields(node)
            if (new := _map_texts(old := getattr(node, field.name), function)) is not old
        }
        return dataclasses.replace(node, **changed) if changed else node
    return node
