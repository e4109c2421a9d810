"""Every string of a structure: to read them, or to replace them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from .leaflet import Asset, Text

T = TypeVar("T")


def texts(node: Any) -> Iterator[Text]:
    """Yield every Text in `node`, in the order of the page."""
    return _parts(node, Text)


def pictures(node: Any) -> Iterator[Asset]:
    """Yield every picture in `node`, in the order of the page."""
    return _parts(node, Asset)


def _parts(node: Any, wanted: type[T]) -> Iterator[T]:
    if isinstance(node, wanted):
        yield node
    elif type(node) is tuple:  # a named tuple, such as a place in a file, has no text
        for part in node:
            yield from _parts(part, wanted)
    else:
        kind: type = type(node)
        for name in _fields(kind):
            yield from _parts(getattr(node, name), wanted)


def parts(node: Any, kind: type[T]) -> Iterator[T]:
    """Yield every value of the type `kind` in `node`, in the order of the page."""
    if isinstance(node, kind):
        yield node
    elif type(node) is tuple:
        for part in node:
            yield from parts(part, kind)
    else:
        own: type = type(node)
        for name in _fields(own):
            yield from parts(getattr(node, name), kind)


def map_texts(node: T, function: Callable[[Text], Text]) -> T:
    """Return the structure with every Text replaced; parts without any stay the same objects."""
    return _map_texts(node, function)  # type: ignore[no-any-return]


def _map_texts(node: Any, function: Callable[[Text], Text]) -> Any:
    if isinstance(node, Text):
        return function(node)
    if type(node) is tuple:
        return tuple(_map_texts(part, function) for part in node)
    kind: type = type(node)
    changed = {
        name: new
        for name in _fields(kind)
        if (new := _map_texts(old := getattr(node, name), function)) is not old
    }
    return dataclasses.replace(node, **changed) if changed else node


@cache  # every check walks every sheet
def _fields(kind: type) -> tuple[str, ...]:
    known = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return tuple(field.name for field in known)
