"""The options that several commands take, in the groups that their help shows.

They are added to groups, never to a parser itself: that would load what formats help, each time.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..cores import cores
from . import reports, values

if TYPE_CHECKING:
    from ..project import Project

    Group = argparse._ArgumentGroup

# What `build` and `check` share, by the names of their parameters in `api`.
DRAWING = (
    *("release", "allow_untranslated", "batch"),
    *("jobs", "time_limit", "memory_limit", "scheduler", "mapper"),
)


def leaflets(group: Group, default: str = "all if none is named") -> None:
    group.add_argument(
        "names", nargs="*", metavar="LEAFLET", help=f"names of content files; {default}"
    )


def languages(group: Group, text: str = "BCP 47 tags; those of clinic.yaml if none") -> None:
    add_names(group, "-l", "--languages", "LANG,...", text)


def add_names(group: Group, short: str, long: str, metavar: str, text: str) -> None:
    """An option that adds up: `-l hi,ur -l ar` names three."""
    group.add_argument(
        short, long, type=values.names, action="extend", default=[], metavar=metavar, help=text
    )


def project(group: Group) -> None:
    group.add_argument(
        "--project", default=".", metavar="DIR", help="the project's folder (%(default)s)"
    )


def sheets(group: Group) -> None:
    """Which sheets, or which personal copies."""
    leaflets(group)
    languages(group)
    add_names(
        group, "-e", "--editions", "EDITION,...", "a4, web, ...; those of clinic.yaml if none"
    )
    group.add_argument(
        "--batch", metavar="FILE", help="personal copies instead, a row each: .csv or .jsonl"
    )
    project(group)


def strictness(group: Group) -> None:
    group.add_argument(
        "--release", action="store_true", help="refuse what is unreviewed or past its date"
    )
    group.add_argument(
        "--allow-untranslated",
        action="store_true",
        help="print in the source language what is untranslated",
    )


def workers(parser: argparse.ArgumentParser) -> None:
    """How sheets are drawn: the defaults of limits are those of `api.build`."""
    group = parser.add_argument_group("how to work")
    add = group.add_argument
    add("--jobs", type=values.count, default=cores(), metavar="N",
        help="sheets at a time (%(default)s)")  # fmt: skip
    add(
        "--time-limit", type=values.seconds, metavar="SECONDS", help="what one sheet may take (120)"
    )
    add("--memory-limit", type=values.megabytes, metavar="MB",
        help="what one process may take, in 10^6 bytes (1500)")  # fmt: skip
    add("--scheduler", type=values.address, metavar="ADDRESS",
        help="tcp://host:port or tls://host:port of a Dask cluster to work on")  # fmt: skip
    for part, what in (
        ("ca", "certificates of those that a tls:// cluster is trusted by"),
        ("cert", "this machine's certificate for it"),
        ("key", "the key of that certificate"),
    ):
        add(f"--tls-{part}", type=values.file, metavar="FILE", help=what)


def reporting(parser: argparse.ArgumentParser) -> Group:
    """What is printed, and what counts as a failure."""
    group = parser.add_argument_group("what to report")
    add = group.add_argument
    add(
        "--format", choices=reports.FORMATS, default="text", help="of what is printed (%(default)s)"
    )
    loudness = group.add_mutually_exclusive_group()
    loudness.add_argument("--quiet", action="store_true", help="problems only")
    loudness.add_argument(
        "--verbose", action="store_true", help="also why, how long it took and what was loaded"
    )
    add("--strict", action="store_true", help="warnings fail, too: exit code 1")
    add("--color", choices=("auto", "always", "never"), default="auto",
        help="of problems; auto: on a terminal, unless NO_COLOR is set")  # fmt: skip
    return group


class _Version(argparse.Action):
    """Argparse's own action would load what formats help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"polyleaf {__version__}")
        parser.exit()


def general(parser: argparse.ArgumentParser) -> None:
    """Of every command; the defaults stand for options that some do not take."""
    group = parser.add_argument_group("general")
    group.add_argument("-h", "--help", action="help", help="show this help")
    group.add_argument("--version", action=_Version, nargs=0, help="show the version")
    parser.set_defaults(
        project=".", format="text", quiet=False, verbose=False, strict=False, color="auto"
    )


def settle(options: argparse.Namespace) -> None:
    """Ends the process if what `build` or `check` is asked for contradicts itself."""
    if options.batch and (options.names or options.languages or options.editions):
        options.error("--batch: the file says which leaflets, languages and editions")
    if options.batch and options.scheduler:
        options.error("--batch: personal copies are not sent to other machines")
    certificates = (options.tls_ca, options.tls_cert, options.tls_key)
    if any(certificates) and not (options.scheduler or "").startswith("tls://"):
        options.error("--tls-ca, --tls-cert and --tls-key need --scheduler tls://host:port")
    if any(certificates) and not all(certificates):
        options.error("--tls-ca, --tls-cert and --tls-key go together")
    options.tls = certificates if all(certificates) else None


def drawing(options: argparse.Namespace) -> dict[str, Any]:
    """What was said of DRAWING; what was not is as `api` has it."""
    said = {name: getattr(options, name) for name in DRAWING}
    return {name: value for name, value in said.items() if value is not None}


def open_project(options: argparse.Namespace) -> Project:
    """The project, for a command that builds nothing: where its output goes does not matter."""
    from pathlib import Path

    from .. import project

    return project.read(options.project, Path(options.project, "output"))
