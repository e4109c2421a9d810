"""`polyleaf status`: what is translated, reviewed and due."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "show what is translated, reviewed and due"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to show")
    shared.leaflets(what, "interface is one; all if none is named")
    shared.languages(what)
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...model.jobs import Report, Selection
    from ...translation.workflow import status
    from ..printing import exit_code, print_report
    from ..reports import status_table

    selection = Selection(tuple(options.names), tuple(options.languages))
    found = status.status(shared.open_project(options), selection)
    report = Report((), (), found.findings)
    code = found.exit_code or exit_code(report, options)
    if options.format == "json":
        print(status_table.as_json(found.rows, found.findings, code))
        return code
    if options.format == "text":
        for line in status_table.table(found.rows):
            print(line)
    if found.findings:
        print_report(report, options)
    return code
