"""Flags → options. Every command takes the common ones; some have their own.

Wrong calls answer at once: what they do not need is imported where it is needed.
"""

from __future__ import annotations

import argparse
import math
import re

from .. import __version__
from ..cores import cores
from . import help

TYPE_CHECKING = False  # as in `typing`, which takes a fifth of the time of --help to import
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

COMMANDS = ("build", "check", "catalogs", "status", "sign", "waive", "fonts", "schema")

FORMATS = ("text", "json", "sarif", "github")
METHODS = ("human", "machine", "machine-edited")
SWITCHES = (
    *("release", "allow-untranslated", "layout", "watch", "force", "dry-run", "verify", "prune"),
    *("explain", "quiet"),
)
SMALLEST_PROCESS = 256  # megabytes: with less, no sheet is drawn
OWN: dict[str, tuple[str, ...]] = {  # options of some commands alone
    "accept_unchanged": ("catalogs",),
    "allow_untranslated": ("build", "check"),
    "batch": ("build", "check"),
    "layout": ("check",),
    "watch": ("build",),
    "by": ("sign",),
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


def options(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options, with `command` and its `names`; ends the process where the call is wrong."""
    it = parser()
    found = it.parse_intermixed_args(argv)
    named = found.names and found.names[0] in COMMANDS
    found.command = found.names.pop(0) if named else "build"
    for option, own in OWN.items():
        if getattr(found, option) != it.get_default(option) and found.command not in own:
            which = f"command {own[0]}" if len(own) == 1 else f"commands {' and '.join(own)}"
            it.error(f"--{option.replace('_', '-')} belongs to the {which}")
    if found.batch and (found.names or found.languages or found.editions):
        it.error("--batch: the file says which leaflets, languages and editions")
    if found.batch and found.scheduler:
        it.error("--batch: personal copies are not sent to other machines")
    if found.watch and (found.batch or found.format not in ("text", "json")):
        it.error("--watch goes with neither --batch nor --format sarif or github")
    return found


class _Parser(argparse.ArgumentParser):
    """Its help is written by hand."""

    def format_help(self) -> str:
        return help.text()


def parser() -> argparse.ArgumentParser:
    it = _Parser(prog="polyleaf", usage=help.USAGE)
    add = it.add_argument
    add("names", nargs="*", metavar="LEAFLET")
    add("-l", "--languages", type=_names, action="extend", default=[])
    add("-e", "--editions", type=_names, action="extend", default=[])
    add("--project", default=".")
    add("--output")
    add("--batch", type=_path)
    for switch in SWITCHES:
        add(f"--{switch}", action="store_true")
    add("--accept-unchanged", default="")
    add("--by", default="")
    add("--on", type=_date)
    add("--method", choices=METHODS, default="")
    add("--jobs", type=_count, default=cores())
    add("--time-limit", type=_seconds, default=help.SECONDS)
    add("--memory-limit", type=_megabytes, default=help.MEGABYTES)
    add("--scheduler", type=_address)
    add("--format", choices=FORMATS, default="text")
    add("--version", action="version", version=f"polyleaf {__version__}")
    return it


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
