"""One function a command: from its options to its exit code."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .tell import Progress, say, tell, wait

if TYPE_CHECKING:
    from ..desk.updated import Updated
    from ..jobs import Selection
    from ..project import Project


def build(options: argparse.Namespace) -> int:
    if options.watch:
        from . import watching

        return watching.watch(options)
    from .. import api

    with Progress(options) as progress:
        report = api.build(
            options.project,
            *_selection(options),
            output=options.output,
            batch=options.batch,
            force=options.force,
            verify=options.verify,
            dry_run=options.dry_run,
            prune=options.prune,
            progress=progress,
            waiting=wait,
            **_ways(options),
        )
    return tell(report, options)


def check(options: argparse.Namespace) -> int:
    from .. import api

    report = api.check(
        options.project,
        *_selection(options),
        batch=options.batch,
        layout=options.layout,
        **_ways(options),
    )
    return tell(report, options)


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
    from .. import files, fonts
    from ..pipeline import preflight

    found = _project(options)
    families = preflight.families(found)
    text = fonts.lock(families)
    lock = found.root / fonts.LOCK
    same = files.file_digest(lock) == files.text_digest(text)
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


def _ways(options: argparse.Namespace) -> dict[str, Any]:
    """What `build` and `check` share, by the names of their parameters."""
    names = ("jobs", "time_limit", "memory_limit", "scheduler", "release", "allow_untranslated")
    return {name: getattr(options, name) for name in names}


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
