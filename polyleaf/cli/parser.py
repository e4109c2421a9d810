"""Arguments → the command that is called, and its options.

Only the parser of that command is made: much of what is asked for is over in milliseconds.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from . import commands, options, program
from .commands import DEFAULT, MODULES

DESCRIPTION = """\
Printable patient leaflets in every language their catalogs hold.
Without a command, the sheets are built."""
EXIT_CODES = """\
exit codes:
  0    all was built and no error found
  1    errors in content, catalogs or templates, or a file could not be written;
       with --strict, warnings too
  2    the call or the project folder is wrong
  3    this machine lacks a library, a font or a verified engine,
       or cannot reach the cluster
  130  stopped by Ctrl-C or SIGTERM; files are whole
"""
HELP = {"-h", "--help"}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options, and the function `run` of the command; ends the process if the call is wrong.

    Without a command, `build` is meant: `polyleaf rosacea -l en`. Options may stand before it.
    """
    words = list(arguments)
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    named = words.pop(0) if words and words[0] in MODULES else ""
    if not named and HELP.intersection(words):
        _print_help(words)
    name = named or DEFAULT
    parser = command_parser(name)
    found, unknown = parser.parse_known_intermixed_args(words)
    if not named and found.names and found.names[0] in MODULES:
        words.remove(found.names[0])
        return parse([found.names[0], *words])
    if unknown:
        from . import suggestions

        takers = {name: command_parser(name)._option_string_actions for name in MODULES}
        parser.error(suggestions.not_taken(name, unknown, takers))
    found.command, found.run, found.error = named, commands.load(name).run, parser.error
    return found


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one command."""
    prog = program.name()
    return _made(partial(argparse.ArgumentParser, prog=f"{prog} {name}"), prog, name)


def overview(prog: str) -> tuple[argparse.ArgumentParser, list[argparse.ArgumentParser]]:
    """The parser of the whole, and those of all commands, for help and for completion."""
    parser = argparse.ArgumentParser(
        prog=prog,
        usage="%(prog)s [COMMAND] [LEAFLET ...] [options]",
        description=DESCRIPTION,
        epilog=f"`{prog} COMMAND --help` shows what a command takes.\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    below = parser.add_subparsers(title="commands", metavar="COMMAND [...]")
    made = [
        _made(partial(below.add_parser, name, help=commands.load(name).SUMMARY), prog, name)
        for name in MODULES
    ]
    options.general(parser)
    return parser, made


def _made(
    make: Callable[..., argparse.ArgumentParser], prog: str, name: str
) -> argparse.ArgumentParser:
    command = commands.load(name)
    parser = make(
        usage=" ".join(filter(None, (prog, name, command.USAGE, "[options]"))),
        description=f"{command.SUMMARY[0].upper()}{command.SUMMARY[1:]}.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    command.add_arguments(parser)
    options.general(parser)
    return parser


def _print_help(words: Iterable[str]) -> None:
    """Of the command among the words, or of all; ends the process."""
    named = next((word for word in words if word in MODULES), "")
    parser = command_parser(named) if named else overview(program.name())[0]
    parser.print_help()
    sys.exit(0)
