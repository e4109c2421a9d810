"""`polyleaf import`: takes what translators sent back, or a clinic's own document as a leaflet."""

from __future__ import annotations

import argparse

from .. import options as shared
from .. import program

SUMMARY = "take translations that came back, or a document as a new leaflet"
USAGE = "FILE ... [-l LANG]"
METHODS = ("human", "machine", "machine-edited")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to take")
    text = "XLIFF, CSV, a Word table, PO; TBX; a document: .docx, .md, .html, .txt"
    shared.value(what, "names", "FILE", text, nargs="+")
    shared.languages(what, "BCP 47 tags; as the files say if none")
    shared.value(
        what, "--leaflet", "LEAFLET", "that all files are of; the name of a new one", default=""
    )
    text = "FILE is this leaflet as a document in the language of -l: its catalog is filled"
    shared.value(what, "--translation-of", "LEAFLET", text, default="")
    what.add_argument("--method", choices=METHODS, default="", help="how they were translated")
    shared.switch(what, "--replace", "also translations that are signed")
    shared.switch(what, "--dry-run", "say what would be taken; write nothing")
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ...translation.workflow import importing
    from ..printing import print_line, print_written

    if options.translation_of:
        return _translated_document(options)
    if not options.languages and all(map(_is_document, options.names)):
        return _new_leaflets(options)
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


def _translated_document(options: argparse.Namespace) -> int:
    from ...content.project import wrong_call
    from ...translation.workflow import importing, translated_document
    from ..printing import print_line, print_written

    if len(options.names) != 1 or options.leaflet:
        message = "--translation-of takes one FILE, and no --leaflet"
        raise wrong_call("import-call", message)
    taken = translated_document.take(
        shared.open_project(options),
        options.names[0],
        options.translation_of,
        options.languages,
        importing.ImportOptions("", options.method, options.replace, options.dry_run),
    )
    if said := ", ".join(f"{number:,} {verdict}" for verdict, number in taken.counts.items()):
        print_line(f"{taken.catalog}: {said}", options)
    if options.dry_run:
        print_line("nothing was written", options)
    return print_written(taken.updated, options)


def _is_document(name: str) -> bool:
    """Whether a file is a clinic's own, which no translator has filled in."""
    from pathlib import PurePath

    from ... import files
    from ...content import documents
    from ...translation.exchange import word_reading

    suffix = PurePath(name).suffix.lower()
    if suffix != ".docx":
        return suffix in (*documents.KINDS, *documents.OTHERS)
    try:
        return not word_reading.is_translation(files.read_bytes(name, documents.MOST_BYTES))
    except OSError:
        return True  # which is then reported


def _new_leaflets(options: argparse.Namespace) -> int:
    from datetime import date
    from pathlib import PurePath

    from ...content import documents, new_project
    from ...model.jobs import Report
    from ..printing import print_line, print_report

    project = shared.open_project(options)
    made = documents.leaflets(project, options.names, options.leaflet, date.today())
    if not options.dry_run:
        new_project.write_new(project.root, made.files)
    for path in made.files:
        print_line(f"{'would write' if options.dry_run else 'written'} {path}", options)
    if made.files and not options.dry_run:
        names = " ".join(PurePath(path).stem for path in made.files if path.endswith(".yaml"))
        print_line(f"now: look at it; {program.name()} check {names} lists what to write", options)
    return print_report(Report((), (), made.findings), options)
