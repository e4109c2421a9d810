"""`polyleaf sign`: records who has reviewed a translation, and keeps a copy of what was signed."""

from __future__ import annotations

import argparse

from .. import options as shared
from .. import values

SUMMARY = "record who has reviewed a translation, and its texts"
USAGE = "LEAFLET ... -l LANG --by NAME"
METHODS = ("human", "machine", "machine-edited")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to sign")
    shared.leaflets(what, "interface is one")
    shared.languages(what, "BCP 47 tags of the translations that were reviewed")
    shared.value(what, "--by", "NAME", "who has reviewed it", default="")
    shared.value(what, "--on", "DATE", "when, as 2026-11-22; today", type=values.day)
    text = "how the translation was made, if the review has changed that"
    what.add_argument("--method", choices=METHODS, default="", help=text)
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from datetime import date

    from ...translation.workflow import sign
    from ..printing import print_written

    project, day = shared.open_project(options), options.on or date.today()
    signed = sign.sign(project, options.names, options.languages, options.by, day, options.method)
    return print_written(signed, options)
