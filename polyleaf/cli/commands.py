"""One function a command: from its options to its exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from . import watching
from .tell import progress, say, tell, wait

if TYPE_CHECKING:
    from ..desk.updated import Updated
    from ..executors import Mapper
    from ..jobs import Selection
    from ..plan import Plan
    from ..project import Project


def build(options: argparse.Namespace) -> int:
    from .. import batch, report
    from ..jobs import Report, Verdict

    if options.watch:
        return watching.watch(options)
    if options.batch:
        return _copies(options)
    code, whys = 0, dict[str, str]()
    request = batch.Request(
        root=options.project,
        output=options.output,
        selection=_selection(options),
        release=options.release,
        allow_untranslated=options.allow_untranslated,
        force=options.force,
        verify=options.verify,
        dry_run=options.dry_run,
        prune=options.prune,
        since=options.changed_since,
    )
    people = options.format == "text" and not options.quiet
    for step in progress(batch.build(request, wait, partial(_mapper, options)), options):
        if isinstance(step, Report):
            code = tell(step, options)
        elif isinstance(step, Verdict):
            whys[step.file] = step.why
            if options.explain and options.format == "text":
                print(report.why(step))
            if options.format == "json" and (options.dry_run or not step.stale):
                print(report.json_verdict(step))
            elif people and options.dry_run and step.stale:
                print(f"would build {step.file}")
        elif isinstance(step, batch.Started):
            sys.stdout.flush()
        elif options.format == "json":
            print(report.json_line(step, whys.get(step.file, "")), flush=True)
        elif people and not sys.stderr.isatty():
            print(report.line(step), flush=True)
    return code


def _copies(options: argparse.Namespace) -> int:
    """Personal copies: always made, never recorded."""
    from .. import copies, machine, report
    from ..jobs import Report
    from ..model import Outcome

    found, planned = _planned(options)
    ready = machine.prepared(found, planned)
    code = 0
    for step in progress(copies.build(found, ready, _mapper(options)), options):
        if isinstance(step, Report):
            code = tell(step, options)
        elif not isinstance(step, Outcome):
            continue
        elif options.format == "json":
            print(report.json_line(step, ""), flush=True)
        elif options.format == "text" and not options.quiet and not sys.stderr.isatty():
            print(report.line(step), flush=True)
    return code


def check(options: argparse.Namespace) -> int:
    from .. import checking

    found, planned = _planned(options)
    if not options.layout:
        return tell(checking.texts(planned), options)
    return tell(checking.pages(found, planned, _mapper(options)), options)


def catalogs(options: argparse.Namespace) -> int:
    from ..desk import extraction

    updated = extraction.update(
        _project(options), options.names, options.languages, options.accept_unchanged
    )
    for line in updated.corrected:
        say(f"kept its translations: {line}", options)
    return _updated(updated, options)


def status(options: argparse.Namespace) -> int:
    from ..desk import status
    from ..model import Report
    from ..report import standings

    found = status.status(_project(options), _selection(options))
    if options.format == "json":
        print(standings.as_json(found.rows, found.findings, found.exit_code))
        return found.exit_code
    if options.format == "text":
        for line in standings.table(found.rows):
            print(line)
    if found.findings:
        tell(Report((), (), found.findings), options)
    return found.exit_code


def sign(options: argparse.Namespace) -> int:
    from ..desk import sign

    found, day = _project(options), options.on or date.today()
    method = options.method
    return _updated(
        sign.sign(found, options.names, options.languages, options.by, day, method), options
    )


def waive(options: argparse.Namespace) -> int:
    from ..desk import waive

    return _updated(waive.waive(_project(options), options.names), options)


def fonts(options: argparse.Namespace) -> int:
    from .. import files, fonts, machine

    found = _project(options)
    families = machine.families(found)
    text = fonts.lock(families)
    lock = found.root / fonts.LOCK
    same = lock.is_file() and lock.read_text("utf-8") == text
    if not same:
        files.write_atomically(lock, text.encode())
    what = f"{lock.name} is up to date" if same else f"written {lock.name}"
    noun = "family" if len(families) == 1 else "families"
    say(f"{what}: {text.count('sha256:')} fonts of {len(families)} {noun}", options)
    return 0


def schema(options: argparse.Namespace) -> int:
    from .. import content

    print(json.dumps(content.schema(), indent=2))
    return 0


def _mapper(options: argparse.Namespace) -> Mapper:
    from .. import executors

    limits = executors.Limits(options.time_limit, options.memory_limit)
    return executors.choose(options.jobs, limits, options.scheduler)


def _updated(updated: Updated, options: argparse.Namespace) -> int:
    from ..model import Report

    for file in updated.written:
        say(f"written {file}", options)
    say(f"{len(updated.written)} written, {updated.unchanged} unchanged", options)
    return tell(Report((), (), updated.findings), options) if updated.findings else 0


def _project(options: argparse.Namespace) -> Project:
    from .. import project

    return project.read(options.project, options.output)


def _selection(options: argparse.Namespace) -> Selection:
    from ..jobs import Selection

    return Selection(tuple(options.names), tuple(options.languages), tuple(options.editions))


def _planned(options: argparse.Namespace) -> tuple[Project, Plan]:
    """The project and what is asked of it; raises PolyleafError if the call is wrong."""
    from .. import api

    return api.planned(
        _project(options),
        _selection(options),
        options.batch,
        release=options.release,
        allow_untranslated=options.allow_untranslated,
    )


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build,
    "check": check,
    "catalogs": catalogs,
    "status": status,
    "sign": sign,
    "waive": waive,
    "fonts": fonts,
    "schema": schema,
}
