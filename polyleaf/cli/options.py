"""The options that several commands take, in the groups that their help shows.

They are added to groups, never to a parser itself: that would load what formats help, each time.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, get_args

from .. import __version__
from ..model.jobs import Duplex
from ..pipeline.cores import cores
from . import reports, values

if TYPE_CHECKING:
    from ..content.project import Project

    Group = argparse._ArgumentGroup

# What `build` and `check` share, by the names of their parameters in `api`.
DRAWING = (
    *("release", "allow_untranslated", "batch"),
    *("jobs", "time_limit", "memory_limit", "scheduler", "tls", "mapper"),
)


def switch(group: Group, flag: str, text: str) -> None:
    group.add_argument(flag, action="store_true", help=text)


def value(group: Group, flag: str, metavar: str, text: str, **more: Any) -> None:
    group.add_argument(flag, metavar=metavar, help=text, **more)


def names(group: Group, flag: str, metavar: str, text: str) -> None:
    """An option that adds up, with a short form: `-l hi,ur -l ar` names three."""
    flags = (flag[1:3], flag)
    more: dict[str, Any] = {"type": values.names, "action": "extend", "default": []}
    group.add_argument(*flags, metavar=metavar, help=text, **more)


def leaflets(group: Group, text: str = "all if none is named") -> None:
    value(group, "names", "LEAFLET", f"names of content files; {text}", nargs="*")


def languages(
    group: Group, text: str = "BCP 47 tags, or pairs: ur+hi; those of clinic.yaml if none"
) -> None:
    names(group, "--languages", "LANG,...", text)


def project(group: Group) -> None:
    value(group, "--project", "DIR", "the project's folder (%(default)s)", default=".")


def sheets(group: Group) -> None:
    """Which sheets, or which personal copies."""
    leaflets(group)
    languages(group)
    names(group, "--editions", "EDITION,...", "a4, web, ...; those of clinic.yaml if none")
    value(group, "--batch", "FILE", "personal copies instead, a row each: .csv, .tsv, .jsonl")
    project(group)


def strictness(group: Group) -> None:
    """What is refused."""
    switch(group, "--release", "refuse what is unreviewed or past its date")
    text = "print in the source language what is untranslated"
    switch(group, "--allow-untranslated", text)


def duplex(group: Group) -> None:
    """How the printer turns sheets that are folded."""
    text = "how the printer turns sheets that are folded: short-edge, long-edge or manual"
    ways = get_args(Duplex)
    group.add_argument("--duplex", choices=ways, metavar="WAY", help=text)


def workers(parser: argparse.ArgumentParser) -> None:
    """How sheets are drawn: the defaults of limits are those of `api.build`."""
    group = parser.add_argument_group("how to work")
    number, seconds, megabytes = values.count, values.seconds, values.megabytes
    value(group, "--jobs", "N", "sheets at a time (%(default)s)", type=number, default=cores())
    value(group, "--time-limit", "SECONDS", "what one sheet may take (120)", type=seconds)
    text = "what one process may take, in 10^6 bytes (1500)"
    value(group, "--memory-limit", "MB", text, type=megabytes)
    text = "tcp://host:port or tls://host:port of a Dask cluster to work on"
    value(group, "--scheduler", "ADDRESS", text, type=values.address)
    for part, text in (
        ("ca", "certificates of the authority that a tls:// cluster trusts"),
        ("cert", "this machine's certificate for it"),
        ("key", "the key of that certificate"),
    ):
        value(group, f"--tls-{part}", "FILE", text, type=values.file)


def reporting(parser: argparse.ArgumentParser) -> Group:
    """What is printed, and what counts as a failure."""
    group = parser.add_argument_group("what to report")
    formats, colors = reports.FORMATS, ("auto", "always", "never")
    text = "of what is printed (%(default)s)"
    group.add_argument("--format", choices=formats, default="text", help=text)
    loudness = group.add_mutually_exclusive_group()
    switch(loudness, "--quiet", "problems only")
    switch(loudness, "--verbose", "also why, how long it took and what was loaded")
    switch(group, "--strict", "warnings fail, too: exit code 1")
    text = "of problems; auto: on a terminal, unless NO_COLOR is set"
    group.add_argument("--color", choices=colors, default="auto", help=text)
    value(group, "--log", "FILE", "add what is done and found to a file, with the time")
    return group


def general(parser: argparse.ArgumentParser) -> None:
    """Of every command; the defaults stand for options that some do not take."""
    group = parser.add_argument_group("general")
    group.add_argument("-h", "--help", action="help", help="show this help")
    group.add_argument("--version", action=_Version, nargs=0, help="show the version")
    parser.set_defaults(
        project=".", format="text", quiet=False, verbose=False, strict=False, color="auto", log=None
    )


class _Version(argparse.Action):
    """Argparse's own action would load what formats help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"polyleaf {__version__}")
        parser.exit()


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


def building(options: argparse.Namespace) -> dict[str, Any]:
    """All that `api.build` takes from the command line; --watch builds with the same."""
    return {
        "project": options.project,
        "leaflets": options.names,
        "languages": options.languages,
        "editions": options.editions,
        "output": options.output,
        "force": options.force,
        "verify": options.verify,
        "dry_run": options.dry_run,
        "prune": options.prune,
        "mono": options.mono,
        "duplex": options.duplex,
        **drawing(options),
    }


def drawing(options: argparse.Namespace) -> dict[str, Any]:
    """What was given of DRAWING; what was not is as `api` has it."""
    given = {name: getattr(options, name) for name in DRAWING}
    return {name: value for name, value in given.items() if value is not None}


def open_project(options: argparse.Namespace) -> Project:
    """The project, for a command that builds nothing: where its output goes does not matter."""
    from pathlib import Path

    from ..content import project

    return project.read(options.project, Path(options.project, "output"))
