"""A personal copy: a sheet on which something stands for one person."""

from __future__ import annotations

from dataclasses import dataclass, field

from .findings import Where


@dataclass(frozen=True, slots=True)
class Value:
    """What one placeholder prints. It is never shown but on the copy, hence not by `repr`."""

    name: str  # copy.appointment
    text: str = field(repr=False)
    where: Where


@dataclass(frozen=True, slots=True)
class Copy:
    """A row of a batch file: whom a sheet is for. `id` is a part of its file's name."""

    id: str
    where: Where
    values: tuple[Value, ...]
