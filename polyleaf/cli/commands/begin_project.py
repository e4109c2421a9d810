"""`polyleaf new`: a folder with all that a clinic begins with."""

from __future__ import annotations

import argparse
import sys

from .. import options as shared
from .. import program, values

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

    given = _answers(options)
    answers = new_project.checked(
        name=given["name"],
        country=given["country"],
        tags=tuple(values.names(given["languages"])),
        paper=options.paper or "",
        phone=given["phone"],
        logo=given["logo"],
    )
    made = new_project.project_files(answers, date.today())
    new_project.write_new(Path(options.folder), made)
    for path in made:
        print_line(f"written {Path(options.folder, path)}", options)
    if not answers.phone:
        print_line("clinic.yaml has a telephone that is an example: replace it", options)
    if f"content/{new_project.TO_WRITE}.yaml" in made:
        words = f"has parts to fill in, in {answers.source.english_name}"
        print_line(f"content/{new_project.TO_WRITE}.yaml {words}", options)
    print_line(f"now: {program.name()} build --open --project {options.folder}", options)
    return 0


def _answers(options: argparse.Namespace) -> dict[str, str]:
    """What was given, or is answered on a terminal; ends the process if the name is missing."""
    given = {option: getattr(options, option) for option, _, _ in QUESTIONS}
    if given["name"] is None and not sys.stdin.isatty():
        options.error("--name: give the name of the clinic; on a terminal it is asked for")
    asks = given["name"] is None
    for option, question, usual in QUESTIONS:
        if given[option] is None:
            given[option] = (_asked(question, usual) if asks else "") or usual
    return given


def _asked(question: str, usual: str) -> str:
    print(f"{question}{f' [{usual}]' if usual else ''}: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
