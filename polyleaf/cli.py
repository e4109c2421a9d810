"""The command: flags → a plan, an executor and a reporter. The only module that prints."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .problems import Blame, PolyleafError

if TYPE_CHECKING:
    from .model import Outcome, Report
    from .plan import Plan
    from .project import Project

COMMANDS = ("build", "check", "catalogs", "fonts", "schema")
FORMATS = ("text", "json", "sarif", "github")
EPILOG = """commands:
  build [LEAFLET ...]     draw the sheets (the default)
  check [LEAFLET ...]     find what is wrong without drawing anything
  catalogs [LEAFLET ...]  update the .pot and .po files; -l adds a language
  fonts                   record in fonts.lock the fonts that the sheets are drawn with
  schema                  print the JSON Schema of the content

exit codes:
  0  all was built and no error found
  1  errors in content, catalogs or templates, or a file could not be written
  2  the call or the project folder is wrong
  3  this machine lacks a library or a font"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    _print_anything()
    options = _parser().parse_intermixed_args(argv)
    named = options.leaflets and options.leaflets[0] in COMMANDS
    command = options.leaflets.pop(0) if named else "build"
    try:
        return _run(command, options)
    except PolyleafError as error:
        from .model import Report

        return _tell(Report((), (), error.findings), options)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("polyleaf"):
            raise
        venv = Path(".venv/bin/python")
        instead = f"{venv} build.py" if venv.exists() else "make leaflets"
        print(f"this Python has no {error.name}; run `{instead}` instead", file=sys.stderr)
        return Blame.MACHINE
    except KeyboardInterrupt:
        print("stopped; every file that was written is whole", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"cannot go on: {error}", file=sys.stderr)
        return Blame.INPUT


def _print_anything() -> None:
    """What the output's encoding lacks is printed as its code: a file's name may be no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(command: str, options: argparse.Namespace) -> int:
    if command == "schema":
        from . import content

        print(json.dumps(content.schema(), indent=2))
        return 0
    from . import project

    found = project.read(options.project, options.output)
    if command == "catalogs":
        return _catalogs(found, options)
    if command == "fonts":
        return _fonts(found, options)
    from . import pipeline, plan

    selection = plan.Selection(
        tuple(options.leaflets), tuple(options.languages), tuple(options.editions)
    )
    planned = plan.plan(found, selection, release=options.release)
    if call := [finding for finding in planned.findings if finding.blame is Blame.CALL]:
        raise PolyleafError(call)
    if command == "check":
        return _tell(pipeline.check(planned), options)
    return _build(found, planned, options)


def _build(found: Project, planned: Plan, options: argparse.Namespace) -> int:
    from . import executors, pipeline, report
    from .model import Outcome

    ready = pipeline.prepared(found, planned)
    mapper = executors.choose(min(options.jobs, len(ready.tasks)))
    code = 0
    for step in _progress(pipeline.build(found, ready, mapper), len(ready.tasks), options):
        if not isinstance(step, Outcome):
            code = _tell(step, options)
        elif options.format == "json":
            print(report.json_line(step), flush=True)
        elif options.format == "text" and not options.quiet and not sys.stderr.isatty():
            print(report.line(step), flush=True)
    return code


def _fonts(found: Project, options: argparse.Namespace) -> int:
    from . import files, fonts, pipeline

    families = pipeline.families(found)
    text = fonts.lock(families)
    lock = found.root / fonts.LOCK
    same = lock.is_file() and lock.read_text("utf-8") == text
    if not same:
        files.write_atomically(lock, text.encode())
    if options.format == "text" and not options.quiet:
        what = f"{lock.name} is up to date" if same else f"written {lock.name}"
        noun = "family" if len(families) == 1 else "families"
        print(f"{what}: {text.count('sha256:')} fonts of {len(families)} {noun}")
    return 0


def _catalogs(found: Project, options: argparse.Namespace) -> int:
    from . import extraction
    from .model import Report

    updated = extraction.update(found, options.leaflets, options.languages)
    if options.format == "text" and not options.quiet:
        for file in updated.written:
            print(f"written {file}")
        print(f"{len(updated.written)} written, {updated.unchanged} unchanged")
    if not updated.findings:
        return 0
    return _tell(Report((), (), updated.findings), options)


def _tell(result: Report, options: argparse.Namespace) -> int:
    """Prints the report: problems go to standard error when they are for people."""
    from . import report

    lines = list(report.FORMATS[options.format](result))
    people = options.format == "text"
    for line in lines[:-1] if people else lines:
        print(line, file=sys.stderr if people else sys.stdout)
    if people and not options.quiet:
        sys.stderr.flush()
        print(lines[-1])
    return result.exit_code


def _progress(
    steps: Iterable[Outcome | Report], total: int, options: argparse.Namespace
) -> Iterator[Outcome | Report]:
    """The steps, with a bar on a terminal while they pass."""
    if options.quiet or options.format != "text" or not sys.stderr.isatty():
        yield from steps
        return
    from tqdm import tqdm

    with tqdm(total=total, unit="sheet", leave=False) as bar:
        for step in steps:
            bar.update(bar.n < total)
            yield step


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="polyleaf",
        usage="%(prog)s [COMMAND] [LEAFLET ...] [options]",
        description="Printable patient leaflets in every language their catalogs hold.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("leaflets", nargs="*", metavar="LEAFLET", help="names of content files; all if none")
    add("-l", "--languages", type=_names, default=[], metavar="LANG,...", help="BCP 47 tags")
    add("-e", "--editions", type=_names, default=[], metavar="EDITION,...", help="a4, web, ...")
    add("--project", type=Path, default=Path(), metavar="DIR", help="the project's folder")
    add("--output", type=Path, metavar="DIR", help="where to build; DIR/output of the project")
    add("--jobs", type=_count, default=_cores(), metavar="N", help="sheets at a time (%(default)s)")
    add("--release", action="store_true", help="refuse what is unreviewed or past its date")
    add("--format", choices=FORMATS, default="text", help="how to tell what happened")
    add("--quiet", action="store_true", help="tell problems only")
    add("--version", action="version", version=f"polyleaf {__version__}")
    return parser


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


def _count(value: str) -> int:
    if (count := int(value)) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def _cores() -> int:
    """Cores this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
