"""One build: what is asked for, less what is up to date, made and recorded.

survey     what was built before, and the verdict on each sheet
quick      the record alone knows what is asked for: nothing is read but to hash it
ready      what is stale, read
full       the recipe: make it, write it down, tell
owner      whose the outputs in the folder are
recording  what was built from what, written down as the build goes on
rows       a recorded sheet ↔ its row of the manifest
clinic     what the record knows of clinic.yaml
orphans    outputs whose source is gone
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from ..jobs import Report, Verdict
from ..state import Lock
from . import quick
from .request import Request, Started
from .survey import survey

if TYPE_CHECKING:
    from ..executors import Mapper
    from ..model import Outcome

__all__ = ["Request", "Started", "build"]


def build(
    request: Request, waiting: Callable[[str], None], mapper: Callable[[], Mapper]
) -> Iterator[Verdict | Started | Outcome | Report]:
    """Yields a verdict on each sheet, each outcome as it comes, and the report of the whole.

    `waiting` is told the number of the process whose build into the same folder must end first;
    `mapper` gives the way to make sheets, if there are any to make.
    Raises PolyleafError if the call or the project is wrong.
    """
    with ExitStack() as held:
        lock = Lock(request.folder, waiting)
        early = os.path.isdir(request.folder)
        if early and not request.dry_run:
            held.enter_context(lock)
        found = survey(request)
        if (report := quick.report(found)) is not None:
            yield from found.verdicts.values()
            yield report
            return
        from . import full, ready

        read = ready.read(found)
        if not early and not request.dry_run:  # a wrong call has made no folder
            held.enter_context(lock)
            read = ready.read(found) if (found := survey(request)).record.root else read
        yield from full.steps(read, mapper)
