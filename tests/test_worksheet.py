"""`worksheet`: what the command writes, read back from the PDF and the JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from polyleaf.translation import catalog

from .cli.calling import call
from .conftest import CLINIC, LEAFLET, Sandbox
from .pipeline.review_pack import sample
from .reading import folded, pdfium

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("worksheet")]
ITEMS = {"cdc": 20, "pemat-p": 24, "discern": 16}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """A project whose worksheets are written, in English and in Urdu."""
    sandbox = Sandbox(tmp_path_factory.mktemp("worksheet"))
    sandbox.write("clinic.yaml", CLINIC)
    sandbox.write("content/hands.yaml", LEAFLET)
    sandbox.write(sample.PO, catalog.write(sample.urdu()))
    done = sandbox.run("worksheet", "hands", "-l", "en,ur")
    assert done.returncode == 0, done.stderr
    return sandbox


def read(made: Sandbox, language: str) -> dict[str, object]:
    path = made.root / f"worksheets/hands_{language}_worksheet.json"
    found: dict[str, object] = json.loads(path.read_text("utf-8"))
    return found


def answers(made: Sandbox, language: str, instrument: str) -> dict[str, dict[str, object]]:
    every = read(made, language)["instruments"]
    assert isinstance(every, list)
    (found,) = (each for each in every if each["id"] == instrument)
    return {item["number"]: item for item in found["items"]}


def test_the_json_has_every_item_and_the_shape_that_is_documented(made: Sandbox) -> None:
    schema = json.loads(call("schema", "--worksheet", cwd=made.root).stdout)
    for language in ("en", "ur"):
        jsonschema.validate(read(made, language), schema)
        counts = {name: len(answers(made, language, name)) for name in ITEMS}
        assert counts == ITEMS


def test_answers_name_the_lines_that_they_rest_on(made: Sandbox) -> None:
    calls = answers(made, "en", "cdc")["5"]
    assert calls["answer"] == "yes"
    assert {"where": "content/hands.yaml:4", "said": "Wash your hands before you eat."} in calls[
        "places"
    ]  # type: ignore[operator]
    urdu = answers(made, "ur", "cdc")["5"]["places"]
    assert isinstance(urdu, list)
    assert urdu[0]["where"].startswith("locales/ur/LC_MESSAGES/hands.po:")
    assert urdu[0]["said"] == sample.URDU["Wash your hands before you eat."]


def test_what_a_program_cannot_judge_is_left_open(made: Sandbox) -> None:
    for instrument, numbers in {"cdc": "1 13", "pemat-p": "2 10", "discern": "2 3 6 16"}.items():
        found = answers(made, "en", instrument)
        assert {found[number]["answer"] for number in numbers.split()} == {"open"}
    assert answers(made, "ur", "cdc")["6"]["answer"] == "open"  # voice is read in English alone
    readings = read(made, "ur")["readings"]
    assert isinstance(readings, list)
    assert readings[0]["formula"] == ""


def test_the_pdf_reads_as_the_json_and_claims_no_certificate(made: Sandbox) -> None:
    text = folded(pdfium((made.root / "worksheets/hands_ur_worksheet.pdf").read_bytes()))
    assert folded("This is no certificate, no score and no approval.") in text
    for instrument in ITEMS:
        for item in answers(made, "ur", instrument).values():
            assert folded(f"{item['number']} {item['asks']}") in text
    assert folded("Baker Able Leaflet Design (BALD) score: its table of points could not") in text
    assert re.search(folded("Signature"), text)


def test_the_same_leaflet_gives_the_same_bytes(made: Sandbox, tmp_path: Path) -> None:
    again = made.run("worksheet", "hands", "-l", "ur", "--output", str(tmp_path))
    assert again.returncode == 0, again.stderr
    for name in ("hands_ur_worksheet.pdf", "hands_ur_worksheet.json"):
        assert (tmp_path / name).read_bytes() == (made.root / "worksheets" / name).read_bytes()


def test_a_wrong_call_is_a_finding_and_writes_nothing(project: Sandbox) -> None:
    for arguments, code, status in (
        (["hand"], "leaflet-unknown", 2),
        (["hands", "-l", "de"], "catalog-missing", 1),
        (["hands", "-l", "xx-1"], "language-unknown", 2),
        (["hands", "--output", str(project.root / "clinic.yaml")], "output-unwritable", 1),
    ):
        done = project.run("worksheet", *arguments)
        assert (done.returncode, code in done.stderr) == (status, True), done.stderr
    assert not (project.root / "worksheets").exists()


FORM = """\
      - form: {heading: My hands, columns: [Day, Washed], own_page: true}
      - terms: [{term: Soap, text: "It helps 61 to 62 of 100 people.", evidence: weak}]
pages: 1
"""


def test_it_shows_the_sentence_and_counts_neither_a_form_nor_a_grade_wrong(
    project: Sandbox,
) -> None:
    text = LEAFLET.replace("Wash your hands before", "Most heal alone. Ask {clinic.name} before")
    project.write("content/hands.yaml", text.replace("sources:\n", f"{FORM}sources:\n"))
    done = project.run("worksheet", "hands", "-l", "en")
    assert done.returncode == 0, done.stderr
    (path,) = (project.root / "worksheets").glob("*.json")
    every = json.loads(path.read_text("utf-8"))["instruments"]
    items = {each["id"]: {item["number"]: item for item in each["items"]} for each in every}
    acts = [place["said"] for place in items["cdc"]["5"]["places"]]
    assert acts[0] == "Ask {clinic.name} before you eat."
    assert items["pemat-p"]["21"]["places"] == items["cdc"]["5"]["places"]
    assert items["cdc"]["20"]["answer"] == "open"
    assert "grades nothing" not in items["discern"]["8"]["because"]
    assert items["design"]["D10"]["because"] == "1 page, should have at most 1, and 1 of a form"
