"""`polyleaf ledger`: what leaflets claim, on which sources, and what falls without one."""

from __future__ import annotations

import argparse
import json

from .. import options as shared

SUMMARY = "show every claim with its evidence and sources"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to show")
    shared.leaflets(what)
    text = "what falls without it: an id, DOI, PMID or address of a source"
    shared.value(what, "--if-withdrawn", "SOURCE", text)
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...model.jobs import Report
    from ...pipeline.ledger import ledger_json, read_ledger
    from ..printing import exit_code, print_report
    from ..reports import ledger_list

    found = read_ledger(shared.open_project(options), options.names, options.if_withdrawn)
    report = Report((), (), found.findings)
    if options.format == "json":
        code = exit_code(report, options)
        print(json.dumps(ledger_json.as_dict(found, code), ensure_ascii=False))
        return code
    if options.format == "text":
        print("\n".join(ledger_list.lines(found.ledger)))
    return print_report(report, options) if found.findings else 0
