"""`build --watch`: the same build again at every save, in a process that has the engine loaded.

It survives whatever is wrong with the files, and reports it; the last good sheets stay. Which
sheets a save concerns is for the build to know.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable

from ..model.findings import ExitStatus, PolyleafError
from ..model.jobs import STOPPED, Report
from . import options as shared
from . import suggestions
from .printing import print_line, print_report


def at_every_save(options: argparse.Namespace) -> int:
    """Builds, waits for a save, builds; until Ctrl-C, which is how it ends well."""
    from .. import files
    from ..content.project import CLINIC
    from . import watch

    root = files.resolved(options.project)
    if not files.is_file(root / CLINIC):
        return _build(options, ())
    try:
        for saved in watch.saves(root, watch.folders(root)):
            if named := watch.named(root, saved):
                if _build(options, named) == STOPPED:
                    return STOPPED
            elif not saved:
                if (code := _build(options, ())) >= ExitStatus.CALL:
                    return code
                print_line(f"watching {root}; Ctrl-C ends it", options)
                sys.stdout.flush()
    except KeyboardInterrupt:
        print_line("", options)
    return 0


def _build(options: argparse.Namespace, saved: Iterable[str]) -> int:
    """One build, reported in a line below its problems."""
    from .. import api

    start = time.monotonic()
    try:
        report = api.build(**shared.building(options))
    except PolyleafError as error:
        report = Report((), (), suggestions.with_commands(error.findings, options))
    except OSError as error:
        print(f"cannot go on: {error}", file=sys.stderr)
        return ExitStatus.INPUT
    what = ", ".join(saved)
    return print_report(report, options, f"{what}: " if what else "", time.monotonic() - start)
