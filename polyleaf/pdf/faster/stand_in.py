"""A function of ours in the place of the engine's, which it can ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class StandIn:
    """`name` of a module or class of the engine, and what stands there once installed."""

    owner: Any
    name: str
    ours: Any
    theirs: Any = field(init=False)

    def __post_init__(self) -> None:
        self.theirs = getattr(self.owner, self.name)

    def install(self) -> None:
        setattr(self.owner, self.name, self.ours)

    def remove(self) -> None:
        setattr(self.owner, self.name, self.theirs)
