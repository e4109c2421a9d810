"""A clinic's own documents become leaflets, and nothing that they say is lost."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import docx
import pytest
import yaml
from docx.oxml import OxmlElement
from PIL import Image

from polyleaf.model.findings import PolyleafError

from ...conftest import Sandbox
from ...reading import pdfium
from .imported import TODAY, blocks, leaflet, left_over, made, word


def refusal(data: bytes, suffix: str = ".docx") -> str:
    with pytest.raises(PolyleafError) as caught:
        made(data, suffix)
    return "; ".join(f"{f.code}: {f.message}; {f.hint}" for f in caught.value.findings)


def tracked(paragraph: Any, tag: str, text_tag: str, text: str) -> None:
    change, run, words_ = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
    words_.text = text
    run.append(words_)
    change.append(run)
    paragraph._p.append(change)


@pytest.fixture(scope="module")
def knee() -> bytes:
    """A leaflet as a trust has it in Word."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Northtown Trust"
    document.sections[0].footer.paragraphs[0].text = "Leaflet NT-123"
    document.add_heading("Your knee operation", 0)
    document.add_paragraph("Information for patients", style="Subtitle")
    document.add_heading("What is it?", 1)
    paragraph = document.add_paragraph("A surgeon ")
    paragraph.add_run("looks").bold = True
    paragraph.add_run(" inside {your} knee.")
    document.add_paragraph("Before you come").runs[0].bold = True
    document.add_paragraph("Do not eat", style="List Bullet")
    document.add_paragraph("Bring your tablets", style="List Bullet")
    document.add_paragraph("Wash", style="List Number")
    document.add_paragraph("Dress", style="List Number")
    document.add_paragraph("• typed one")
    document.add_paragraph("• typed two")
    box = document.add_table(1, 1).cell(0, 0)
    box.text = "Call 999 if you cannot breathe."
    box.add_paragraph("Do not drive.")
    table = document.add_table(2, 2)
    for number, text in enumerate(("Drug", "Dose", "Paracetamol", "1 g")):
        table.cell(number // 2, number % 2).text = text
    picture = io.BytesIO()
    Image.new("RGB", (200, 100), "teal").save(picture, "PNG")
    document.add_picture(picture)
    document.inline_shapes[0]._inline.docPr.set("descr", "A knee")
    paragraph = document.add_paragraph("Ring 020 7946 0958, or 0117 496 0123 at night. ")
    tracked(paragraph, "w:ins", "w:t", "inserted later")
    tracked(paragraph, "w:del", "w:delText", "deleted before")
    document.add_heading("References", 1)
    document.add_paragraph("NICE. Knee. 2021. https://www.nice.org.uk/knee")
    document.add_paragraph("Review date: June 2027")
    document.add_paragraph("Date published: 3/4/2025")
    document.add_paragraph("Written by: Dr A. Surgeon")
    return word(document)


def test_a_word_file_is_read_as_its_author_meant_it(knee: bytes) -> None:
    found = leaflet(knee, ".docx")
    assert (found["title"], found["subtitle"]) == (
        "Your knee operation",
        "Information for patients",
    )
    assert (found["published"], found["review_by"]) == (date(2025, 4, 3), date(2027, 6, 1))
    assert found["written_by"] == "Dr A. Surgeon"
    assert [part["heading"] for part in found["sections"]] == ["What is it?", "Before you come"]
    what, before = (part["blocks"] for part in found["sections"])
    assert what == [{"paragraph": "A surgeon **looks** inside \\{your\\} knee."}]
    assert before[:3] == [
        {"list": ["Do not eat", "Bring your tablets"]},
        {"steps": ["Wash", "Dress"]},
        {"list": ["typed one", "typed two"]},
    ]
    box = before[3]["callout"]
    assert (box["tone"], box["safety"]) == ("urgent", True)
    assert box["text"] == "Call 999 if you cannot breathe. Do not drive."
    assert before[4]["table"]["rows"] == [["Paracetamol", "1 g"]]
    assert (before[5]["figure"]["image"], before[5]["figure"]["alt"]) == (
        "images/knee-1.png",
        "A knee",
    )
    assert before[6]["paragraph"] == (
        "Ring {clinic.phone}, or 0117 496 0123 at night. inserted later"
    )
    (source,) = found["sources"]
    assert (source["url"], source["year"]) == ("https://www.nice.org.uk/knee", 2021)


def test_what_no_reader_of_the_file_shows_is_a_comment_and_reported(knee: bytes) -> None:
    document = made(knee, ".docx")
    for text in ("Northtown Trust", "Leaflet NT-123", "deleted before"):
        assert re.search(rf"^#   .*{text}", document.text, re.MULTILINE), text
    lines = document.text.splitlines()
    for finding in document.findings:
        assert finding.message in lines[finding.where.line - 1]
    assert any("0117 496 0123 is no number" in finding.message for finding in document.findings)
    assert list(document.pictures) == ["images/knee-1.png"]


def test_an_imported_leaflet_is_built_once_its_words_are_filled_in(
    project: Sandbox, knee: bytes
) -> None:
    project.write("Knee Op.docx", knee)
    file = str(project.root / "Knee Op.docx")
    done = project.run("import", file)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "content/knee-op.yaml:" in done.stderr
    assert " check knee-op lists what to write" in done.stdout
    path = project.root / "content/knee-op.yaml"
    problems = [
        line for line in project.run("check", "knee-op").stderr.splitlines() if "error" in line
    ]
    assert all("[add " in line for line in problems), problems
    text = path.read_text("utf-8").replace(
        "[add its kind: guideline, review, trial …]", "guideline"
    )
    project.write("content/knee-op.yaml", re.sub(r"\[add ([^]]*)\]", r"the \1", text))
    assert project.run("knee-op", "-e", "a4").returncode == 0
    printed = pdfium((project.root / "output/en/knee-op_en_a4.pdf").read_bytes())
    assert "Bring your tablets" in " ".join(printed.split())
    again = project.run("import", file)
    assert "error[new-exists]" in again.stderr
    assert again.returncode == 2


def test_pictures_of_a_saved_page_are_taken_from_below_its_folder(project: Sandbox) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (200, 100), "teal").save(picture, "PNG")
    project.write("saved/my page_files/knee.PNG", picture.getvalue())
    project.write("secret.png", picture.getvalue())
    images = ("my%20page_files/knee.PNG?w=3", "../secret.png", "/etc/x.png", "//a.example/x.png",
              "gone.png", "page.html", "http://[x.png")  # fmt: skip
    page = "".join(f'<img alt="A knee" src="{image}">' for image in images)
    project.write("saved/page.html", f"<h1>Knees</h1><h2>Care</h2><p>{page}</p>")
    done = project.run("import", str(project.root / "saved/page.html"))
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    made_of = project.root / "content/images"
    assert [each.name for each in made_of.iterdir() if "page" in each.name] == ["page-1.png"]
    text = (project.root / "content/page.yaml").read_text("utf-8")
    assert text.count("- figure:") == len(images)
    for image in images[1:]:
        assert f"could not be taken: {image}" in text


