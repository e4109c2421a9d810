"""One function a command: from its options to its exit code."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from .tell import follow, say, tell, wait

if TYPE_CHECKING:
    from ..batch import Request
    from ..desk.updated import Updated
    from ..executors import Mapper
    from ..jobs import Selection
    from ..plan import Plan
    from ..project import Project


def build(options: argparse.Namespace) -> int:
    if options.watch:
        from . import watching

        return watching.watch(options)
    if options.batch:
        from .. import copies

        found, planned = _planned(options)
        return follow(copies.build(found, planned, _mapper(options)), options)
    from .. import batch

    return follow(batch.build(_request(options), wait, partial(_mapper, options)), options)


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
    from datetime import date

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
    scheduler = executors.Scheduler(options.scheduler) if options.scheduler else None
    return executors.choose(options.jobs, limits, scheduler)


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


def _request(options: argparse.Namespace) -> Request:
    from ..batch import Request

    return Request(
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


def _planned(options: argparse.Namespace) -> tuple[Project, Plan]:
    """The project and what is asked of it; raises PolyleafError if the call is wrong."""
    from .. import api

    return api.planned(_request(options), options.batch)


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
