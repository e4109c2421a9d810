"""The edition `text` of the shipped leaflets, and of leaflets with every kind of block."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from polyleaf.content import project
from polyleaf.languages import scripts
from polyleaf.markup.render import references
from polyleaf.model import inline
from polyleaf.model.inline import Cite, Emphasis, Link, Node, Placeholder, Run, Strong
from polyleaf.model.jobs import Selection
from polyleaf.model.leaflet import for_paper
from polyleaf.model.task import Task
from polyleaf.model.walk import texts
from polyleaf.pipeline import in_language, plan, recipe

from .conftest import ROOT
from .fribidi import seen
from .plans import PLANS, TAP

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("text")]

HERE = project.read(ROOT, None)
# Of each script, direction, kind of digits and kind of line end.
LANGUAGES = ["en", "bn", "ta", "ur", "ar", "fr", "zh-Hans"]
PHONE = "+44\u00a020\u00a07946\u00a00958"
JOINERS = "\u200c\u200d"
MARKS = "\u200e\u200f\u2066\u2067\u2069"
EVERY_KIND = """
kind: leaflet
title: Every *kind*
summary: ["Read [our page](https://a.example/b) [@x]."]
published: 2026-11-22
review_by: 2199-11-22
written_by: A nurse
reviewed_by: [{name: Dr. Ada, role: dermatologist, on: 2026-11-20}]
funding: A foundation
sections:
  - id: all
    heading: All of them
    blocks:
      - paragraph: {text: "Call **{clinic.urgent_phone}** or write to {clinic.name}.", evidence: weak}
      - list: [One & two, "5 < 6"]
      - steps: [Wet, Rub]
      - terms: [{term: Soap, text: It cleans., evidence: strong}, {term: Why?, text: So.}]
      - table: {caption: Doses, columns: [What, When], rows: [[Gel, At 8], [Soap, "[Now](https://c.example)"]]}
      - form: {heading: Diary, columns: [Day, Skin], rows: 3}
      - callout: {tone: urgent, heading: Bleeding, text: Call now.}
      - figure: {image: hand.svg, alt: A hand., caption: The hand, labels: [Palm, Thumb]}
      - options:
          - {name: Nothing, benefits: [Cheap, Quick], risks: [None], unknown: [How long], evidence: none}
          - {name: Cream, benefits: [Helps], risks: [Stings], unknown: [Why]}
sources:
  - {id: x, cite: WHO guidelines, url: "https://who.int/rub", year: 2009, level: guideline}
