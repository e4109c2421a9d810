"""Faults of values, as refusals of the element that has them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from . import properties
from .css_colours import UnknownColourError
from .drawing_tree import place_of
from .lengths import AbsurdError, UnknownUnitError
from .refusals import Refusals
from .transforms import UnknownTransformError

# What is drawn with a value that has such a fault is not what the author meant: way out.
FAULTS: dict[type[BaseException], tuple[str, str]] = {
    properties.LeadsOutError: ("leads out of the drawing, to", "embed"),
    UnknownColourError: ("has a colour that cannot be turned into RGB:", "colours"),
    UnknownUnitError: ("has a length that only its place or a window tells:", "plain"),
    UnknownTransformError: ("has a transformation that cannot be drawn:", "plain"),
    AbsurdError: ("has a number that no drawing needs:", "again"),
}
ALL_FAULTS = (*FAULTS, properties.UnsupportedError)


class Refusing:
    """Turns a fault of a value into a refusal at its element."""

    def __init__(self, refusals: Refusals, source: ElementTree.Element, key: str) -> None:
        self.refusals, self.source, self.key = refusals, source, key

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, error: object, _traceback: object) -> bool:
        if kind is None or not issubclass(kind, ALL_FAULTS):
            return False
        if issubclass(kind, properties.UnsupportedError) and isinstance(error, Exception):
            message, way_out = error.args
            has = "it holds" if self.key == "href" else f"it has {self.key}:"
            self.refusals.add(place_of(self.source), f"{has} {message}", way_out)
        else:
            message, way_out = FAULTS[kind]
            self.refusals.add(place_of(self.source), f"its {self.key} {message} {error}", way_out)
        return True
