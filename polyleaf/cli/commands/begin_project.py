"""`polyleaf new`: a folder with all that a clinic begins with."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from .. import options as shared
from .. import program, values

if TYPE_CHECKING:
    from ...content.new_project import Answers

SUMMARY = "begin a project: clinic.yaml, a leaflet, settings of editors and tools"
USAGE = "DIR"
QUESTIONS = (  # option, question, what is meant by an empty answer
    ("name", "Name of the clinic", ""),
    ("phone", "Telephone, as it is printed", ""),
    ("country", "Country (two letters: GB, IN, US)", "GB"),
    ("languages", "Languages of the sheets (en,es,ur)", "en"),
    ("logo", "File of the logo (none: Enter)", ""),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what to begin")
    shared.value(what, "folder", "DIR", "the new folder, or one without these files")
    for option, metavar, text in (
        ("name", "NAME", "of the clinic, as patients know it"),
        ("phone", "NUMBER", "its telephone, as it is printed"),
        ("country", "CODE", "ISO 3166: GB, IN, US"),
        ("logo", "FILE", "PNG, JPEG or SVG; its colour is that of headings"),
    ):
        shared.value(what, f"--{option}", metavar, text)
    text = "BCP 47 tags of the sheets; leaflets are written in English, or the first"
    shared.value(what, "--languages", "LANG,...", text)
    shared.value(what, "--paper", "SIZE", "a4 or letter; that of the country if none")
    shared.reporting(parser)


def run(options: argparse.Namespace) -> int:
    from datetime import date
    from pathlib import Path

    from ...content import new_project
    from ..printing import print_line

    answers = _answers(options)
    made = new_project.project_files(answers, date.today())
    new_project.write_new(Path(options.folder), made)
    for path in made:
        print_line(f"written {Path(options.folder, path)}", options)
    examples = "an address of pages" if answers.phone else "a telephone and an address of pages"
    print_line(f"clinic.yaml has {examples} to be replaced: see REPLACE in it", options)
    if f"content/{new_project.TO_WRITE}.yaml" in made:
        words = f"has parts to fill in, in {answers.source.english_name}"
        print_line(f"content/{new_project.TO_WRITE}.yaml {words}", options)
    print_line(f"now: {program.name()} build --open --project {options.folder}", options)
    return 0


def _answers(options: argparse.Namespace) -> Answers:
    """What was given, or is answered on a terminal; what is wrong there is asked again.

    Ends the process if the name is missing.
    """
    from ...model.findings import PolyleafError

    given = {option: getattr(options, option) for option, _, _ in QUESTIONS}
    asks = given["name"] is None
    if asks and not sys.stdin.isatty():
        options.error("--name: give the name of the clinic; on a terminal it is asked for")
    while True:
        for option, question, usual in QUESTIONS:
            if given[option] is None:
                given[option] = (_asked(question, usual) if asks else "") or usual
        try:
            return _checked(given, options.paper)
        except PolyleafError as error:
            again = {finding.where.path.removeprefix("--") for finding in error.findings}
            if not asks or not again <= given.keys():
                raise
            for finding in error.findings:
                what = "; ".join(filter(None, (finding.message, finding.hint)))
                print(f"  {what}", file=sys.stderr)
            given.update(dict.fromkeys(again))


def _checked(given: dict[str, str], paper: str | None) -> Answers:
    from ...content import new_project

    return new_project.checked(
        name=given["name"],
        country=given["country"],
        tags=tuple(values.names(re.sub(r"[\s;]+", ",", given["languages"]))),
        paper=paper or "",
        phone=given["phone"],
        logo=given["logo"],
    )


def _asked(question: str, usual: str) -> str:
    """The answer; ends the process where there is no more to be read."""
    print(f"{question}{f' [{usual}]' if usual else ''}: ", end="", file=sys.stderr, flush=True)
    if not (line := sys.stdin.readline()):
        raise KeyboardInterrupt
    return line.strip()
