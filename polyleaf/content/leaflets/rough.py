"""What can be known of a content file whose shape is wrong: its texts and its pictures.

A key that is misspelt must not hide what is wrong with the sentences: all is reported in one run.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ...model.findings import PolyleafError
from ...model.inline import one_line
from ...model.leaflet import Text
from .. import yaml
from ..yaml import Mapping, Scalar, Sequence
from .shape import schema

NOT_PRINTED = ("comment", "image", "sources", "reviewed_by")


def texts(data: bytes, path: str) -> Iterator[Text]:
    """The texts of a file, under whatever key they stand; none if it is not even YAML."""
    try:
        tree, _ = yaml.load_all(data, path)
    except PolyleafError:
        return
    yield from (Text(one_line(each), each.where, f"leaflet/{key}") for key, each in _inside(tree))


def pictures(node: Any, key: str = "") -> Iterator[Scalar]:
    """The names of all pictures in a tree."""
    if isinstance(node, Mapping):
        for name, value in node.items():
            yield from pictures(value, name)
    elif isinstance(node, Sequence):
        for item in node:
            yield from pictures(item)
    elif key == "image" and isinstance(node, Scalar) and node.strip():
        yield node


def _inside(node: Any, key: str = "") -> Iterator[tuple[str, Scalar]]:
    if isinstance(node, Mapping):
        for name, value in node.items():
            if name not in NOT_PRINTED:
                yield from _inside(value, name)
    elif isinstance(node, Sequence):
        for item in node:
            yield from _inside(item, key)
    elif isinstance(node, Scalar) and node.strip() and not node.lost and key not in _no_texts():
        yield key, node


@cache
def _no_texts() -> frozenset[str]:
    """The keys of a content file that hold no text; one that is misspelt may hold one."""
    shapes = schema()["$defs"].values()
    keys = [item for shape in shapes for item in shape.get("properties", {}).items()]
    texts = {key for key, value in keys if yaml.TEXT["pattern"] in _patterns(value)}
    return frozenset(key for key, _ in keys if key not in texts)


def _patterns(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value["pattern"],) if isinstance(value.get("pattern"), str) else ()
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _patterns(each)
