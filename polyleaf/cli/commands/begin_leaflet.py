"""`polyleaf new-leaflet`: a leaflet of its kind, with the words left to fill in."""

from __future__ import annotations

import argparse

from .. import options as shared
from .. import program

SUMMARY = "begin a leaflet: all its parts, with the words left to fill in"
USAGE = "NAME"
# For the help and completion: those of content.new_project, which loads slowly.
KINDS = ("leaflet", "faq", "action-plan", "medicine")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to begin")
    shared.value(what, "name", "NAME", "of its file in content/, such as hay-fever")
    text = f"{', '.join(KINDS)}; the first if none is named"
    shared.value(what, "--kind", "KIND", text, choices=KINDS, default=KINDS[0])
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from datetime import date

    from ...content import leaflets, new_project
    from ...model.findings import ExitStatus, PolyleafError
    from ..printing import print_line

    project = shared.open_project(options)
    name = options.name.removesuffix(".yaml")
    path = f"content/{name}.yaml"
    if wrong := list(leaflets.name_faults(f"content/{name.replace('/', ' ')}.yaml")):
        raise PolyleafError([each._replace(exit_status=ExitStatus.CALL) for each in wrong])
    text = new_project.skeleton(options.kind, date.today())
    new_project.write_new(project.root, {path: text.encode()})
    then = f"{program.name()} check {name}"
    print_line(f"written {path}: fill in what is in [brackets], then: {then}", options)
    return 0
