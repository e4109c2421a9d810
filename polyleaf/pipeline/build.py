"""One build: locks the output folder, finds what is stale, and has it made."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from ..model.jobs import Decision, Report
from .incremental import orphans
from .incremental.build_lock import BuildLock
from .incremental.build_state import BuildState
from .request import Request, Started

if TYPE_CHECKING:
    from ..model.task import Outcome
    from .executors import Mapper

    Step = Decision | Started | Outcome


def build(
    request: Request,
    mapper: Callable[[], Mapper],
    progress: Callable[[Step], object],
    waiting: Callable[[str], None],
) -> Report:
    """Calls `progress` with a decision on each sheet and each outcome; returns the report.

    `waiting` is called with the number of the process whose build into the same folder must end
    first; `mapper` gives the way to make sheets, if there are any to make.
    Raises PolyleafError if the call or the project is wrong.
    """
    with ExitStack() as held:
        shown = orphans.shown(os.path.realpath(request.root), request.folder)
        lock = BuildLock(request.folder, waiting, shown)
        early = os.path.isdir(request.folder)
        if early and not request.dry_run:
            held.enter_context(lock)
        state = BuildState(request)
        if (report := state.nothing_to_do()) is not None:
            for decision in state.decisions.values():
                progress(decision)
            return report
        # The one boundary: what follows reads, and may draw.
        from .prepared import PreparedBuild

        prepared = PreparedBuild(state)
        if not early and not request.dry_run:  # a wrong call has made no folder
            held.enter_context(lock)
            if (now := BuildState(request)).record.root:  # another build was first
                prepared = PreparedBuild(now)
        return prepared.build(mapper, progress)
