"""A personal copy: a sheet with values for one person."""

from __future__ import annotations

from dataclasses import dataclass, field

from .findings import Where


@dataclass(frozen=True, slots=True)
class Value:
    """The value of one placeholder. Only the copy shows it, so `repr` does not."""

    name: str  # copy.appointment
    text: str = field(repr=False)
    where: Where


@dataclass(frozen=True, slots=True)
class Copy:
    """One person's values, from a row of a batch file. `id` is part of the sheet's file name."""

    id: str
    where: Where
    values: tuple[Value, ...]
