"""How a clinic wants its sheets to look: colours, paper, columns, its own rules."""

from __future__ import annotations

import json

import pypdfium2
import pytest

import polyleaf
from polyleaf.content.clinic.colours import NAMES, darkened

from ...conftest import Sandbox
from .drawn import built, colours, page

PDF, WEB = "output/en/hands_en_a4.pdf", "output/en/hands_en_web.html"
SHIPPED = {"#0b4f5c", "#17242a"}  # accent and ink


def look(project: Sandbox, text: str, editions: str = "[a4]") -> None:
    project.edit("clinic.yaml", "editions: [web]", f"editions: {editions}\n{text}")


@pytest.mark.slow
def test_the_colours_of_a_clinic_are_drawn(project: Sandbox) -> None:
    look(project, 'colours: {accent: "#7a3b69", ink: "#123"}', "[a4, web]")
    assert "colour-contrast" not in built(project)
    drawn = colours(page(project.root / PDF))
    assert {"#7a3b69", "#112233", "#f5f0f4"} <= drawn, "accent, ink, and 7.5 % of the accent"
    assert not drawn & SHIPPED
    web = (project.root / WEB).read_text("utf-8")
    assert "--accent: #7a3b69;" in web
    assert "#0b4f5c" not in web


@pytest.mark.slow
def test_a_colour_that_cannot_be_read_is_darkened_with_a_warning(project: Sandbox) -> None:
    look(project, 'colours: {accent: "#E07A1F"}')
    said = built(project)
    assert (
        "clinic.yaml:7:19: warning[colour-contrast]: accent #E07A1F has a contrast of 3.0:1" in said
    )
    assert "#945116 is used" in said
    assert "#945116" in colours(page(project.root / PDF))
    assert "colour-contrast" in built(project), "it is said as long as it is so"


@pytest.mark.parametrize("colour", [(255, 255, 255), (255, 255, 0), (0, 255, 255), (10, 10, 10)])
def test_every_colour_becomes_dark_enough(colour: tuple[int, int, int]) -> None:
    assert darkened(darkened(colour)) == darkened(colour)
    assert max(darkened(colour)) <= 130


@pytest.mark.parametrize("value", ["teal", '"#12"', '"#1234567"', '"#ggg"', "rgb(1 2 3)"])
def test_what_is_no_colour_is_reported_at_its_place(project: Sandbox, value: str) -> None:
    look(project, "colours:\n" + "".join(f"  {name}: {value}\n" for name in NAMES))
    found = polyleaf.check(project.root).findings
    assert {(finding.where.line, finding.code) for finding in found} == {
        (line, "colour-form") for line in (8, 9, 10, 11)
    }


@pytest.mark.slow
@pytest.mark.parametrize("how", ["mono: true", "edition"])
def test_black_and_white_printers_get_no_colour(project: Sandbox, how: str) -> None:
    look(project, how if how == "mono: true" else "")
    if how == "edition":
        project.write("templates/a4/edition.toml", 'format = "pdf"\nmono = true\n')
    built(project)
    drawn = colours(page(project.root / PDF))
    assert "#000000" in drawn
    for colour in drawn:
        assert colour[1:3] == colour[3:5] == colour[5:7], f"{colour} is not grey"


@pytest.mark.slow
def test_mono_is_an_option_that_makes_sheets_anew(project: Sandbox) -> None:
    look(project, "")
    built(project)
    first = (project.root / PDF).read_bytes()
    assert colours(page(project.root / PDF)) >= SHIPPED
    built(project, "--mono")
    assert not SHIPPED & colours(page(project.root / PDF))
    built(project)
    assert (project.root / PDF).read_bytes() == first


def size(project: Sandbox, edition: str) -> tuple[int, int]:
    pdf = pypdfium2.PdfDocument((project.root / f"output/en/hands_en_{edition}.pdf").read_bytes())
    width, height = pdf[0].get_size()
    return round(width), round(height)


A4, LETTER = (595, 842), (612, 792)  # points


@pytest.mark.slow
@pytest.mark.parametrize(
    ("country", "paper", "sizes"),
    [
        ("GB", "", {"mine": A4, "a4": A4, "small": (499, 709)}),
        ("US", "", {"mine": LETTER, "a4": A4, "small": (499, 709)}),
        ("MX", "paper: a4", {"mine": A4}),
        ("GB", "paper: letter", {"mine": LETTER, "a4": A4}),
    ],
)
def test_an_edition_without_a_size_of_its_own_is_on_the_clinics_paper(
    project: Sandbox, country: str, paper: str, sizes: dict[str, tuple[int, int]]
) -> None:
    project.write("templates/mine/edition.toml", 'extends = "a4"\n')
    project.write("templates/small/edition.toml", 'extends = "a4"\n[paper]\nsize = "B5"\n')
    project.edit("clinic.yaml", "GB", country)
    look(project, paper, f"[{', '.join(sizes)}]")
    built(project)
    assert {name: size(project, name) for name in sizes} == sizes


