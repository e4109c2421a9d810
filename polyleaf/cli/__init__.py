"""The command: arguments → one call of the package → what is printed, and an exit code.

parser            arguments → the command that is called and its options
suggestions       what may be meant by a word or an option that is not known
options, values   the options that several commands take, and the types of their values
commands/         one module a command: its arguments, and what it does
log               `--log`: what a run did and found, added to a file
open_sheet        `--open`: shows what was made
progress          each step of a build as it comes
rebuild, watch    `build --watch`: the loop, and the files that were saved
preview/          `serve`: sheets in a browser, redrawn as their files are saved
reports/          the formats: text, json, sarif, github
printing          where reports and lines go, and in which colours
program           the name of the command that was called
standard_streams  input, output and error, whatever the shell made of them

It is the only package that prints.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from typing import TYPE_CHECKING

from ..pipeline import interrupts
from . import parser, standard_streams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.findings import PolyleafError
    from ..pipeline.executors import Mapper

GARBAGE = 100_000  # objects: a build with nothing to do makes fewer


def command() -> int:
    """`main` as all that a process does; garbage is hardly looked for, as little of it is made."""
    gc.set_threshold(GARBAGE)
    interrupts.remember()
    code = main()
    gc.freeze()  # else all that is left is looked through when Python ends
    return code


def main(argv: Sequence[str] | None = None, *, mapper: Mapper | None = None) -> int:
    """Runs the command and returns its exit code.

    `mapper` makes the sheets in place of worker processes: any callable that maps a function over
    tasks, such as `map`.
    """
    standard_streams.prepare()
    start, options = time.monotonic(), argparse.Namespace(verbose=False, log=None)
    try:
        try:
            options = parser.parse(sys.argv[1:] if argv is None else argv)
            options.mapper = mapper
            if options.format != "text":
                standard_streams.use_utf8()
            if options.log:
                from . import log

                log.begin(options)
            code = int(options.run(options))
        except (Exception, SystemExit) as error:
            code = _exit_code(error, options)
        if options.verbose:
            from .printing import print_cost

            print_cost(time.monotonic() - start)
        _log_end(code, options)
        standard_streams.flush()
        return code
    except KeyboardInterrupt:
        from ..model.jobs import STOPPED

        _log_end(STOPPED, options)
        code, line = STOPPED, "stopped; all files written so far are complete"
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        code, line = 1, ""
    except OSError as error:
        code, line = 1, f"cannot go on: {error}"
    if line:
        standard_streams.print_last(line)
    standard_streams.abandon()
    return code


def _log_end(code: int, options: argparse.Namespace) -> None:
    if options.log:
        from . import log

        log.add(options, [f"exit code {code}"])


def _exit_code(error: BaseException, options: argparse.Namespace) -> int:
    """Prints why the command ended early, where that is no fault of ours; else raises it again."""
    if isinstance(error, SystemExit):  # --help, or a wrong call
        return int(error.code or 0)
    from ..model.findings import ExitStatus, PolyleafError  # what is over by now did not need it

    if isinstance(error, PolyleafError):
        return _print_error(error, options)
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("polyleaf"):
        from .program import instead

        print(f"this Python has no {error.name}; {instead()}", file=sys.stderr)
        return ExitStatus.MACHINE
    raise error


def _print_error(error: PolyleafError, options: argparse.Namespace) -> int:
    """Prints what is wrong with the call, or with the project as a whole."""
    from ..model.jobs import Report
    from . import suggestions
    from .printing import print_report

    findings = suggestions.with_commands(error.findings, options)
    return print_report(Report((), (), findings), options)
