"""One module a command: what it is for, its arguments, and what it does with them.

A new command is a module like the others and its row here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import argparse
    from typing import Protocol

    class Command(Protocol):
        """What a module of this package has."""

        SUMMARY: str  # a line of the help, in lower case
        USAGE: str  # its arguments without the options

        def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

        def run(self, options: argparse.Namespace) -> int:
            """Returns the exit code; raises PolyleafError if the call or the project is wrong."""


MODULES = {
    "build": "build_sheets",
    "check": "check_sheets",
    "catalogs": "update_catalogs",
    "status": "show_status",
    "sign": "sign_translation",
    "waive": "waive_finding",
    "fonts": "lock_fonts",
    "schema": "print_schema",
    "completion": "complete_shell",
}
DEFAULT = "build"  # what is meant where no command is named


def load(name: str) -> Command:
    """The module of a command; the others are not imported."""
    return cast("Command", import_module(f".{MODULES[name]}", __name__))