@pytest.mark.parametrize(
    ("country", "editions", "paper", "said"),
    [
        ("US", "[a4, web]", "", True),
        ("US", "[a4, web]", "paper: a4", False),
        ("GB", "[a4, web]", "", False),
        ("US", "[web]", "", False),
    ],
)
def test_paper_that_a_country_does_not_use_is_a_warning(
    project: Sandbox, country: str, editions: str, paper: str, said: bool
) -> None:
    project.edit("clinic.yaml", "GB", country)
    look(project, paper, editions)
    found = map(str, polyleaf.check(project.root).findings)
    place = "clinic.yaml:6:12: warning[edition-paper]: a4 is not the paper of US; write letter"
    assert any(finding.startswith(place) for finding in found) == said


@pytest.mark.slow
def test_without_editions_the_paper_of_the_country_is_built(project: Sandbox) -> None:
    project.write("templates/letter/edition.toml", 'extends = "a4"\n[paper]\nsize = "letter"\n')
    project.edit("clinic.yaml", "editions: [web]\n", "")
    project.edit("clinic.yaml", "GB", "US")
    built(project)
    rows = json.loads((project.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert {row["edition"] for row in rows} == {"letter", "web"}
    assert size(project, "letter") == LETTER


@pytest.mark.slow
@pytest.mark.parametrize(
    ("columns", "own", "made"), [("1", "2", "1"), ("2", "1", "1"), ("2", "2", "2")]
)
def test_one_column_is_one_column(project: Sandbox, columns: str, own: str, made: str) -> None:
    settings = f'extends = "web"\n[paper]\nsize = "A4"\ncolumns = {own}\n'
    project.write("templates/mine/edition.toml", settings)
    look(project, f"columns: {columns}", "[mine]")
    polyleaf.build(project.root, mapper=map)
    web = (project.root / "output/en/hands_en_mine.html").read_text("utf-8")
    assert f'class="leaflet columns-{made}"' in web
    assert f"--paper-columns: {made};" in web


@pytest.mark.slow
def test_rules_of_the_project_follow_those_of_every_edition(project: Sandbox) -> None:
    look(project, "", "[a4, web]")
    built(project)
    before = {name: (project.root / name).read_bytes() for name in (PDF, WEB)}
    project.write("templates/extra.css", ".key-points { background: #ffe0c0; }\n")
    said = project.run("--explain")
    assert "hands en a4: templates/" in said.stdout
    assert "#ffe0c0" in colours(page(project.root / PDF))
    assert (project.root / WEB).read_text("utf-8").rindex("#ffe0c0") > 0
    project.edit("templates/extra.css", "#ffe0c0", "#c0ffe0")
    assert "templates/extra.css" in project.run("--explain").stdout
    assert "#c0ffe0" in colours(page(project.root / PDF))
    (project.root / "templates/extra.css").unlink()
    built(project)
    assert before == {name: (project.root / name).read_bytes() for name in (PDF, WEB)}


@pytest.mark.slow
@pytest.mark.parametrize("address", ["https://x.example/a.png", "file:///etc/passwd"])
def test_rules_of_the_project_lead_nowhere(project: Sandbox, address: str) -> None:
    look(project, "")
    project.write("templates/extra.css", f"h1 {{ background: url('{address}') }}")
    done = project.run()
    assert done.returncode == 1
    assert "outside-document" in done.stderr


def test_everything_that_is_wrong_is_told_in_one_run(project: Sandbox) -> None:
    look(
        project,
        "paper: a5\ncolumns: 3\nmono: yes\ncolours: {accent: red, glow: '#fff'}\n"
        "hours: {mon-fri: 9-5}\nlogo: none.svg",
    )
    said = project.run("check").stderr
    for wrong in (
        'clinic.yaml:7:8: error[value-unknown]: unknown paper "a5"',
        'clinic.yaml:8:10: error[value]: "columns"',
        "clinic.yaml:9:7: error[type]",
        "clinic.yaml:10:19: error[colour-form]",
        'clinic.yaml:10:24: error[key-unknown]: unknown key "glow"',
        "clinic.yaml:11:18: error[hours-form]",
        "clinic.yaml:12:7: error[file-missing]",
    ):
        assert wrong in said
