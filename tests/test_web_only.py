"""Blocks that are only for the web: what paper leaves out, and what it must not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from polyleaf.content import leaflets
from polyleaf.model.findings import PolyleafError
from polyleaf.model.leaflet import Asset

from .conftest import LEAFLET, Sandbox
from .reading import spoken

MORE = "You can read more on the web page."
SOURCE = '  - {{id: {0}, cite: "{0}", url: "https://{0}.org/a", year: 2020, level: {1}}}\n'
BOTH = (
    LEAFLET.replace(
        "      - list: [",
        "      - paragraph: {text: 'Soap is old [@old-2020].', web_only: true}\n"
        "      - paragraph: Towels dry hands [@new-2020].\n"
        "      - list: [",
    )
    .replace(
        "sources:\n",
        "  - id: why\n    heading: Why it works\n    blocks:\n"
        "      - terms: {items: [{term: Fat, text: It breaks fat.}], web_only: true}\n"
        "sources:\n",
    )
    .rstrip("\n")
    + "\n"
    + SOURCE.format("old-2020", "review")
    + SOURCE.format("new-2020", "patient-information")
    + "  - {id: lost-2021, cite: A letter, year: 2021, level: regulator}\n"
).replace("Why it works", "Why it works [@lost-2021]")


def faults(block: str) -> list[str]:
    """Line, column and code of what is wrong with a leaflet that has the block."""
    text = LEAFLET.replace(
        "      - list: [Wet your hands., Rub them., Dry them.]", f"      - {block}"
    )
    try:
        leaflets.parse(text.encode(), "content/hands.yaml", lambda name, _: Asset(name, "x", b""))
    except PolyleafError as error:
        return [f"{f.where.line}:{f.where.column} {f.code}" for f in error.findings]
    return []


@pytest.mark.parametrize(
    "block",
    [
        "paragraph: {text: a, safety: true, web_only: true}",
        "list: {items: [a], key: true, web_only: true}",
        "callout: {tone: urgent, heading: a, text: b, web_only: true}",
        "form: {heading: a, columns: [b], own_page: true, web_only: true}",
        "schedule: {medicines: [{name: a, doses: {noon: 1}}], web_only: true}",
    ],
)
def test_what_readers_of_the_paper_need_is_not_for_the_web_alone(block: str) -> None:
    (fault,) = faults(block)
    assert re.fullmatch(r"14:\d+ web-only", fault)
    assert faults(block.replace(", web_only: true", ", web_only: false")) == []


def test_other_blocks_may_be_for_the_web_alone() -> None:
    assert faults("callout: {tone: info, heading: a, text: b, web_only: true}") == []
    assert faults("form: {heading: a, columns: [b], web_only: true}") == []
    assert faults("paragraph: {text: a, web_only: perhaps}") == ["14:40 type"]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Sandbox(tmp_path_factory.mktemp("both"))
    project.write("clinic.yaml", CLINIC)
    project.write("content/hands.yaml", BOTH)
    done = project.run("-e", "a4,web,text")
    assert done.returncode == 0, done.stderr
    return project.root / "output/en"


CLINIC = """\
name: Test Clinic
phone: "+44 20 7946 0958"
web: https://clinic.example/{language}/{leaflet}
country: GB
languages: [en]
"""


@pytest.mark.slow
def test_paper_leaves_out_the_blocks_with_their_heading_and_sources(sheets: Path) -> None:
    paper = " ".join(spoken((sheets / "hands_en_a4.pdf").read_bytes()).replace("\xa0", " ").split())
    assert "Towels dry hands [2]." in paper
    assert paper.count(MORE) == 1
    for gone in ("Soap is old", "Why it works", "It breaks fat", "old-2020", "A letter"):
        assert gone not in paper
    for name in ("hands_en_web.html", "hands_en_text.txt"):
        text = (sheets / name).read_text("utf-8")
        assert MORE not in text
        for kept in ("Soap is old", "Why it works", "It breaks fat", "old-2020", "A letter"):
            assert kept in text, name


@pytest.mark.slow
def test_a_source_has_the_same_number_on_paper_and_on_the_web(sheets: Path) -> None:
    web = (sheets / "hands_en_text.txt").read_text("utf-8").replace("\xa0", " ")
    assert "Towels dry hands [2]." in web
    assert "Soap is old [3]." in web
    assert "Patient information" in web
    page = (sheets / "hands_en_web.html").read_text("utf-8")
    listed = re.findall(r'<li id="source-(\d+)">(.*?)<br>', page)
    assert listed == [
        ("1", "WHO guidelines"),
        ("2", "new-2020"),
        ("3", "old-2020"),
        ("4", "A letter"),
    ]
    assert ">old-2020.org/a</a></li>" in page
    assert re.search(r"A letter<br>[^\n]*Regulator</span>&lrm;</li>", page), "it has no page"


@pytest.mark.slow
def test_a_leaflet_with_nothing_for_paper_is_reported(project: Sandbox) -> None:
    project.write(
        "content/hands.yaml",
        re.sub(
            r"      - paragraph: .*\n      - list: .*\n",
            "      - paragraph: {text: 'Soap [@who-2009].', web_only: true}\n",
            LEAFLET,
        ),
    )
    done = project.run("-e", "a4")
    assert done.returncode == 1
    assert "content/hands.yaml: error[nothing-left]: no block is for paper" in done.stderr
    assert project.run("-e", "web").returncode == 0


@pytest.mark.slow
def test_a_sheet_without_such_blocks_does_not_speak_of_the_web(project: Sandbox) -> None:
    done = project.run("-e", "a4,large-print")
    assert done.returncode == 0, done.stderr
    for pdf in project.root.glob("output/en/*.pdf"):
        assert MORE not in spoken(pdf.read_bytes()).replace("\xa0", " ")


def test_editors_know_the_key() -> None:
    text = json.dumps(leaflets.schema())
    assert '"web_only"' in text
    assert '"patient-information"' in text
