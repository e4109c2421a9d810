"""`polyleaf build`: draws the sheets that are not up to date."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "draw the sheets (the default)"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to build")
    shared.sheets(what)
    what.add_argument("--output", metavar="DIR", help="where to; output/ of the project")
    how = parser.add_argument_group("how to build")
    shared.strictness(how)
    how.add_argument("--force", action="store_true", help="also what is up to date")
    how.add_argument("--dry-run", action="store_true", help="say what would be made; write nothing")
    how.add_argument(
        "--verify", action="store_true", help="hash every output, whatever its size and time"
    )
    how.add_argument("--prune", action="store_true", help="remove outputs whose source is gone")
    how.add_argument("--watch", action="store_true", help="again at every save, until Ctrl-C")
    shared.workers(parser)
    report = shared.reporting(parser)
    report.add_argument("--explain", action="store_true", help="why each sheet is made, or not")


def run(options: argparse.Namespace) -> int:
    from ..printing import print_report, print_waiting

    shared.settle(options)
    if options.watch:
        if options.batch or options.format not in ("text", "json"):
            options.error("--watch goes with neither --batch nor --format sarif or github")
        from .. import rebuild

        return rebuild.at_every_save(options)
    from ... import api
    from ..progress import Progress

    with Progress(options) as progress:
        report = api.build(
            options.project,
            options.names,
            options.languages,
            options.editions,
            output=options.output,
            force=options.force,
            verify=options.verify,
            dry_run=options.dry_run,
            prune=options.prune,
            progress=progress,
            waiting=print_waiting,
            **shared.drawing(options),
        )
    return print_report(report, options)
