"""The command: arguments → one call of the package → what is printed, and an exit code.

parser            arguments → the command that is called and its options
suggestions       what may be meant by a word that is neither
options, values   the options that several commands take, and the types of their values
commands/         one module a command: its arguments, and what it does
progress          each step of a build as it comes
rebuild, watch    `build --watch`: the loop, and the files that were saved
reports/          the formats: text, json, sarif, github
printing          where reports and lines go, and in which colours
program           the name of the command that was called
standard_streams  input, output and error, whatever the shell made of them

It is the only package that prints.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from . import standard_streams

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from ..executors import Mapper

GARBAGE = 100_000  # objects: a build with nothing to do makes fewer


def command() -> int:
    """`main` as all that a process does; garbage is hardly looked for, as little of it is made."""
    gc.set_threshold(GARBAGE)
    code = main()
    gc.freeze()  # else all that is left is looked through when Python ends
    return code


def main(argv: Sequence[str] | None = None, *, mapper: Mapper | None = None) -> int:
    """Runs the command and returns its exit code.

    `mapper` makes the sheets in place of worker processes: any callable that maps a function over
    tasks, such as `map`.
    """
    standard_streams.prepare()
    try:
        code = _run(sys.argv[1:] if argv is None else argv, mapper)
        standard_streams.flush()
        return code
    except KeyboardInterrupt:
        from ..jobs import STOPPED

        code, line = STOPPED, "stopped; every file that was written is whole"
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        code, line = 1, ""
    except OSError as error:
        code, line = 1, f"cannot go on: {error}"
    if line:
        standard_streams.print_last(line)
    standard_streams.abandon()
    return code


def _run(arguments: Sequence[str], mapper: Mapper | None) -> int:
    """The command's own exit code; raises OSError if something cannot be read or printed."""
    from . import parser, program

    try:
        options = parser.parse(arguments)
    except SystemExit as end:  # a wrong call, or --help
        return int(end.code or 0)
    from ..problems import Blame  # what is over by now did not need it
    from .printing import print_cost

    options.mapper = mapper
    if options.format != "text":
        standard_streams.use_utf8()
    start = time.monotonic()
    try:
        code = _call(options)
        print_cost(options, time.monotonic() - start)
        return code
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("polyleaf"):
            raise
        line = f"this Python has no {error.name}; {program.instead()}"
        print(line, file=sys.stderr)
        return Blame.MACHINE


def _call(options: argparse.Namespace) -> int:
    """Calls the command; prints what is wrong with the call or the project as a whole."""
    from ..problems import PolyleafError

    try:
        return int(options.run(options))
    except PolyleafError as error:
        from ..jobs import Report
        from . import suggestions
        from .printing import print_report

        return print_report(
            Report((), (), suggestions.with_commands(error.findings, options)), options
        )
