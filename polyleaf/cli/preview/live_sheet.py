"""One sheet as it is shown: its words, the last good pages, what is wrong, and who looks at it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from typing import Any

from ...model.catalog import Provenance
from ...model.findings import Finding, Where
from ...model.task import Outcome, Task
from . import choices, message_rows
from .choices import Choice
from .message_rows import Rows
from .page_drawing import LAYOUT, PICTURE
from .readings import SheetReading

NUMBER = re.compile(r' data-m="(\d+)"')
Event = dict[str, Any]


class LiveSheet:
    """What is known of a sheet. Whoever looks at it has a queue of events."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.lock = asyncio.Lock()
        self.asked = 0  # how often it was to be made anew
        self.looked_at = 1  # the page
        self.reading: SheetReading | None = None  # the last
        self.good: SheetReading | None = None  # the last with a task
        self.rows: Rows | None = None
        self.found: tuple[Finding, ...] = ()  # when it was drawn
        self.shown: Task | None = None  # what was drawn last
        self.failed = False  # that drawing
        self.pages: list[str] = []  # the names of their pictures; empty until there is one
        self.sizes: list[list[float]] = []
        self.boxes: list[list[Any]] = []
        self.page = ""  # the name of a page for a screen
        self.seconds = 0.0
        self.served: dict[str, tuple[str, bytes]] = {}  # media type and bytes, by name
        self.listeners: set[asyncio.Queue[Event | None]] = set()

    def tell(self, event: Event | None) -> None:
        for listener in self.listeners:
            listener.put_nowait(event)

    def read(self, reading: SheetReading) -> bool:
        """Takes what was read; whether there is something to draw."""
        before = self.shown
        self.reading = reading
        if reading.task is None:
            return False
        self.good, self.rows = reading, message_rows.of(reading.task)
        return before != reading.task or self.failed

    def drawn(self, task: Task, outcome: Outcome, seconds: float) -> None:
        """Takes a drawing; one that failed leaves the last good pages."""
        self.failed, self.seconds = outcome.data is None, seconds
        self.shown = task
        if self.failed:
            self.found = outcome.findings
        layout = next((each.data for each in outcome.others if each.name == LAYOUT), None)
        if outcome.data is None or layout is None:
            return
        made = json.loads(layout)
        ids = [self._what(Where(*place)) for place in made["places"]]
        self.boxes = [[ids[number], *box] for number, *box in made["boxes"]]
        self.sizes = made["sizes"]
        self.pages = (self.pages + [""] * outcome.pages)[: outcome.pages]
        self.page = ""
        if not outcome.pages:
            self._screen(outcome, ids)
        self._pictures(outcome)

    def took(self, outcome: Outcome) -> None:
        """Takes the other pages, and what was found in the sheet."""
        self.found = outcome.findings
        self._pictures(outcome)

    def _pictures(self, outcome: Outcome) -> None:
        """Takes pictures of pages, and forgets those that no page has any more."""
        for each in outcome.others:
            if each.name == PICTURE:
                self.pages[each.pages - 1] = self._serve("image/jpeg", each.data)
        used = {*self.pages, self.page}
        self.served = {name: data for name, data in self.served.items() if name in used}

    def words(self) -> Event:
        """The messages, and what is wrong with the files."""
        rows, task = self.rows, self.good.task if self.good else None
        target = rows.target if rows else None
        origin = target.messages.provenance if target and target.messages else None
        return {
            "kind": "words",
            "rows": list(rows.rows) if rows else [],
            "language": choices.field(target.language if target else task.language)
            if task
            else None,
            "sourceTag": task.leaflet.language if task else "en",
            "title": str(task.leaflet.title) if task else self.choice.leaflet,
            "review": _review(origin),
            **self._wrong(),
        }

    def picture(self) -> Event:
        """The pages as they are known, and what is wrong."""
        return {
            "kind": "drawn",
            "pages": self.pages,
            "sizes": self.sizes,
            "boxes": self.boxes,
            "page": self.page,
            "seconds": round(self.seconds, 2),
            **self._wrong(),
        }

    def _wrong(self) -> Event:
        reading = self.reading
        broken = reading is None or reading.broken
        found = (reading.findings if reading else ()) + (() if broken else self.found)
        return {
            "findings": message_rows.finding_rows(found, self.rows),
            "broken": broken,
            "failed": self.failed and not broken,
        }

    def _what(self, where: Where) -> str:
        """The message at a place on the page; of what is no message, its file and line."""
        known = self.rows.places.get(where) if self.rows else None
        return known or f"{where.path}:{where.line}"

    def _screen(self, outcome: Outcome, ids: list[str]) -> None:
        text = (outcome.data or b"").decode()
        kind = "text/html" if text.lstrip().startswith("<") else "text/plain"
        named = NUMBER.sub(lambda found: f' data-m="{ids[int(found[1])]}"', text)
        self.page = self._serve(f"{kind}; charset=utf-8", named.encode())

    def _serve(self, kind: str, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()[:32]
        self.served[name] = kind, data
        return name


def _review(origin: Provenance | None) -> str:
    """What the sheet says of its translation, in words."""
    if origin is None:
        return "source"
    if origin.reviewed:
        return f"Reviewed by {origin.reviewed_by}"
    if origin.signature == "outdated":
        return f"Changed since {origin.reviewed_by} reviewed it"
    return "Machine translation, not reviewed" if origin.method == "machine" else "Not reviewed"
