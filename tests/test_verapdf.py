"""PDF/UA-1 as its reference validator sees it: that it can fail, and that no shipped sheet does."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf import pdf
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html

from . import verapdf
from .verapdf import Failure

pytestmark = pytest.mark.slow

FAMILY = "Noto Sans"
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAA"
    "AAAEAAH2FzhVAAAAAElFTkSuQmCC"
)
GOOD = f"""\
<!DOCTYPE html><html lang="en" style="font-family: '{FAMILY}'"><title>Hands</title>
<h1>Hands</h1><h2>How</h2><p>Wash <b>both</b>, <a href="https://www.who.int">as WHO says</a>.</p>
<ul><li>Soap</li></ul><img alt="A tap" src="{PIXEL}">
<table><tr><th>When</th></tr><tr><td>Before you eat</td></tr></table>"""

# What is spoilt in the good document, and the rule (clause-test of ISO 14289-1) that sees it.
SPOILT = {
    "no title": ("<title>Hands</title>", "", "7.1-9"),
    "no language": (' lang="en"', "", "7.2-29"),
    "a list item that holds a paragraph": ("<li>Soap", "<li><p>Soap</p>", "7.2-20"),
    "rows that differ in length": ("<td>Before", "<td>1</td><td>Before", "7.2-42"),
    "a picture without words": ("A tap", "", "7.3-1"),
    "a heading level skipped": ("<h2>How</h2>", "<h3>How</h3>", "7.4.2-1"),
    "a link that holds an element": ("as WHO says", "as <b>WHO</b> says", "7.18.5-1"),
    "a missing glyph": ("Soap", "Soap \N{CUNEIFORM SIGN A}", "7.21.8-1"),
}
NO_PDF = {"empty": b"", "text": b"Hands\n", "cut": b"%PDF-1.7\n1 0 obj\n<<"}

drawing = pytest.mark.xdist_group("verapdf")  # the small files share one start of Java


def draw(text: str) -> bytes:
    return pdf.draw(Html(text, "", (FAMILY,), Where("content/hands.yaml"))).data


@pytest.fixture(scope="module")
def failures(engine: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Failure]]:
    """What veraPDF says of every small file, by the file's name."""
    files = {"good": draw(GOOD), **NO_PDF}
    for name, (old, new, _) in SPOILT.items():
        assert old in GOOD
        files[name] = draw(GOOD.replace(old, new))
    folder = tmp_path_factory.mktemp("手 verapdf")  # neither ASCII nor free of spaces
    for name, data in files.items():
        (folder / name).write_bytes(data)
    found = verapdf.validate([folder / name for name in [*files, "absent"]])
    return {path.name: found[path] for path in found}


@drawing
def test_a_good_document_breaks_no_rule(failures: dict[str, list[Failure]]) -> None:
    assert failures["good"] == []


@drawing
@pytest.mark.parametrize("name", SPOILT)
def test_what_is_wrong_is_named_by_its_clause(
    failures: dict[str, list[Failure]], name: str
) -> None:
    found = {f"{failure.clause}-{failure.test}": failure for failure in failures[name]}
    failure = found[SPOILT[name][2]]
    assert failure.count == 1
    assert failure.description
    assert " at root" in failure.context[0]


@drawing
@pytest.mark.parametrize("name", [*NO_PDF, "absent"])
def test_a_file_that_is_no_pdf_is_told_and_stops_no_other(
    failures: dict[str, list[Failure]], name: str
) -> None:
    (failure,) = failures[name]
    assert failure.clause == "unreadable"
    assert failure.description


@drawing
def test_other_standards_can_be_asked_for(tmp_path: Path) -> None:
    """It is PDF/A-3a, and not PDF/A-2b, which is what clause 6.6.4 asks for."""
    file = tmp_path / "good.pdf"
    file.write_bytes(draw(GOOD))
    assert "6.6.4" in {failure.clause for failure in verapdf.validate([file], "2b")[file]}


def test_a_machine_without_java_is_told_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(RuntimeError, match=r"needs java; `make setup-test` installs it"):
        verapdf.validate([])


# What breaks a rule depends on fonts and on kinds of content: one leaflet in each language, and
# each leaflet in one.
SHIPPED = ("*/rosacea*.pdf", "en/*.pdf")


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_shipped_sheets_are_pdf_ua_and_pdf_a(shipped: Path, flavour: str) -> None:
    files = sorted({file for pattern in SHIPPED for file in shipped.glob(pattern)})
    assert len(files) == 29
    found = verapdf.validate(files, flavour)
    broken = {path.name: list(map(str, rules)) for path, rules in found.items() if rules}
    assert not broken
