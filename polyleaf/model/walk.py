"""Every string of a structure: to read them, or to replace them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, TypeVar

from .findings import Where
from .leaflet import Asset, Leaflet, Text

T = TypeVar("T")
PLAIN = frozenset((str, int, float, bool, bytes, type(None), Where))  # without parts


def texts(node: Any) -> Iterator[Text]:
    """Yield every Text in `node`, in the order of the page."""
    return parts(node, Text)


def pictures(node: Any) -> Iterator[Asset]:
    """Yield every picture in `node`, in the order of the page."""
    return parts(node, Asset)


def parts(node: Any, kind: type[T]) -> Iterator[T]:
    """Yield every value of the type `kind` in `node`, in the order of the page."""
    every = _of_leaflet(_Itself(node)) if type(node) is Leaflet else _every(node)
    return (part for part in every if isinstance(part, kind))


class _Itself:
    """A leaflet that equals nothing else: to compare two means to walk them."""

    __slots__ = ("node",)

    def __init__(self, node: Leaflet) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.node is self.node


@lru_cache(maxsize=4)  # every check walks every leaflet
def _of_leaflet(leaflet: _Itself) -> tuple[Any, ...]:
    return tuple(_every(leaflet.node))


def _every(node: Any) -> Iterator[Any]:
    """Every part of `node` that has parts, itself first, each before its own parts."""
    kind: type = type(node)
    if kind is tuple:  # a named tuple, such as a place in a file, has no text
        for part in node:
            yield from _every(part)
    elif fields := _fields(kind):
        yield node
        for name in fields:
            value = getattr(node, name)
            if type(value) not in PLAIN:
                yield from _every(value)


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