PAGE = """<!doctype html><title>x</title><nav>Home</nav><div>Cookies <button>OK</button></div>
<main><h1>Hay fever</h1><p>An <a href="https://a.example/x">allergy</a>.<br>Common.</p>
<div class="nhsuk-warning-callout"><h3>Important</h3><p>No aspirin for children.</p></div>
<h2>Help</h2><ul><li>tablets<ul><li>loratadine</li></ul></li><li><p>spray</p></li></ul>
<dl><dt>Pollen</dt><dd>Fine powder</dd></dl>
<figure><img src="nose.png" alt="A nose"><figcaption>Your nose</figcaption></figure></main>
<footer>Copyright</footer><script>evil()</script>"""


def test_a_saved_web_page_is_read_without_what_is_around_it() -> None:
    found = leaflet(PAGE, ".html")
    intro, help_ = (part["blocks"] for part in found["sections"])
    assert intro[0] == {"paragraph": "An [allergy](https://a.example/x)."}
    assert intro[2]["callout"] == {
        "tone": "info", "heading": "Important", "text": "No aspirin for children."
    }  # fmt: skip
    assert help_[0] == {"list": [{"text": "tablets", "items": ["loratadine"]}, "spray"]}
    assert help_[1] == {"terms": [{"term": "Pollen", "text": "Fine powder"}]}
    text = made(PAGE, ".html").text
    for lost in ("Home", "Cookies", "Copyright", "nose.png", "Your nose"):
        assert re.search(rf"^ *#.*{lost}", text, re.MULTILINE), lost
    assert "evil" not in text


