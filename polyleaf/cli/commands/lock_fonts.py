"""`polyleaf fonts`: records in fonts.lock the fonts that sheets are drawn with."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "record in fonts.lock the fonts that sheets have"
USAGE = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    shared.project(parser.add_argument_group("what to lock"))
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ... import files
    from ...model.findings import PolyleafError
    from ...pipeline import preflight
    from ...translation.workflow.catalog_files import unwritable
    from ...typography import fonts
    from ..printing import print_line

    project = shared.open_project(options)
    families = preflight.families(project)
    text = fonts.lock(families)
    lock = project.root / fonts.LOCK
    same = files.file_digest(lock) == files.text_digest(text)
    if not same:
        try:
            files.write_atomically(lock, text.encode())
        except OSError as error:
            raise PolyleafError([unwritable(project, error)]) from None
    what = f"{lock.name} is up to date" if same else f"written {lock.name}"
    noun = "family" if len(families) == 1 else "families"
    print_line(f"{what}: {text.count('sha256:')} fonts of {len(families)} {noun}", options)
    return 0
