"""`waive: {code: reason}`: warnings that an author has looked at, and where that holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from ...model.findings import Where
from ...model.leaflet import SourceWaiver
from .. import yaml
from ..yaml import Remark, Shape, Word


class Waivable(Shape):
    """A mapping whose warnings an author may waive, with those of all that is below it."""

    waive: dict[Word, Remark] = Field(
        {}, description="codes of warnings that do not apply here, each with the reason"
    )


def of(tree: Any) -> Iterator[SourceWaiver]:
    """The waivers of a validated file."""
    if isinstance(tree, yaml.Mapping):
        for name, inside in tree.items():
            if name == "waive" and isinstance(inside, yaml.Mapping):
                places = frozenset(_places(tree))
                for code, reason in inside.items():
                    yield SourceWaiver(str(code), str(reason), code.where, places)
            else:
                yield from of(inside)
    elif isinstance(tree, yaml.Sequence):
        for inside in tree:
            yield from of(inside)


def _places(node: Any) -> Iterator[Where]:
    """Each place below a node at which something can be found."""
    yield node.where
    if isinstance(node, yaml.Mapping):
        for name, inside in node.items():
            yield name.where
            yield from _places(inside)
    elif isinstance(node, yaml.Sequence):
        for inside in node:
            yield from _places(inside)
