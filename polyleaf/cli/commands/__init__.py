"""One module a command: what it is for, its arguments, and what it does with them.

A new command is a module like the others, and its row here. Each has

    SUMMARY                 a line of the help, in lower case
    USAGE                   its arguments without the options
    add_arguments(parser)   adds all that it takes, in groups
    run(options)            does it and returns the exit code; raises PolyleafError if the call or
                            the project is wrong
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

MODULES = {
    "new": "begin_project",
    "new-leaflet": "begin_leaflet",
    "build": "build_sheets",
    "check": "check_sheets",
    "catalogs": "update_catalogs",
    "status": "show_status",
    "sign": "sign_translation",
    "waive": "waive_finding",
    "export": "export_texts",
    "import": "import_texts",
    "translate": "draft_translation",
    "ledger": "show_ledger",
    "worksheet": "write_worksheet",
    "fonts": "lock_fonts",
    "calibrate": "calibrate_printer",
    "serve": "serve_preview",
    "schema": "print_schema",
    "completion": "complete_shell",
}
DEFAULT = "build"  # what is meant where no command is named


def load(name: str) -> ModuleType:
    """The module of a command; the others are not imported."""
    return import_module(f".{MODULES[name]}", __name__)
