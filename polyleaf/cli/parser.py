"""Flags → options. Every command takes the common ones; some have their own.

`--help` and wrong calls answer at once: what they do not need is imported where it is needed.
"""

from __future__ import annotations

import argparse
import math
import os
import re

from .. import __version__
from ..cores import cores

TYPE_CHECKING = False  # as in `typing`, which takes a fifth of the time of --help to import
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

COMMANDS = ("build", "check", "catalogs", "status", "sign", "waive", "fonts", "schema")

FORMATS = ("text", "json", "sarif", "github")
METHODS = ("human", "machine", "machine-edited")
SMALLEST_PROCESS = 256  # megabytes: with less, no sheet is drawn
OWN: dict[str, tuple[str, ...]] = {  # options of some commands alone
    "accept_unchanged": ("catalogs",),
    "allow_untranslated": ("build", "check"),
    "batch": ("build", "check"),
    "layout": ("check",),
    "watch": ("build",),
    "by": ("sign",),
    "changed_since": ("build",),
    "dry_run": ("build",),
    "explain": ("build",),
    "force": ("build",),
    "memory_limit": ("build", "check"),
    "method": ("sign",),
    "on": ("sign",),
    "prune": ("build",),
    "scheduler": ("build", "check"),
    "time_limit": ("build", "check"),
    "verify": ("build",),
}
EPILOG = """commands:
  build [LEAFLET ...]     draw the sheets (the default)
  check [LEAFLET ...]     find what is wrong without drawing anything; with --layout,
                          draw the sheets and throw them away
  catalogs [LEAFLET ...]  update the .pot and .po files; -l adds a language
  status [LEAFLET ...]    what is translated, reviewed and due; interface is one of them
  sign LEAFLET ... -l LANG --by NAME
                          record who has reviewed a translation, and which texts
  waive FILE:LINE CODE REASON
                          take a finding back, for as long as the message stays as it is
  fonts                   record in fonts.lock the fonts that the sheets are drawn with
  schema                  print the JSON Schema of the content

exit codes:
  0  all was built and no error found
  1  errors in content, catalogs or templates, or a file could not be written
  2  the call or the project folder is wrong
  3  this machine lacks a library or a font, or the cluster is not there
  130  stopped by Ctrl-C or SIGTERM; files are whole"""


def options(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options, with `command` and its `names`; ends the process where the call is wrong."""
    parser = _parser()
    found = parser.parse_intermixed_args(argv)
    named = found.names and found.names[0] in COMMANDS
    found.command = found.names.pop(0) if named else "build"
    for option, own in OWN.items():
        if getattr(found, option) != parser.get_default(option) and found.command not in own:
            which = f"command {own[0]}" if len(own) == 1 else f"commands {' and '.join(own)}"
            parser.error(f"--{option.replace('_', '-')} belongs to the {which}")
    if found.batch and (found.names or found.languages or found.editions):
        parser.error("--batch: the file says which leaflets, languages and editions")
    if found.batch and found.scheduler:
        parser.error("--batch: personal copies are not sent to other machines")
    if found.watch and (found.batch or found.format not in ("text", "json")):
        parser.error("--watch goes with neither --batch nor --format sarif or github")
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="polyleaf",
        usage="%(prog)s [COMMAND] [LEAFLET ...] [options]",
        description="Printable patient leaflets in every language their catalogs hold.",
        epilog=EPILOG,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=_width()),
    )
    add = parser.add_argument
    add("names", nargs="*", metavar="LEAFLET", help="names of content files; all if none")
    add("-l", "--languages", type=_names, default=[], metavar="LANG,...", help="BCP 47 tags")
    add("-e", "--editions", type=_names, default=[], metavar="EDITION,...", help="a4, web, ...")
    add("--project", default=".", metavar="DIR", help="the project's folder")
    add("--output", metavar="DIR", help="where to build; DIR/output of the project")
    add("--jobs", type=_count, default=cores(), metavar="N", help="sheets at a time (%(default)s)")
    add(
        "--time-limit",
        type=_seconds,
        default=120.0,
        metavar="SECONDS",
        help="what one sheet may take (%(default)g)",
    )
    add(
        "--memory-limit",
        type=_megabytes,
        default=1500,
        metavar="MB",
        help="what one process may take, in 10^6 bytes (%(default)s)",
    )
    add(
        "--scheduler",
        type=_address,
        metavar="ADDRESS",
        help="tcp://host:port of a Dask cluster that draws the sheets",
    )
    add("--release", action="store_true", help="refuse what is unreviewed or past its date")
    add("--layout", action="store_true", help="check: also whether the text fits its pages")
    add("--batch", type=_path, metavar="FILE", help="personal copies, a row each: .csv or .jsonl")
    add("--watch", action="store_true", help="build: again at every save, until Ctrl-C")
    add("--allow-untranslated", action="store_true", help="print in English what is untranslated")
    add("--force", action="store_true", help="build also what is up to date")
    add("--explain", action="store_true", help="say why each sheet is built, or not")
    add("--dry-run", action="store_true", help="say what would be built; write nothing")
    add("--verify", action="store_true", help="hash every output, whatever its size and time")
    add("--prune", action="store_true", help="remove outputs whose source is gone")
    add("--changed-since", metavar="REV", help="only what differs from a git commit")
    add("--format", choices=FORMATS, default="text", help="how to tell what happened")
    add("--quiet", action="store_true", help="tell problems only")
    add(
        "--accept-unchanged",
        default="",
        metavar="REASON",
        help="catalogs: changed source texts were corrected only, and keep their translations",
    )
    add("--by", default="", metavar="NAME", help="sign: who has reviewed the translation")
    add("--on", type=_date, metavar="DATE", help="sign: when; today")
    add("--method", choices=METHODS, default="", help="sign: how the translation was made")
    add("--version", action="version", version=f"polyleaf {__version__}")
    return parser


def _width() -> int:
    """Columns for the help, as argparse has it, which imports five modules to learn them."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        columns = 80
    return (columns or 80) - 2


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",") if name.strip()]


def _path(value: str) -> Path:
    from pathlib import Path

    return Path(value)


def _date(value: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"no date: {value!r}; write 2026-11-22") from None


def _count(value: str) -> int:
    if (count := int(value)) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def _seconds(value: str) -> float:
    if not 0 < (seconds := float(value)) < math.inf:
        raise argparse.ArgumentTypeError("a number of seconds above 0")
    return seconds


def _megabytes(value: str) -> int:
    if (megabytes := int(value)) < SMALLEST_PROCESS:
        raise argparse.ArgumentTypeError(f"at least {SMALLEST_PROCESS}")
    return megabytes


def _address(value: str) -> str:
    if not re.fullmatch(r"(tcp|tls)://[^/\s]+:\d+", value):
        raise argparse.ArgumentTypeError("an address such as tcp://host:8786")
    return value
