"""The command: flags → a plan, an executor and a reporter. The only package that prints."""

from __future__ import annotations

import gc
import io
import os
import sys

from . import help

TYPE_CHECKING = False  # as in `typing`, which takes a fifth of the time of --help to import
if TYPE_CHECKING:
    from collections.abc import Sequence

GARBAGE = 100_000  # objects: a build with nothing to do makes fewer


def command() -> int:
    """`main` as all that a process does; garbage is hardly looked for, as little of it is made."""
    gc.set_threshold(GARBAGE)
    code = main()
    gc.freeze()  # else all that is left is looked through when Python ends
    return code


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    _print_anything()
    if help.is_asked_for(sys.argv[1:] if argv is None else argv):
        print(help.text(), end="")
        return 0
    from . import parser

    options = parser.options(argv)
    from ..problems import Blame, PolyleafError  # not for a wrong call, which is told at once
    from . import commands

    try:
        return commands.COMMANDS[options.command](options)
    except PolyleafError as error:
        from ..model import Report
        from .tell import tell

        return tell(Report((), (), error.findings), options)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("polyleaf"):
            raise
        from pathlib import Path

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