def test_questions_as_headings_make_a_faq() -> None:
    found = leaflet("# Eczema\n\n## Is it catching?\n\nNo.\n\n## Will it go?\n\nOften.\n")
    assert found["kind"] == "faq"
    assert [each["question"] for each in found["questions"]] == ["Is it catching?", "Will it go?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call 999 now. Lie down.", ("urgent", "Call 999 now", "Lie down.")),
        ("If you faint, get an ambulance.", ("urgent", "[add", "If you faint, get an ambulance.")),
        ("> Keep it dry.", ("info", "[add", "Keep it dry.")),
    ],
)
def test_boxes_and_calls_for_help_are_callouts(text: str, expected: tuple[str, str, str]) -> None:
    (block,) = blocks(f"# T\n\n## S\n\n{text}\n")
    callout = block["callout"]
    assert (callout["tone"], callout["text"]) == (expected[0], expected[2])
    assert callout["heading"].startswith(expected[1])


@pytest.mark.parametrize(
    ("line", "country", "key", "day"),
    [
        ("Review date: 12 March 2027", "GB", "review_by", date(2027, 3, 12)),
        ("Next review due March 2027", "GB", "review_by", date(2027, 3, 1)),
        ("**Date of next review:** 3.4.2027", "GB", "review_by", date(2027, 4, 3)),
        ("Published 03/04/2025", "US", "published", date(2025, 3, 4)),
        ("Last updated: 1st May 2025", "GB", "published", date(2025, 5, 1)),
        ("Date of issue: 2025-06-30", "GB", "published", date(2025, 6, 30)),
        ("Updated Monday, 3rd of March 2025.", "GB", "published", date(2025, 3, 3)),
        ("The next review is due on: Sept 2028", "GB", "review_by", date(2028, 9, 1)),
        ("To be reviewed by March 4, 2027", "US", "review_by", date(2027, 3, 4)),
    ],
)
def test_lines_with_dates_are_keys(line: str, country: str, key: str, day: date) -> None:
    assert leaflet(f"# T\n\n## S\n\nText.\n\n{line}\n", ".md", country)[key] == day


@pytest.mark.parametrize(
    "line",
    [
        "Reviewed by Dr A. Surgeon in March 2024",
        "Last reviewed: March 2024",
        "Reviewed May 2024",
        "Created in 2020 by the pain team",
        "Created in May 2020 by the pain team",
        "Published evidence from 3 May 2024 says little",
        "Review your diary by March 2027, and bring it",
        "Authors of this leaflet have no interests",
        "Produced by the pancreas, insulin lowers your blood sugar.",
        "Review date: 31 February 2027",
    ],
)
def test_sentences_about_dates_and_authors_stay_texts(line: str) -> None:
    found = leaflet(f"# T\n\n## S\n\nText.\n\n{line}\n")
    assert found["sections"][0]["blocks"][1] == {"paragraph": line}
    assert found["published"] == TODAY
    assert found["review_by"] == date(2028, 12, 1)
    assert found["written_by"].startswith("[add ")


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Published: May 2025 | Review date: May 2028", False),
        ("Published: May 2025 • Review date: May 2028 • Written by Dr A. Bee", False),
        ("Leaflet 7 | Published: May 2025 | Review date: May 2028", True),
    ],
)
def test_a_line_may_say_several_things_beside_each_other(line: str, stays: bool) -> None:
    document = made(f"# T\n\n## S\n\nText.\n\n{line}\n")
    found = yaml.safe_load(document.text)
    assert (found["published"], found["review_by"]) == (date(2025, 5, 1), date(2028, 5, 1))
    assert (line in document.text) == stays
    assert not left_over(document)


