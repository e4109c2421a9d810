"""`polyleaf waive`: takes a finding back for one message."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "accept a finding until the message changes"
USAGE = "FILE:LINE CODE REASON"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to waive")
    text = "where the finding is and its code, as it is printed; why it is right as it is"
    shared.value(what, "names", USAGE, text, nargs="*")
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...translation.workflow import waive
    from ..printing import print_written

    return print_written(waive.waive(shared.open_project(options), options.names), options)
