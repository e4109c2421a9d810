"""Values of a personal copy appear nowhere else, whatever goes wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest

from ...conftest import ROOT, Sandbox
from .batch import files, fill

pytestmark = pytest.mark.slow

# Words that appear nowhere else.
SECRETS = ("Zelimkhan", "Qwertzuiop", "Febtober", "Nachtwald", "Ибрагимбек", "मृगनयनी")
ROWS = (
    'hands,en,web,1,Zelimkhan Qwertzuiop,"3 Febtober, 10:30"',
    'hands,en,a4,2,Zelimkhan Ибрагимбек,"3 Febtober, 10:30"',
    "hands,en,a4,3,मृगनयनी,3 Febtober",
    f"hands,en,a4,4,Zelimkhan,{'Nachtwald' * 50}",  # overflows its box
    "hands,en,a4,5,Zelimkhan \U00012001,3 Febtober",  # no font has a glyph for it
    "hands,en,web,6,Zelimkhan\u202e,Febto\u00adber",  # invisible characters
    "hands,en,web,Zelimkhan Qwertzuiop,Nachtwald,",  # not an id
    "Zelimkhan,Qwertzuiop,Febtober,7,Nachtwald,",  # shifted columns
    "hands,en,web,8,Zelimkhan",
    'hands,en,web,9,"Zelimkhan"Nachtwald,',
)


def leaks(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [secret for secret in SECRETS if secret.encode() in data]


def run(project: Sandbox, *arguments: str) -> str:
    """All that the command prints."""
    done = project.run(*arguments)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def run_inside(project: Sandbox, *arguments: str) -> str:
    """The same, with temporary files and caches in the project."""
    for folder in ("tmp", "cache"):
        (project.root / folder).mkdir(exist_ok=True)
    places = {"TMPDIR": str(project.root / "tmp"), "XDG_CACHE_HOME": str(project.root / "cache")}
    done = project.start(*arguments, **places)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def batch(project: Sandbox) -> str:
    return str(project.root / "jobs.csv")


def everything(project: Sandbox) -> list[Path]:
    found = [Path(folder, name) for folder, _, names in os.walk(project.root) for name in names]
    assert len(found) > 3
    return found


def test_values_are_on_the_copies_and_nowhere_else(project: Sandbox) -> None:
    fill(project, *ROWS[:-1])
    output = run_inside(project, "--batch", batch(project), "--jobs", "2")
    output += run_inside(project)
    assert leaks(output) == []
    copies = {"en/hands_en_web_1.html", "en/hands_en_a4_2.pdf", "en/hands_en_a4_3.pdf"}
    assert copies < files(project)
    for path in everything(project):
        assert leaks(str(path)) == []
        if path.name not in ("jobs.csv", "hands_en_web_1.html"):
            assert leaks(path.read_bytes()) == [], path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_no_format_of_a_report_quotes_a_value(project: Sandbox, form: str) -> None:
    fill(project, *ROWS[:-1])
    output = run(project, "check", "--batch", batch(project), "--format", form)
    assert leaks(output) == []
    assert "character-bidi" in output


def test_a_file_that_is_broken_in_the_middle_is_not_quoted(project: Sandbox) -> None:
    fill(project, *ROWS)
    assert leaks(output := run(project, "--batch", batch(project))) == []
    assert "jobs.csv:11:27: error[batch-syntax]" in output


def test_a_file_without_a_head_is_not_quoted(project: Sandbox) -> None:
    fill(project, *ROWS[:3], head=ROWS[0])
    assert leaks(run(project, "--batch", batch(project))) == []


def test_a_template_that_fails_over_a_value_does_not_quote_it(project: Sandbox) -> None:
    fill(project, ROWS[0])
    project.write("templates/web/leaflet.html", "{{ leaflet[text(leaflet.subtitle)] }}")
    output = run(project, "--batch", batch(project))
    assert leaks(output) == []
    assert "jobs.csv:2: error[template]" in output


@pytest.mark.parametrize("edition", ["web", "a4"])
def test_titles_and_descriptions_have_no_value(project: Sandbox, edition: str) -> None:
    fill(project, f"hands,en,{edition},1,Zelimkhan,")
    run(project, "--batch", batch(project))
    if edition == "web":
        page = (project.root / "output/en/hands_en_web_1.html").read_text("utf-8")
        assert leaks(page.partition("</head>")[0]) == []
        assert 'content="For …"' in page
    else:
        with pikepdf.open(project.root / "output/en/hands_en_a4_1.pdf") as pdf:
            assert leaks(repr(pdf.docinfo) + str(pdf.open_metadata())) == []
            assert pdf.docinfo["/Subject"] == "For …"


def test_findings_on_the_filled_in_sheet_are_reported_at_its_row(project: Sandbox) -> None:
    fill(project, "hands,en,a4,1,Zelimkhan Qwertzuiop,")
    style = (ROOT / "templates/a4/style.css").read_text("utf-8")
    narrow = ".subtitle { overflow-wrap: normal; white-space: nowrap; width: 9mm; }"
    project.write("templates/a4/style.css", style + narrow)
    output = run(project, "--batch", batch(project))
    assert "jobs.csv:2: error[overflow-sideways]: found on the filled in sheet" in output
    assert leaks(output) == []
