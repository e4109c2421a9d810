"""`--log FILE`: what a run did and found, added to a file, for whoever looks in the morning."""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from ..model.findings import ExitStatus, Finding, PolyleafError, Where
from .program import name

TIME = "%Y-%m-%dT%H:%M:%S%z"
STAMPED = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} ")  # how each line begins


def begin(options: argparse.Namespace) -> None:
    """Add the call as a line; raise PolyleafError if the file is none that lines may go into."""
    problem = hint = ""
    try:
        if Path(options.log).exists() and not _may_be_added_to(Path(options.log)):
            problem, hint = "this file is no log of ours", "name another one; nothing is written"
        else:
            add(options, [" ".join((name(), *sys.argv[1:]))])
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}"
    if problem:
        where, options.log = Where(options.log), None  # what is reported is not added to it
        finding = Finding(where, "log-file", problem, hint, exit_status=ExitStatus.CALL)
        raise PolyleafError([finding])


def add(options: argparse.Namespace, lines: Iterable[str]) -> None:
    """Add lines, each with the time. The file is whole after each call, whatever comes next."""
    stamp = time.strftime(TIME)
    with Path(options.log).open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.write("".join(f"{stamp} {line}\n" for line in lines))


def _may_be_added_to(file: Path) -> bool:
    """Whether it is empty or begins as a log does: no content is spoilt by a slip of the hand."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        beginning = opened.read(32)
    return not beginning or bool(STAMPED.match(beginning))
