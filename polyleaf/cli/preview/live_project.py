"""What was saved → which sheets are read and drawn anew, and who is notified.

Files are read in one thread, so that words are there while a page is still drawn; pages are drawn
in one worker process, which has the engine loaded. What is saved meanwhile replaces what waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from ...model.findings import Finding
from ...model.task import Outcome, Task
from ...translation.memory import MemoryReader
from ...translation.workflow import edit_message
from .. import watch
from . import choices, page_drawing, readings
from .choices import Choice
from .live_sheet import LiveSheet
from .warm_worker import ClosedError, WarmWorker

T = TypeVar("T")
MOST_SHEETS = 8  # that are kept without a viewer


class LiveProject:
    """The project in a folder, and its sheets that somebody looks at or has looked at."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root, self.output = root, output
        self.sheets: dict[Choice, LiveSheet] = {}
        self._reading = ThreadPoolExecutor(1, "reading")
        self._drawing = ThreadPoolExecutor(1, "drawing")
        self._worker = WarmWorker()
        self._memories: dict[str, Any] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Watches the folder from now on; call it in the loop's thread."""
        loop = asyncio.get_running_loop()

        def listen() -> None:
            for saved in watch.saves(self.root, watch.folders(self.root)):
                if watch.named(self.root, saved):
                    with suppress(RuntimeError):  # the loop has ended
                        loop.call_soon_threadsafe(self.saved)

        threading.Thread(target=listen, daemon=True).start()
        self._drawing.submit(self._worker.start)

    def stop(self) -> None:
        """Lets go of those who listen."""
        for sheet in self.sheets.values():
            sheet.tell(None)

    def close(self) -> None:
        """Ends the worker at once, whatever it is at."""
        self._worker.closed = True
        for each in (self._reading, self._drawing):
            each.shutdown(cancel_futures=True)
        self._worker.close()

    def saved(self) -> None:
        """Renews the sheets that have viewers, and forgets the others."""
        self._memories.clear()
        self.sheets = {choice: each for choice, each in self.sheets.items() if each.listeners}
        for sheet in self.sheets.values():
            self.renew(sheet)

    def sheet(self, choice: Choice) -> LiveSheet:
        """The sheet, which is read and drawn as soon as somebody first asks for it."""
        if choice not in self.sheets:
            idle = [other for other, each in self.sheets.items() if not each.listeners]
            for other in idle[: max(0, len(self.sheets) + 1 - MOST_SHEETS)]:
                del self.sheets[other]
            self.sheets[choice] = LiveSheet(choice)
            self.renew(self.sheets[choice])
        return self.sheets[choice]

    def renew(self, sheet: LiveSheet) -> None:
        sheet.asked += 1
        task = asyncio.create_task(self._renew(sheet, sheet.asked))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def offered(self) -> dict[str, Any]:
        """What there is to choose from; raises PolyleafError if the project is wrong."""
        return await self.read(lambda: choices.offered(readings.opened(self.root, self.output)))

    async def read(self, what: Callable[[], T]) -> T:
        """Calls what reads the project's files, one after another."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, what)

    async def save(self, sheet: LiveSheet, edit: edit_message.Edit) -> tuple[Finding, ...]:
        """Writes a message; raises ChangedMeanwhileError and PolyleafError."""
        assert sheet.rows
        assert sheet.rows.target
        language = sheet.rows.target.language
        done = await self.read(
            lambda: edit_message.save(
                readings.opened(self.root, self.output), language, edit, date.today()
            )
        )
        self.renew(sheet)
        return done.findings

    async def others(self, sheet: LiveSheet, source: str, own: str) -> list[dict[str, Any]]:
        """How other leaflets have the same text, or one like it, in this language."""
        if not sheet.rows or not sheet.rows.target:
            return []
        language = sheet.rows.target.language
        if language.tag not in self._memories:
            self._memories[language.tag] = await self.read(
                lambda: MemoryReader(readings.opened(self.root, self.output)).of(language)
            )
        memory = self._memories[language.tag]
        pairs = [(100, pair) for pair in memory.exact(source) if pair.target != own]
        if not pairs and (near := memory.near(source)) and near[1].target != own:
            pairs = [near]
        found = {pair.target: (alike, pair) for alike, pair in reversed(pairs)}
        return [
            {"text": text, "from": pair.origin, "alike": alike, "source": pair.source}
            for text, (alike, pair) in found.items()
        ][:5]

    async def _renew(self, sheet: LiveSheet, number: int) -> None:
        reading = await self.read(partial(readings.read, self.root, self.output, sheet.choice))
        if number != sheet.asked:
            return  # a later save is read next
        draw = sheet.read(reading)
        sheet.tell(sheet.words())
        async with sheet.lock:
            if draw and reading.task and number == sheet.asked:
                with suppress(ClosedError, asyncio.CancelledError):
                    await self._draw(sheet, reading.task, number)

    async def _draw(self, sheet: LiveSheet, task: Task, number: int) -> None:
        """Draws the page that is looked at; then the others, unless a later save is waiting."""
        start = monotonic()
        look = partial(page_drawing.looked_at, page=sheet.looked_at)
        first = await self._made(look, task)
        sheet.drawn(task, first, monotonic() - start)
        sheet.tell(sheet.picture())
        if first.data is None or number != sheet.asked:
            return
        there = {each.pages for each in first.others if each.name == page_drawing.PICTURE}
        pages = tuple({*range(1, first.pages + 1)} - there)
        rest = partial(page_drawing.the_rest, drawn=first.page, data=first.data, pages=pages)
        sheet.took(await self._made(rest, task))
        sheet.tell(sheet.picture())

    async def _made(self, make: Callable[[Task], Outcome], task: Task) -> Outcome:
        """The outcome from the worker, or why there is none: it died, or took too long."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._drawing, partial(self._worker.run, make, task))