def test_dates_in_a_footer_are_keys_if_the_text_has_none() -> None:
    document = docx.Document()
    document.add_heading("Your knee", 0)
    document.add_paragraph("Rest it.")
    document.sections[0].footer.paragraphs[0].text = "Leaflet 7\tReview date: May 2028\tPage 1"
    assert leaflet(word(document), ".docx")["review_by"] == date(2028, 5, 1)
    assert left_over(made(word(document), ".docx")) == [
        "(footer) Leaflet 7 Review date: May 2028 Page 1"
    ]
    document.add_paragraph("Review date: 1 June 2027")
    assert leaflet(word(document), ".docx")["review_by"] == date(2027, 6, 1)


def test_who_reviewed_a_leaflet_is_left_to_a_person() -> None:
    document = made("# T\n\n## S\n\nLast reviewed: March 2024\n")
    assert "reviewed_by has who reviewed it" in "".join(f.message for f in document.findings)


def test_evidence_is_a_section_not_the_list_of_sources() -> None:
    found = leaflet("# T\n\n## Evidence\n\nTwo trials show it.\n\n## References\n\nA. 2020.\n")
    assert found["sections"][0]["heading"] == "Evidence"
    assert [source["cite"] for source in found["sources"]] == ["A. 2020."]


def test_plain_text_has_headings_lists_and_paragraphs() -> None:
    text = "Wounds\r\n\r\nKeep it dry.\r\nWash it.\r\n\r\nLook for\r\n\r\n- redness\r\n- pus\r\n"
    found = leaflet(text, ".txt")
    assert (found["title"], found["sections"][1]["heading"]) == ("Wounds", "Look for")
    assert found["sections"][0]["blocks"] == [{"paragraph": "Keep it dry. Wash it."}]
    assert found["sections"][1]["blocks"] == [{"list": ["redness", "pus"]}]


def test_what_is_no_document_is_told_with_the_way_out(knee: bytes) -> None:
    assert "save it as .docx" in refusal(b"\xd0\xcf\x11\xe0" + b"x" * 99)
    assert "document-unreadable" in refusal(b"PK\x03\x04 broken")
    assert "document-unreadable" in refusal(knee[: len(knee) // 2])
    assert "document-kind" in refusal(b"%PDF-1.7", ".pdf")
    assert "save it as .docx" in refusal(b"x", ".odt")
    assert "encoding" in refusal("# Caf\xe9".encode("latin-1"), ".md")


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul"])
def test_a_page_that_is_nested_too_deep_is_refused(tag: str) -> None:
    assert "nested too deep" in refusal(f"<h1>T</h1>{f'<{tag}>' * 3_000}x".encode(), ".html")


def test_a_word_file_may_declare_no_entity_and_not_swell(knee: bytes) -> None:
    def with_document(xml: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(knee)) as old, zipfile.ZipFile(file, "w", 8) as new:
            for each in old.infolist():
                new.writestr(each, xml if each.filename == "word/document.xml" else old.read(each))
        return file.getvalue()

    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert "it declares the entity" in refusal(with_document(bomb))
    assert "unpacks to over" in refusal(with_document(b" " * 210_000_000))
    assert "damaged XML" in refusal(with_document(b"<w:document"))
