"""A batch file as a clinic writes it: what is built, what is refused, and what is reported."""

from __future__ import annotations

import json
import re
import stat

import pikepdf
import pytest

from ...conftest import Sandbox
from ...reading import pdfium
from .batch import HEAD, PERSONAL, files, fill

pytestmark = pytest.mark.slow

BOOKED = "hands,en,web,17,Ada,Monday"
LINE = '<img class="blank" alt="space to write in"'


def page(project: Sandbox, name: str) -> str:
    return (project.root / f"output/en/{name}").read_text("utf-8")


def test_every_row_gives_a_sheet(project: Sandbox) -> None:
    fill(project, BOOKED, "hands,en,web,18,Grace,Tuesday")
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "2 built"
    assert files(project) == {"en/hands_en_web_17.html", "en/hands_en_web_18.html"}
    assert 'For <span dir="ltr">Ada</span>' in page(project, "hands_en_web_17.html")
    assert 'Come on <span dir="ltr">Tuesday</span>' in page(project, "hands_en_web_18.html")


def test_ordinary_sheets_and_empty_cells_have_lines_to_write_on(
    project: Sandbox,
) -> None:
    fill(project, "hands,en,web,,Monday", head="leaflet,language,edition,patient,appointment")
    project.run()
    project.run("--batch", str(project.root / "jobs.csv"))
    assert page(project, "hands_en_web.html").count(LINE) == 2
    copy = page(project, "hands_en_web_1.html")  # without ids, the number of the row
    assert (copy.count(LINE), "Monday" in copy) == (1, True)


def test_on_paper_a_line_is_a_picture_with_a_description(project: Sandbox) -> None:
    fill(project)
    assert project.run("-e", "a4").returncode == 0
    with pikepdf.open(project.root / "output/en/hands_en_a4.pdf") as pdf:
        words = [str(element.Alt) for element in pdf.objects if _is_figure(element)]
    assert words.count("space to write in") == 2


def _is_figure(element: object) -> bool:
    return isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"


def test_json_lines_request_the_same(project: Sandbox) -> None:
    fill(project)
    row = dict(zip(HEAD.split(","), BOOKED.split(","), strict=True))
    project.write("jobs.jsonl", "\ufeff" + json.dumps(row) + "\n")
    assert project.run("--batch", str(project.root / "jobs.jsonl")).returncode == 0
    assert "Ada" in page(project, "hands_en_web_17.html")


def test_a_name_in_any_script_is_printed_in_a_font_that_has_it(project: Sandbox) -> None:
    names = ["अनिता देशमुख", "محمد علي", "王小明", "Ольга"]
    fill(project, *(f"hands,en,a4,{n},{name}," for n, name in enumerate(names)))
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert (done.returncode, done.stderr) == (0, "")
    for number, name in enumerate(names):
        text = pdfium((project.root / f"output/en/hands_en_a4_{number}.pdf").read_bytes())
        assert re.sub(r"[\u200e\u200f\u202a-\u202e]", "", text).find(name) > 0


def test_copies_are_in_no_list_and_change_no_ordinary_sheet(project: Sandbox) -> None:
    fill(project, BOOKED)
    project.run()
    before = {name: (project.root / "output" / name).read_bytes() for name in files(project)}
    project.run("--batch", str(project.root / "jobs.csv"))
    project.run()
    after = {name: (project.root / "output" / name).read_bytes() for name in files(project)}
    assert after.pop("en/hands_en_web_17.html")
    lock = ".polyleaf-lock"  # names the process that holds it
    assert {**after, lock: before[lock]} == before


def test_only_its_owner_can_read_a_copy(project: Sandbox) -> None:
    fill(project, BOOKED)
    project.run("--batch", str(project.root / "jobs.csv"))
    mode = (project.root / "output/en/hands_en_web_17.html").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_what_a_killed_run_left_behind_is_removed(project: Sandbox) -> None:
    fill(project, BOOKED)
    project.write("output/en/.hands_en_web_17.html.0123456789abcdef", "Ada")
    project.run("--batch", str(project.root / "jobs.csv"))
    assert files(project) == {"en/hands_en_web_17.html"}


def test_json_has_the_names_of_copies_and_nothing_else_of_them(project: Sandbox) -> None:
    fill(project, BOOKED)
    done = project.run("--batch", str(project.root / "jobs.csv"), "--format", "json")
    sheet, summary = map(json.loads, done.stdout.splitlines())
    assert (sheet["file"], sheet["copy"]) == ("en/hands_en_web_17.html", "17")
    assert (summary["built"], summary["copies"]) == ([], ["en/hands_en_web_17.html"])


