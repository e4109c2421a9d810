"""Which files a value was made from: noted where they are opened, and kept with the value.

Whatever is read, listed or looked for in vain is noted in the innermost `noted` that is under way.
A value that is read once for many sheets is kept as a `Noted`; `recall` notes its inputs again each
time that it is used. So no list of inputs is written by hand, and none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Generic, Literal, NamedTuple, TypeVar

ABSENT = ""
InputKind = Literal["file", "folder", "inside", "font", "fonts", "fact", "due", "siblings"]
Digest = str
T = TypeVar("T")


class Input(NamedTuple):
    """Something that a value depends on.

    file: the content of the file at a path; folder: the names of the files below a folder;
    inside: the names of the folders in a folder, but not below those;
    font: a font's file; fonts: the names in the folders of fonts, separated by `:`; fact: what a
    run knows of itself; due: a day that may have passed; siblings: the sheets of a leaflet.
    """

    kind: InputKind
    name: str


Inputs = frozenset[tuple[Input, Digest]]
_under_way: ContextVar[set[tuple[Input, Digest]] | None] = ContextVar("notes", default=None)


class Noted(NamedTuple, Generic[T]):
    """A value with everything that it was made from."""

    value: T
    inputs: Inputs


def noted(read: Callable[[], T]) -> Noted[T]:
    """What `read` returns, with everything that it noted meanwhile.

    The caller decides what depends on it: nothing is noted any further.
    """
    notes: set[tuple[Input, Digest]] = set()
    token = _under_way.set(notes)
    try:
        value = read()
    finally:
        _under_way.reset(token)
    return Noted(value, frozenset(notes))


def note(source: Input, digest: Digest) -> None:
    """Notes an input where `noted` is under way."""
    if (notes := _under_way.get()) is not None:
        notes.add((source, digest))


def recall(kept: Noted[T]) -> T:
    """The value of something that was noted before, its inputs noted once more."""
    if (notes := _under_way.get()) is not None:
        notes |= kept.inputs
    return kept.value