"""  # noqa: E501


Sheets = list[tuple[Task, str]]


def small_project(root: Path, edition: str = "", content: str = EVERY_KIND) -> Path:
    """A project with one leaflet; `edition` is the edition.toml of its own edition `text`."""
    clinic = (ROOT / "clinic.yaml").read_text("utf-8").replace("logo:", "#")
    clinic = re.sub(r"leaflet_languages:\n(?:  .*\n)+", "", clinic)
    hand = (ROOT / "content/images/clinic-logo.svg").read_text("utf-8")
    files = {
        "clinic.yaml": clinic,
        "content/kinds.yaml": content,
        "content/hand.svg": hand,
        "content/tap.svg": TAP,
    }
    files |= {"templates/text/edition.toml": edition} if edition else {}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def made(folder: Path, tag: str) -> Sheets:
    tasks = plan.plan(project.read(folder, None), Selection((), (tag,), ("text",))).tasks
    assert tasks
    outcomes = [recipe.make(task) for task in tasks]
    assert all(outcome.data for outcome in outcomes), [o.findings for o in outcomes]
    data = [(outcome.data or b"").decode() for outcome in outcomes]
    return list(zip(tasks, data, strict=True))


@pytest.fixture(scope="module", params=[*LANGUAGES, "blocks", "plans"])
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    if request.param in LANGUAGES:
        return made(ROOT, request.param)
    content = EVERY_KIND if request.param == "blocks" else PLANS
    return made(small_project(tmp_path_factory.mktemp("kinds"), content=content), "en")


def folded(text: str) -> str:
    kept = "".join(c for c in text if not c.isspace() and c not in MARKS)
    return "".join(str(int(c)) if c.isdecimal() else c for c in unicodedata.normalize("NFC", kept))


def said(nodes: inline.Nodes, values: dict[str, str], numbers: dict[str, int]) -> str:
    def of(node: Node) -> str:
        match node:
            case Run(text):
                return text
            case Placeholder(name):
                return values[name]
            case Cite(sources):
                return "".join(f"[{numbers[source]}]" for source in sources)
            case Link(address, children):
                return f"{said(children, values, numbers)} ({address})"
            case Strong(children) | Emphasis(children):
                return said(children, values, numbers)
        raise AssertionError(node)

    return "".join(map(of, nodes))


def test_nothing_of_the_leaflet_is_lost(sheets: Sheets) -> None:
    for task, text in sheets:
        sheet, _ = in_language.localized(task)
        leaflet = sheet.leaflet
        numbers = {
            r.source.id: r.number for r in references(leaflet.sources, for_paper(leaflet), leaflet)
        }
        whole, values = folded(text), dict(task.clinic.values)
        # Not printed: words to look for a sheet by; by hand: what stands on one person's copy.
        wanted = [
            each
            for each in texts(replace(leaflet, keywords=()))
            if each.value != "none" and "{copy." not in each.value
        ]
        assert len(wanted) > 20
        for each in wanted:
            words = folded(said(inline.parse(each.value), values, numbers))
            if each.picture:  # what it says for the picture has them already, in a sentence
                assert words.casefold() in whole.casefold(), each
            else:
                assert words in whole, each
        for reference in references(leaflet.sources, for_paper(leaflet), leaflet):
            assert folded(f"{reference.number}. {reference.source.cite}") in whole
            assert reference.source.url in text
        for value in (task.clinic.name, *task.clinic.address, *values.values(), leaflet.version):
            assert folded(value) in whole


def test_lines_are_plain_and_no_wider_than_the_edition_says(sheets: Sheets) -> None:
    for task, text in sheets:
        assert text == unicodedata.normalize("NFC", text)
        lines = text.split("\n")
        assert lines[-2:] == [lines[-2], ""] != ["", ""]
        assert max(scripts.columns(line) for line in lines if "://" not in line) <= 72
        assert all(line == line.rstrip() for line in lines)
        assert not any("  " in line.strip(f" {MARKS}") for line in lines)
        signs = {c for c in text if unicodedata.category(c) in ("Cc", "Cf")} - {*JOINERS, "\n"}
        assert signs <= (set(MARKS) if task.language.direction == "rtl" else set())
        assert not re.search(r"</?[a-z]+[ >]|&[a-z]+;|\*\*|\{clinic", text)
        assert PHONE in text


def test_right_to_left_lines_show_numbers_and_names_in_their_order(sheets: Sheets) -> None:
    for task, text in sheets:
        if task.language.direction == "ltr":
            continue
        for line in text.splitlines():
            shown, right_to_left = seen(line)
            own_text = re.sub(r"\u00a0\[\d+\]", "", line)  # citations follow each other leftwards
            for run in re.findall(r"[!-~\u00a0]*[A-Za-z0-9][!-~\u00a0]*", own_text):
                assert run.strip("()[].:,\u00a0") in shown, (line, shown)
            if re.search("[\u0600-\u06ff]", line) and "\u2067" not in line:
                assert right_to_left, line


@pytest.mark.parametrize(("width", "longest"), [(0, 405), (30, 30)])
def test_paper_can_be_had_as_text_in_lines_of_any_width(
    width: int, longest: int, tmp_path: Path
) -> None:
    toml = f'extends = "a4"\nformat = "txt"\n[text]\nwidth = {width}\n'
    content = EVERY_KIND.replace("One & two", "One " * 100 + "end")
    ((_, text),) = made(small_project(tmp_path, toml, content), "en")
    assert "1. Wet\n2. Rub\n" in text
    assert "Page" not in text, "the foot of a page"
    lengths = [len(line) for line in text.splitlines() if "://" not in line]
    assert longest - 5 <= max(lengths) <= longest


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[text]\nwidth = 5", "text.width must be a number of columns from 20 to 1,000, or 0"),
        ('[text]\nwidth = "72"', "text.width must be a number of columns from 20 to 1,000, or 0"),
        ("[text]\nwidht = 72", 'unknown key "text.widht"'),
        ("text = 72", "text must be a table: [text]"),
    ],
)
def test_a_wrong_width_is_told(written: str, message: str, tmp_path: Path) -> None:
    root = small_project(tmp_path, f'extends = "web"\nformat = "txt"\n{written}\n')
    found = plan.plan(project.read(root, None), Selection((), ("en",), ("text",))).findings
    assert [finding.message for finding in found] == [message]
