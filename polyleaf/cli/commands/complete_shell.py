"""`polyleaf completion`: a script with which a shell completes commands and options.

The only module that knows shtab.
"""

from __future__ import annotations

import argparse

SUMMARY = "print a script that completes the command in your shell"
USAGE = "SHELL"
SHELLS = ("bash", "zsh", "tcsh")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to print")
    what.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(options: argparse.Namespace) -> int:
    import shtab

    from .. import program
    from ..parser import overview

    parser, commands = overview(program.NAME)
    for command in commands:
        for action in command._actions:
            if complete := {"DIR": shtab.DIRECTORY, "FILE": shtab.FILE}.get(str(action.metavar)):
                action.complete = complete  # type: ignore[attr-defined]  # as shtab asks for it
    print(shtab.complete(parser, options.shell))
    return 0
