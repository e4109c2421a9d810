"""`polyleaf catalogs`: brings .pot and .po files to what content and templates say now."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "update the .pot and .po files; -l adds a language"
USAGE = "[LEAFLET ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to update")
    shared.leaflets(what, "interface alone means the words of pages; all if none is named")
    shared.languages(what, "BCP 47 tags of languages to begin; those that are there are kept")
    shared.project(what)
    text = "changed source texts were corrected only, and keep their translations"
    shared.value(what, "--accept-unchanged", "REASON", text)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...translation.workflow import update
    from ..printing import print_line, print_written

    updated = update.update(
        shared.open_project(options), options.names, options.languages, options.accept_unchanged
    )
    for line in updated.corrected:
        print_line(f"kept its translations: {line}", options)
    return print_written(updated, options)
