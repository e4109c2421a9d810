"""`polyleaf build`: draws the sheets that are not up to date."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "draw the sheets (the default)"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to build")
    shared.sheets(what)
    shared.value(what, "--output", "DIR", "where to; output/ of the project")
    how = parser.add_argument_group("how to build")
    shared.strictness(how)
    shared.switch(how, "--force", "also what is up to date")
    shared.switch(how, "--dry-run", "say what would be made; write nothing")
    shared.switch(how, "--verify", "hash every output, whatever its size and time")
    shared.switch(how, "--prune", "remove outputs whose source is gone")
    shared.switch(how, "--mono", "for black-and-white printers")
    shared.duplex(how)
    shared.switch(how, "--watch", "again at every save, until Ctrl-C")
    shared.switch(how, "--open", "then show the sheet, or the page to choose from")
    shared.workers(parser)
    shared.switch(shared.reporting(parser), "--explain", "why each sheet is made, or not")


def run(options: argparse.Namespace) -> int:
    from ..printing import print_report, print_waiting

    shared.settle(options)
    if options.watch:
        if options.batch or options.open or options.format not in ("text", "json"):
            options.error("--watch goes with none of --batch, --open, --format sarif or github")
        from .. import rebuild

        return rebuild.at_every_save(options)
    from ... import api
    from ..progress import Progress

    with Progress(options) as progress:
        report = api.build(**shared.building(options), progress=progress, waiting=print_waiting)
    code = print_report(report, options)
    if options.open:
        from .. import open_sheet

        open_sheet.after(report, options)
    return code
