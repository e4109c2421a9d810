"""Blocks for a person's own plan: zones of an action plan, times of medicines, questions to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from .leaflet import Block, Text

TIMES = ("morning", "noon", "evening", "bedtime")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Zone:
    """How the reader is, and what to do then."""

    tone: Literal["green", "amber", "red"]
    name: Text
    signs: tuple[Text, ...]
    actions: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones(Block):
    """An action plan, from green to red; the last is always red."""

    kind: ClassVar[str] = "zones"
    items: tuple[Zone, ...]

    @property
    def wide(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine and how much of it is taken when.

    `written` is its name as the source writes it: it stays visible in every language, for staff
    and because it is on the box.
    """

    name: Text
    written: str
    strength: Text | None
    form: Text | None  # tablets, puffs, drops …
    purpose: Text | None
    doses: tuple[str, ...]  # at each of TIMES: 1, 2.5, ½, 1–2; empty for none
    days: tuple[int, ...]  # from 0, Monday; empty means every day
    doses_by_hand: bool = False  # there is room to write them in
    days_by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Block):
    """Medicines by times of day, and empty rows to write in."""

    kind: ClassVar[str] = "schedule"
    medicines: tuple[Medicine, ...]
    rows: int

    @property
    def wide(self) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack(Block):
    """Lines on which readers say in their own words what they have understood (teach-back)."""

    kind: ClassVar[str] = "ask_back"
    questions: tuple[Text, ...]

    @property
    def lines(self) -> int:
        """The lines after each question, or of the whole block if it has none."""
        return 2 if len(self.questions) > 1 else 3
