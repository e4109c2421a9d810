"""`export --to docx`: sheets as Word documents, read back and drawn by LibreOffice."""

from __future__ import annotations

import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from polyleaf import cli
from polyleaf.markup.plain_text import dom
from polyleaf.model.jobs import Selection
from polyleaf.pipeline import plan, recipe

from .conftest import ROOT
from .test_text import HERE

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("word")]

SHEETS = [
    ("rosacea", "es"),
    ("methotrexate", "ar"),
    ("asthma-plan", "ur"),
    ("rosacea", "hi"),
    ("methotrexate", "zh-Hans"),
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("word")
    for name, tag in SHEETS:
        call = ["export", name, "-l", tag, "--to", "docx", "--output", str(folder)]
        assert cli.main([*call, "--project", str(ROOT)], mapper=map) == 0
    return folder


def letters(text: str) -> str:
    """Letters and digits alone: programs part lines and mark directions in their own ways."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def expected(name: str, tag: str) -> str:
    (task,) = plan.plan(HERE, Selection((name,), (tag,), ("word",))).tasks
    page, _ = recipe.rendered_page(task)
    return letters("".join(dom.body(page.html.text).itertext()))


def words_of(path: Path) -> str:
    """The document's text as Word has it, its body alone."""
    body = docx.Document(str(path)).element.body
    return letters("".join(each.text or "" for each in body.iter(f"{W}t")))


@pytest.mark.parametrize(("name", "tag"), SHEETS)
def test_all_words_are_there_in_their_order(written: Path, name: str, tag: str) -> None:
    assert words_of(written / f"{name}_{tag}.docx") == expected(name, tag)


def test_libreoffice_draws_the_same_words(written: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    office = ["soffice", profile, "--headless"]
    try:
        subprocess.run([*office, "--version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no LibreOffice here: `scripts/setup.sh test` installs it")
    files = [str(written / f"{name}_{tag}.docx") for name, tag in SHEETS]
    call = [*office, "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    for name, tag in SHEETS:
        drawn = tmp_path / f"{name}_{tag}.pdf"
        read = subprocess.run(["pdftotext", str(drawn), "-"], check=True, capture_output=True)
        found = Counter(letters(read.stdout.decode()))
        missing = Counter(expected(name, tag)) - found
        assert not missing, (name, tag, missing)


def test_it_is_set_from_right_to_left(written: Path) -> None:
    document = docx.Document(str(written / "methotrexate_ar.docx"))
    body = document.element.body
    for table in body.iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}bidiVisual") is not None
    for run in body.iter(f"{W}r"):
        text = "".join(each.text or "" for each in run.iter(f"{W}t"))
        if any("\u0600" <= sign <= "\u06ff" for sign in text):
            assert run.find(f"{W}rPr/{W}rtl") is not None, text
        if run.find(f"{W}rPr/{W}b") is not None:
            assert run.find(f"{W}rPr/{W}bCs") is not None
    heads = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert heads, "the table of doses has a row that is repeated"
    assert document.core_properties.language == "ar-EG"
    assert document.core_properties.title


def test_pictures_say_what_they_show_and_links_lead_to_sources(written: Path) -> None:
    document = docx.Document(str(written / "rosacea_es.docx"))
    root = ElementTree.fromstring(document.element.xml)
    said = [each.get("descr", "") for each in root.iter() if each.tag.endswith("}docPr")]
    assert len(said) == 2
    assert said[0] == "Riverside Skin Clinic"
    assert all(said)
    places = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
    links = {each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")} - {None}
    assert links
    assert links <= places
    styles = {str(p.style and p.style.name) for p in document.paragraphs}
    assert {"Heading 1", "Heading 2", "List Paragraph", "Caption"} <= styles


def test_a_draft_says_so_on_every_page(written: Path) -> None:
    document = docx.Document(str(written / "asthma-plan_ur.docx"))
    header = "".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)
    assert "not reviewed" in header


def test_the_same_sheet_is_the_same_file(written: Path, tmp_path: Path) -> None:
    call = ["export", "rosacea", "-l", "es", "--to", "docx", "--output", str(tmp_path)]
    assert cli.main([*call, "--project", str(ROOT)], mapper=map) == 0
    again = (tmp_path / "rosacea_es.docx").read_bytes()
    assert again == (written / "rosacea_es.docx").read_bytes()


def test_a_sheet_takes_no_option_of_texts(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["export", "rosacea", "-l", "es", "--to", "docx", "--untranslated"]
    assert cli.main([*call, "--project", str(ROOT)]) == 2
    assert "export-sheet" in capsys.readouterr().err
