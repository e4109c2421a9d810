"""`polyleaf serve`: the catalogue and a preview of every sheet, in a browser on this machine."""

from __future__ import annotations

import argparse

from .. import options as shared
from .. import values

SUMMARY = "show sheets in a browser as they are written, and translate there"
USAGE = ""
PORT = 8765
EDITOR = "vscode://file{path}:{line}:{column}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to show")
    shared.value(what, "--output", "DIR", "what was built; output/ of the project")
    shared.project(what)
    how = parser.add_argument_group("how to show it")
    text = f"where to listen, on this machine alone ({PORT}; the next if it is taken)"
    shared.value(how, "--port", "N", text, type=values.port, default=PORT)
    shared.switch(how, "--open", "open it in the browser")
    shared.value(how, "--editor", "ADDRESS", "opens a file (%(default)s)", default=EDITOR)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from pathlib import Path

    from ... import files
    from ...files.system_packages import how_to_add
    from ...model.findings import machine_error
    from ..printing import print_line

    shared.open_project(options)  # a folder that is no project is an error at once
    root = files.resolved(options.project)
    output = Path(options.output).resolve() if options.output else root / "output"
    try:
        from ..preview import listening
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        message, hint = f"`serve` needs {error.name}", how_to_add("preview")
        raise machine_error("system", "preview-missing", message, hint) from None

    def ready(address: str, port: int) -> None:
        if port != options.port:
            print_line(f"port {options.port} is taken: using {port}", options)
        print(f"open {address} in a browser of this machine; Ctrl-C ends it", flush=True)
        if options.open:
            import webbrowser

            webbrowser.open(address)

    listening.serve(root, output, options.port, options.editor, ready)
    return 0
