"""A function of ours in the place of the engine's, which it can ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class StandIn:
    """`name` of a module, class or table of the engine, and what stands there once installed."""

    owner: Any
    name: str
    ours: Any
    theirs: Any = field(init=False)

    def __post_init__(self) -> None:
        table = isinstance(self.owner, dict)
        self.theirs = self.owner[self.name] if table else getattr(self.owner, self.name)

    def install(self) -> None:
        self._put(self.ours)

    def remove(self) -> None:
        self._put(self.theirs)

    def _put(self, what: Any) -> None:
        if isinstance(self.owner, dict):
            self.owner[self.name] = what
        else:
            setattr(self.owner, self.name, what)
