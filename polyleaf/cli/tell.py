"""What happened, on the terminal or for a script."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Outcome, Report


def tell(result: Report, options: argparse.Namespace) -> int:
    """Prints the report: problems go to standard error when they are for people."""
    from .. import report

    lines = list(report.FORMATS[options.format](result))
    people = options.format == "text"
    for line in lines[:-1] if people else lines:
        print(line, file=sys.stderr if people else sys.stdout)
    if people and not options.quiet:
        sys.stderr.flush()
        print(lines[-1])
    return result.exit_code


def say(line: str, options: argparse.Namespace) -> None:
    """A line for people who did not ask for quiet."""
    if options.format == "text" and not options.quiet:
        print(line)


def progress(
    steps: Iterable[Outcome | Report], total: int, options: argparse.Namespace
) -> Iterator[Outcome | Report]:
    """The steps, with a bar on a terminal while they pass."""
    if options.quiet or options.format != "text" or not sys.stderr.isatty():
        yield from steps
        return
    from tqdm import tqdm

    with tqdm(total=total, unit="sheet", leave=False) as bar:
        for step in steps:
            bar.update(bar.n < total)
            yield step
