"""`polyleaf worksheet`: writes what a program can answer of the instruments that rate leaflets."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import options as shared
from .. import values

if TYPE_CHECKING:
    from ...model.jobs import Report

SUMMARY = "write a worksheet for the people who rate a leaflet"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to write")
    shared.leaflets(what)
    shared.languages(what, "BCP 47 tags; the source language if none")
    shared.value(what, "--output", "DIR", "where to; worksheets/ of the project")
    shared.value(what, "--jobs", "N", "worksheets at a time (all cores)", type=values.count)
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ... import api
    from ..printing import exit_code, print_line, print_report

    report, written = api.worksheets(
        options.project,
        options.names,
        options.languages,
        output=options.output,
        jobs=options.jobs,
        mapper=options.mapper,
    )
    if options.format == "json":
        return _print_json(report, written, exit_code(report, options))
    for file in written:
        print_line(f"written {file}", options)
    if options.format != "text" or report.findings or report.failed or report.stopped:
        return print_report(report, options)
    return 0


def _print_json(report: Report, written: Sequence[str], code: int) -> int:
    import json

    from ..reports.json_report import finding_dict

    findings = [finding_dict(each) for each in report.findings]
    made = {"written": list(written), "failed": list(report.failed), "findings": findings}
    print(json.dumps(made | {"exit_code": code}, ensure_ascii=False))
    return code
