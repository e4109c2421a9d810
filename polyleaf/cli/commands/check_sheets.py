"""`polyleaf check`: finds what is wrong, and writes nothing."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "find what is wrong without drawing anything"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    shared.sheets(parser.add_argument_group("what to check"))
    how = parser.add_argument_group("how to check")
    shared.switch(how, "--layout", "draw the sheets too, and throw them away")
    shared.strictness(how)
    shared.workers(parser)
    text = "say what a code means; check nothing"
    shared.value(shared.reporting(parser), "--explain", "CODE", text)


def run(options: argparse.Namespace) -> int:
    from ..printing import print_report

    shared.settle(options)
    if options.explain:
        return _explain(options.explain)
    from ... import api

    report = api.check(
        options.project,
        options.names,
        options.languages,
        options.editions,
        layout=options.layout,
        **shared.drawing(options),
    )
    return print_report(report, options)


def _explain(code: str) -> int:
    """What the register of checks says about a code."""
    from ...checks import reference

    print(reference.explain(code))
    return 0
