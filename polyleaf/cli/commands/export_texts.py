"""`polyleaf export`: writes files for translators and agencies, or sheets as Word documents."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "write XLIFF, CSV or a Word table for translators, or a sheet for Word"
USAGE = "[LEAFLET ...] -l LANG --to FORMAT"
# All names of the formats, for completion: those of translation.exchange, which loads slowly.
FORMATS = ("xliff", "xliff2", "xliff-1.2", "xliff-2.1", "csv", "docx-table", "docx", "po", "tbx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to write")
    shared.leaflets(what, "interface and glossary are two; all leaflets if none is named")
    shared.languages(what, "BCP 47 tags to translate into; those of clinic.yaml if none")
    text = "xliff (1.2), xliff2 (2.1), csv, docx-table, po; tbx for the glossary; docx: the sheet"
    shared.value(what, "--to", "FORMAT", text, required=True, choices=FORMATS)
    shared.switch(what, "--untranslated", "only what is not translated, or fuzzy")
    text = "XLIFF 1.2: an empty target begins as its source, as OmegaT needs it"
    shared.switch(what, "--copy-source", text)
    shared.value(what, "--output", "DIR", "where to; exchange/ of the project")
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    if options.to == "docx":
        return _write_sheets(options)
    return _write_texts(options)


def _write_sheets(options: argparse.Namespace) -> int:
    from ... import api
    from ...content.project import wrong_call
    from ..printing import print_line, print_report

    if options.untranslated or options.copy_source:
        message = "a sheet for Word is whole: it takes neither --untranslated nor --copy-source"
        raise wrong_call("export-sheet", message, "the translators' table is --to docx-table")
    report, written = api.word_files(
        *(options.project, options.names, options.languages),
        output=options.output,
        mapper=options.mapper,
    )
    for file in written:
        print_line(f"written {file}", options)
    quiet = options.format == "text" and not (report.findings or report.failed or report.stopped)
    return 0 if quiet else print_report(report, options)


def _write_texts(options: argparse.Namespace) -> int:
    from pathlib import Path

    from ...model.jobs import Report
    from ...translation import exchange
    from ...translation.workflow import exporting
    from ..printing import print_line, print_report

    exported = exporting.export(
        shared.open_project(options),
        options.names,
        options.languages,
        exchange.FORMATS[exchange.ALSO.get(options.to, options.to)],
        Path(options.output) if options.output else None,
        untranslated=options.untranslated,
        copies_source=options.copy_source,
    )
    for file in exported.sent:
        if not file.messages:
            print_line(f"nothing to translate for {file.path}", options)
            continue
        left = f"to translate: {file.messages_left:,} messages, {file.words_left:,} words"
        whole = f"{file.messages:,} messages, {file.words:,} words"
        print_line(f"written {file.path}: {whole}; {left}", options)
    report = Report((), (), exported.findings)
    return print_report(report, options) if exported.findings else 0
