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
    from ...model.findings import raise_if_errors
    from ...pipeline import preflight
    from ...translation.workflow.catalog_files import FileChange, apply
    from ...typography import fonts
    from ..printing import print_line

    project = shared.open_project(options)
    families = preflight.families(project)
    text = fonts.lock(families)
    lock = project.root / fonts.LOCK
    same = files.file_digest(lock) == files.text_digest(text)
    change = FileChange(lock, None if same else text.encode())
    raise_if_errors(apply(project, [lambda: iter([change])]).findings)
    what = f"{lock.name} is up to date" if same else f"written {lock.name}"
    noun = "family" if len(families) == 1 else "families"
    print_line(f"{what}: {text.count('sha256:')} fonts of {len(families)} {noun}", options)
    return 0