WRONG = {
    "leaflet": ("hand,en,web,1,,", '2:1: error[leaflet-unknown]: there is no such leaflet; did'),
    "language": ("hands,xq,web,1,,", "2:7: error[language-unknown]"),
    "no language": ("hands,,web,1,,", "2:7: error[batch-value]: no language is named"),
    "pseudo-locale": ("hands,qps-ploc,web,1,,", "2:7: error[pseudo-locale]"),
    "edition": ("hands,en,wep,1,,", '2:10: error[edition-unknown]: there is no such edition; did'),
    "for reviewers": ("hands,en,review,1,,", "2:10: error[edition-unknown]"),
    "id": ("hands,en,web,../1,,", "2:14: error[batch-id]"),
    "no id": ("hands,en,web,,Ada,", "2:14: error[batch-id]"),
    "too long": (f"hands,en,web,1,{'Ada ' * 200},", "2:16: error[batch-value]: 799 characters"),
    "direction": ("hands,en,web,1,Ada\u202e,", "2:16: error[character-bidi]: {copy.patient} is"),
    "control": ("hands,en,web,1,,Mon\x07day", "2:17: error[control-character]"),
    "no glyph": ("hands,en,a4,1,\U00012001,", "2:15: error[glyph-missing]"),
    "cells": ("hands,en,web", "2: error[batch-row]"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "problem"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_reported_at_its_cell_and_the_others_are_built(
    project: Sandbox, row: str, problem: str
) -> None:
    fill(project, row, BOOKED)
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert f"jobs.csv:{problem}" in done.stderr
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("1 built, 1 failed, 1 error")
    assert files(project) == {"en/hands_en_web_17.html"}


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ("sheet,language,edition,id,patient,appointment", "1:1: error[batch-column]: there is no"),
        ("leaflet,language,edition,id,patient,patient", "1:29: error[batch-column]: two columns"),
        ("leaflet,language,edition,id,patient,a.b", "1:37: error[batch-column]: this name"),
        ("leaflet,language,edition,id,patient,Patient", "1:29: error[batch-column]: two columns"),
        ("leaflet,language,edition,id,patient,", "1:37: error[batch-column]: this column has no"),
        (
            "leaflet,language,edition,id,patient,apointment",
            "1:37: error[batch-column]: no leaflet of this file prints {copy.apointment}; "
            'did you mean "copy.appointment"?',
        ),
    ],
)  # fmt: skip
def test_a_wrong_head_stops_every_row(project: Sandbox, head: str, problem: str) -> None:
    fill(project, BOOKED, "hands,en,web,18,Grace,Tuesday", head=head)
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert f"jobs.csv:{problem}" in done.stderr
    assert (done.returncode, files(project)) == (1, set())


def test_names_of_columns_may_be_written_as_in_a_spreadsheet(project: Sandbox) -> None:
    head = "sep=;\nLeaflet;LANGUAGE;Edition;ID;Patient;APPOINTMENT;"
    fill(project, "Hands;EN;Web;17;Ada;Monday;", head=head)
    content = project.root / "content/hands.yaml"
    content.write_text(content.read_text("utf-8").replace("{copy.patient}", "{copy.Patient}"))
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert (done.returncode, done.stderr) == (0, "")
    page = (project.root / "output/en/hands_en_web_17.html").read_text("utf-8")
    assert "Ada" in page
    assert "Monday" in page


def test_a_file_in_another_encoding_is_told_how_to_be_saved(project: Sandbox) -> None:
    fill(project)
    project.write("jobs.csv", f"{HEAD}\nhands,en,web,17,José,\n".encode("cp1252"))
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert "jobs.csv:2:20: error[encoding]: the byte 0xE9 is not UTF-8" in done.stderr
    assert "CSV UTF-8" in done.stderr


def test_of_two_rows_with_one_file_name_neither_is_built(project: Sandbox) -> None:
    fill(project, "hands,en,web,a,Ada,", "hands,EN,web,A,Grace,", "hands,en,web,b,Ida,")
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert "jobs.csv:3:14: error[batch-duplicate]" in done.stderr
    assert files(project) == {"en/hands_en_web_b.html"}


def test_no_copy_takes_the_name_of_an_ordinary_sheet(project: Sandbox) -> None:
    fill(project, BOOKED)
    project.write("templates/web_17/edition.toml", 'format = "html"\n')
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert "jobs.csv:2:14: error[batch-id]" in done.stderr
    assert files(project) == set()


def test_a_value_that_its_leaflet_does_not_print_is_reported(project: Sandbox) -> None:
    fill(project, BOOKED, "feet,en,web,1,Ada,Monday")
    project.write("content/feet.yaml", PERSONAL.replace("Come on {copy.appointment}.", "Come."))
    done = project.run("--batch", str(project.root / "jobs.csv"))
    assert "jobs.csv:3:19: warning[batch-unused]: feet does not print {copy.appointment}" in (
        done.stderr
    )
    assert done.returncode == 0


def test_a_broken_leaflet_fails_its_rows_alone(project: Sandbox) -> None:
    fill(project, BOOKED, "feet,en,web,1,,")
    project.write("content/feet.yaml", "kind: [")
    done = project.run("--batch", str(project.root / "jobs.csv"), "--format", "json")
    summary = json.loads(done.stdout.splitlines()[-1])
    assert (summary["copies"], summary["failed"]) == (["en/hands_en_web_17.html"], ["jobs.csv:3"])


def test_check_reads_a_batch_file_and_writes_nothing(project: Sandbox) -> None:
    fill(project, "hands,en,web,1,Ada\u202e,")
    done = project.run("check", "--batch", str(project.root / "jobs.csv"))
    assert "jobs.csv:2:16: error[character-bidi]" in done.stderr
    assert (done.returncode, files(project)) == (1, set())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--batch", "none.csv"], "error[batch-missing]: cannot be read: No such file"),
        (
            ["--batch", "clinic.yaml"],
            "ends in .csv, .tsv, .jsonl; a spreadsheet saves a table as",
        ),
        (["--batch", "jobs.csv", "-l", "en"], "--batch: the file says which"),
        (["catalogs", "--batch", "jobs.csv"], "--batch belongs to the commands build and check"),
    ],
)
def test_a_wrong_call_is_reported(project: Sandbox, arguments: list[str], says: str) -> None:
    done = project.run(*arguments)
    assert says in done.stderr
    assert done.returncode == 2


def test_a_title_has_no_personal_values(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "title: Washing", "title: For {copy.patient}, washing")
    done = project.run()
    assert "content/hands.yaml:2:8: error[placeholder-in-title]" in done.stderr
