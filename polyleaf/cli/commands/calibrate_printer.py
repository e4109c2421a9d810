"""`polyleaf calibrate`: writes a sheet that shows how the clinic's printer turns its paper."""

from __future__ import annotations

import argparse

from .. import options as shared

SUMMARY = "write a sheet that shows how to set the printer"
USAGE = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to write")
    shared.duplex(what)
    shared.value(what, "--output", "DIR", "where to; output/ of the project")
    shared.project(what)
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from ... import files, imposition
    from ...content import project as projects
    from ...content.clinic import papers
    from ...model.findings import PolyleafError
    from ...model.paper_sizes import size
    from ...pipeline.output import unwritable
    from ..printing import print_line

    project = projects.read(options.project, options.output, duplex=options.duplex)
    paper = size(papers.SIZES[project.look.paper or "a4"]) or (0.0, 0.0)
    sheet = max(paper), min(paper)
    for file in imposition.calibration(sheet, project.look.duplex or "short-edge"):
        path = project.output / f"calibration_{file.name}.pdf"
        try:
            files.write_atomically(path, file.data)
        except OSError as error:
            raise PolyleafError([unwritable(project, path.name, error)]) from None
        print_line(f"written {project.shown(path)}", options)
    return 0
