"""`polyleaf schema`: the JSON Schema of the content, of clinic.yaml, or of what is written."""

from __future__ import annotations

import argparse
import json
from typing import Any

from .. import options as shared

SUMMARY = "print the JSON Schema of the content"
USAGE = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what to print")
    one = group.add_mutually_exclusive_group()
    shared.switch(one, "--clinic", "that of clinic.yaml instead")
    shared.switch(one, "--worksheet", "that of the JSON of `worksheet` instead")
    shared.switch(one, "--ledger", "that of the JSON of `ledger` instead")
    shared.switch(one, "--report", "that of a line of --format json instead")


def run(options: argparse.Namespace) -> int:
    print(json.dumps(_schema(options), indent=2))
    return 0


def _schema(options: argparse.Namespace) -> dict[str, Any]:
    if options.worksheet:
        from ...pipeline import worksheets

        return worksheets.schema()
    if options.ledger:
        from ...pipeline.ledger import ledger_json

        return ledger_json.schema()
    if options.report:
        from ...pipeline import report_rows

        return report_rows.schema()
    from ...content import clinic, leaflets

    return clinic.schema() if options.clinic else leaflets.schema()
