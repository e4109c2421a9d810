"""`polyleaf import`: takes what translators and agencies sent back."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "take translations that came back into the catalogs"
USAGE = "FILE ... [-l LANG]"
METHODS = ("human", "machine", "machine-edited")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to take")
    text = "XLIFF, CSV, a Word table, PO; TBX for the glossary"
    shared.value(what, "names", "FILE", text, nargs="+")
    shared.languages(what, "BCP 47 tags; as the files say if none")
    shared.value(
        what, "--leaflet", "LEAFLET", "that all files are of, if they do not say", default=""
    )
    what.add_argument("--method", choices=METHODS, default="", help="how they were translated")
    shared.switch(what, "--replace", "also translations that are signed")
    shared.switch(what, "--dry-run", "say what would be taken; write nothing")
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...translation.workflow import importing
    from ..printing import print_line, print_written

    imported = importing.take(
        shared.open_project(options),
        options.names,
        options.languages,
        importing.ImportOptions(options.leaflet, options.method, options.replace, options.dry_run),
    )
    for path, counts in imported.counts.items():
        said = ", ".join(f"{number:,} {verdict}" for verdict, number in counts.items() if number)
        print_line(f"{path}: {said}", options)
    if options.dry_run:
        print_line("nothing was written", options)
    return print_written(imported.updated, options)
