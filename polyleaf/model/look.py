"""How a clinic wants its sheets to look, whatever the edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .folds import Duplex

Colours = tuple[tuple[str, str], ...]  # name → #rrggbb
Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Look:
    """`paper` and `columns` apply to editions that leave them open; `colours` replace theirs."""

    colours: Colours = ()
    paper: Paper | None = None
    columns: int = 0  # 0: as the edition has it
    mono: bool = False  # for black-and-white printers
    duplex: Duplex | None = None  # how the printer turns sheets; None: about the short edge
