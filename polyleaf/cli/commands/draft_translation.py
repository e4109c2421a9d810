"""`polyleaf translate`: lets a machine draft what is not translated."""

from __future__ import annotations

import argparse

from .. import options as shared
from .. import values

SUMMARY = "let a machine draft what is not translated"
USAGE = "[LEAFLET ...] -l LANG --with NAME"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to draft")
    shared.leaflets(what, "all leaflets if none is named")
    shared.languages(what, "BCP 47 tags to translate into; those of clinic.yaml if none")
    text = "libretranslate, or another installed translator"
    shared.value(what, "--with", "NAME", text, dest="translator", default="")
    text = "a program instead: it takes PO and gives PO"
    shared.value(what, "--command", "COMMAND", text, dest="command_line", default="")
    text = "of the translator's server; this machine's own if none is named"
    shared.value(what, "--address", "URL", text, default="")
    text = "how long it may take to answer (60)"
    shared.value(what, "--timeout", "SECONDS", text, type=values.seconds, default=60.0)
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...translation.workflow import drafting
    from ..printing import print_line, print_written

    if bool(options.translator) == bool(options.command_line):
        options.error("name a translator, with --with NAME or with --command COMMAND")
    drafted = drafting.draft(
        shared.open_project(options),
        options.names,
        options.languages,
        drafting.DraftOptions(
            options.translator, options.command_line, options.address, options.timeout
        ),
        lambda line: print_line(line, options),
    )
    return print_written(drafted, options)
