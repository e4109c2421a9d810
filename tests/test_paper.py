"""Sheets on paper as a clinic hands them out: fitted to their pages, nothing lost, nothing cut."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from polyleaf import languages, pdf
from polyleaf.content import project as projects
from polyleaf.markup.column_widths import column_widths
from polyleaf.model.findings import Severity, Where
from polyleaf.model.inline import parse, plain
from polyleaf.model.leaflet import Text
from polyleaf.model.sheet import Pdf
from polyleaf.model.task import Outcome, Task
from polyleaf.model.walk import texts
from polyleaf.pipeline import plan, recipe
from polyleaf.typography.fonts import faces

from .conftest import LEAFLET, ROOT, Sandbox
from .reading import folded, pdfium

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("engine")]

OPTIONS = """\
      - options:
          - {name: Wait, benefits: [No cost.], risks: [It may get worse.], unknown: [For whom.]}
          - name: Soap
            benefits: [Clean hands in almost everybody who washes them for long enough.]
            risks: [Dry skin., Rash.]
            unknown: [How much.]
            evidence: strong
"""
WORDS = [
    "soap",
    "water",
    "hands",
    "rinse",
    "palm",
    "thumb",
    "nail",
    "wrist",
    "towel",
    "clean",
    "before",
    "after",
    "eating",
]


def sentences(number: int, seed: int = 1) -> str:
    """Paragraphs of a leaflet, about two lines each in a column."""
    chance = random.Random(seed)
    made = (" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(number))
    return "".join(f"      - paragraph: {sentence}\n" for sentence in made)


def long_leaflet(paragraphs: int, keys: str = "") -> str:
    text = LEAFLET.replace("funding: none\n", f"funding: none\n{keys}")
    return text.replace("sources:\n", sentences(paragraphs) + OPTIONS + "sources:\n", 1)


def task(sandbox: Sandbox, edition: str = "a4") -> Task:
    read = projects.read(sandbox.root, None)
    (made,) = plan.plan(read, plan.Selection(editions=(edition,))).tasks
    return made


def drawn(sandbox: Sandbox, edition: str = "a4") -> Outcome:
    made = recipe.make(task(sandbox, edition))
    assert made.data is not None, made.findings
    return made


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def lacking(sandbox: Sandbox, outcome: Outcome) -> list[str]:
    """The texts of the leaflet that cannot be read on its pages."""
    assert outcome.data is not None
    shown = folded(pdfium(outcome.data).replace("[1]", "")).replace(" ", "")
    leaflet = task(sandbox).leaflet
    values = {"clinic.phone": "+44 20 7946 0958"}
    wanted = [plain(parse(text.value)) for text in texts((leaflet.title, leaflet.sections))]
    filled = [text.replace("{clinic.phone}", values["clinic.phone"]) for text in wanted]
    return [text for text in filled if folded(text).replace(" ", "") not in shown]


@pytest.mark.parametrize("edition", ["a4", "letter", "large-print"])
def test_no_text_is_lost_on_paper(project: Sandbox, edition: str) -> None:
    project.write("content/hands.yaml", long_leaflet(60))
    assert lacking(project, drawn(project, edition)) == []


@pytest.mark.parametrize(
    ("edition", "clear"),  # millimetres from its ink to that of the box, whose padding is in them
    [("a4", 5.0), ("large-print", 8.0), ("booklet", 5.5)],
)
def test_the_tails_of_a_title_are_clear_of_the_box_below(
    project: Sandbox, edition: str, clear: float
) -> None:
    project.write("content/hands.yaml", LEAFLET.replace("Washing hands", "Gypsy jugs"))
    data = drawn(project, edition).data
    assert data is not None
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    whole = page.get_text_range()
    title, below = whole.index("Gypsy jugs"), whole.index("Key points")
    tail = min(page.get_charbox(title + at)[1] for at in range(len("Gypsy jugs")))
    top = max(page.get_charbox(below + at)[3] for at in range(len("Key points")))
    assert (tail - top) * 25.4 / 72 > clear


@pytest.mark.parametrize(("edition", "size"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_a_sheet_is_of_its_paper(project: Sandbox, edition: str, size: tuple[float, float]) -> None:
    document = pypdfium2.PdfDocument(drawn(project, edition).data)
    assert [edge * 25.4 / 72 for edge in document[0].get_size()] == pytest.approx(size, abs=0.2)


def test_a_sheet_is_set_tighter_until_it_has_the_pages_that_its_leaflet_says(
    project: Sandbox,
) -> None:
    project.write("content/hands.yaml", long_leaflet(84, "pages: 9\n"))
    roomy = drawn(project)
    project.write("content/hands.yaml", long_leaflet(84, f"pages: {roomy.pages - 1}\n"))
    tight = drawn(project)
    assert tight.pages == roomy.pages - 1
    assert "page-budget" not in codes(roomy) | codes(tight)
    assert lacking(project, tight) == []


WIDE = 'extends = "a4"\n[fit]\ncondensed = false\n'


def as_pdf(sandbox: Sandbox, edition: str = "a4") -> Pdf:
    return pdf.draw(recipe.rendered_page(task(sandbox, edition))[0].html)


def test_a_narrow_face_is_for_what_does_not_fit_without(project: Sandbox) -> None:
    project.write("templates/wide/edition.toml", WIDE)
    project.write("content/hands.yaml", long_leaflet(60, "pages: 1\n"))
    tightest = as_pdf(project, "wide")
    assert tightest.families == ("Noto Sans",)
    project.write("content/hands.yaml", long_leaflet(60, f"pages: {tightest.pages}\n"))
    assert as_pdf(project).families == ("Noto Sans",)
    project.write("content/hands.yaml", long_leaflet(60, f"pages: {tightest.pages - 1}\n"))
    narrow = as_pdf(project)
    assert narrow.families == ("Noto Sans Condensed",)
    assert narrow.pages == tightest.pages - 1
    assert narrow.layouts <= 3
    assert min(style.size for style in narrow.text_styles) == pytest.approx(12)
    assert lacking(project, drawn(project)) == []


WITHOUT = """
import sys
from polyleaf.typography.fonts import visible
visible.FOLDERS = (sys.argv[2],)
import polyleaf
report = polyleaf.build(sys.argv[1], editions=["a4"], jobs=1)
print(*report.findings, sep="\\n")
print(*report.built)
"""


def test_a_machine_without_narrow_faces_draws_the_sheet_and_says_so(project: Sandbox) -> None:
    fonts = project.root / "fonts"
    fonts.mkdir()
    known = faces()
    for face in (face for name in languages.find("en").families for face in known[name]):
        (fonts / face.file.name).symlink_to(face.file)
    project.write("content/hands.yaml", long_leaflet(20, "pages: 1\n"))
    command = [sys.executable, "-c", WITHOUT, str(project.root), str(fonts)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "warning[font-narrow]" in done.stdout, done.stderr
    assert '"Noto Sans Condensed" is not installed' in done.stdout
    assert "fonts-noto-extra" in done.stdout
    assert "hands_en_a4.pdf" in done.stdout.splitlines()[-1]
    project.write("content/hands.yaml", LEAFLET)
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "font-" not in done.stdout, done.stdout


def test_the_same_sheet_is_always_fitted_alike(project: Sandbox) -> None:
    project.write("content/hands.yaml", long_leaflet(84, "pages: 3\n"))
    assert drawn(project).data == drawn(project).data


def test_a_sheet_that_does_not_fit_is_whole_and_says_so(project: Sandbox) -> None:
    project.write("content/hands.yaml", long_leaflet(120, "pages: {en: 1, others: 9}\n"))
    outcome = drawn(project)
    (budget,) = [found for found in outcome.findings if found.code == "page-budget"]
    assert budget.severity is Severity.WARNING
    assert f"{outcome.pages} pages in English" in budget.message
    assert "cm too long" in budget.message
    assert "how" in budget.hint  # the id of the longest section
    assert lacking(project, outcome) == []


def test_pages_of_other_languages_are_not_those_of_this_one(project: Sandbox) -> None:
    project.write("content/hands.yaml", long_leaflet(120, "pages: {hi: 1, others: 9}\n"))
    assert "page-budget" not in codes(drawn(project))


def test_a_form_of_its_own_is_the_last_page_and_is_not_counted(project: Sandbox) -> None:
    form = "      - form: {heading: My diary, columns: [Day, Times], rows: 9, own_page: true}\n"
    project.write(
        "content/hands.yaml",
        LEAFLET.replace("funding: none\n", "funding: none\npages: 1\n").replace(
            "sources:\n", f"{form}      - paragraph: After it.\nsources:\n", 1
        ),
    )
    outcome = drawn(project)
    assert outcome.pages == 2
    assert codes(outcome) & {"page-budget", "blank-foot"} == set()
    pages = pypdfium2.PdfDocument(outcome.data)
    first, last = (page.get_textpage().get_text_bounded() for page in pages)
    assert "After it." in first
    assert "My diary" in last
    assert "My diary" not in first
    (form_alone,) = (other for other in outcome.others if other.listed)
    assert form_alone.name == "en/hands_en_a4_form.pdf"
    (page,) = pypdfium2.PdfDocument(form_alone.data)
    alone = page.get_textpage().get_text_bounded()
    assert ("My diary" in alone, "Washing hands · English" in alone) == (True, True)
    assert "Page " not in alone, "it is handed out alone"


def test_a_table_of_eight_columns_cuts_no_word(project: Sandbox) -> None:
    table = (
        "      - table:\n          caption: Medicines\n"
        "          columns: [Medicine, Strength, Form, Dose, Morning, Noon, Evening, Night]\n"
        "          rows: [[Levothyroxine, 500 mg/125 mg, Tablet, 1 tablet, 1, 0, 1, 0]]\n"
    )
    text = LEAFLET.replace("sources:\n", f"{table}sources:\n", 1)
    project.write("content/hands.yaml", text)
    outcome = drawn(project)
    assert codes(outcome) & {"word-cut", "overflow-sideways"} == set()
    read = pdfium(outcome.data or b"")
    for whole in ("Levothyroxine", "Morning", "Evening", "125\xa0mg"):
        assert folded(whole) in folded(read)


RESULTS = """\
      - table:
          caption: Your results
          columns: [Test, Result, Normal range]
          rows:
            - [Body mass index, 31.4 kg/m², 18.5–24.9 kg/m²]
            - [Blood pressure, 150/95 mmHg, 90/60–120/80 mmHg]
"""
DAILY = """\
      - table:
          caption: Your medicines
          columns: [Medicine, Strength, Form, Dose, Morning, Noon, Evening, Night]
          rows: [[Co-amoxiclav, 500 mg/125 mg, tablets, 1 tablet, "1", "–", "1", "–"],
                 [Desiccated thyroid, 60 mg, capsules, 1 capsule, "1", "–", "–", "–"]]
"""


@pytest.mark.parametrize(
    ("edition", "table", "whole"),
    [
        ("a4", RESULTS, ["90/60–120/80\xa0mmHg", "18.5–24.9\xa0kg/m²"]),
        ("a4", DAILY, ["Morning", "Evening"]),
        ("large-print", DAILY, ["500\xa0mg/125\xa0mg", "1\xa0capsule"]),
    ],
)
def test_a_table_takes_the_room_that_its_amounts_need(
    project: Sandbox, edition: str, table: str, whole: list[str]
) -> None:
    project.write("content/hands.yaml", LEAFLET.replace("sources:\n", f"{table}sources:\n", 1))
    outcome = drawn(project, edition)
    assert codes(outcome) & {"word-cut", "overflow-sideways"} == set()
    lines = [folded(line) for line in pdfium(outcome.data or b"").splitlines()]
    for amount in whole:
        assert any(folded(amount) in line for line in lines), amount


def test_options_are_one_table_with_a_head_for_each_column(project: Sandbox) -> None:
    project.write("content/hands.yaml", long_leaflet(2))
    page = recipe.rendered_page(task(project))[0].html.text
    assert page.count('<table class="options">') == 1
    assert page.count('scope="col"') == 3
    widths = [int(part.split("%")[0]) for part in page.split('<col style="width: ')[1:]]
    assert sum(widths) == 100
    assert widths[0] > widths[2]  # its texts are longer


def test_a_table_has_no_widths_if_each_would_cut_a_word() -> None:
    where, tamil = Where("x.yaml"), languages.find("ta")
    long, short = (Text(word, where, "x/y") for word in ("ஆன்டிபயாட்டிக்குகளைப்பயன்படுத்து", "கை"))
    assert column_widths([[long, long, long]], 178, language=tamil) == ()
    widths = column_widths([[long, short, short]], 178, language=tamil)
    assert widths[0] > max(widths[1:])


def test_a_table_in_two_languages_has_room_for_the_words_of_both() -> None:
    where, urdu, tamil = Where("x.yaml"), languages.find("ur"), languages.find("ta")
    short, long = (Text(word, where, "x/y") for word in ("دوا", "ஆன்டிபயாட்டிக்குகளை"))
    row = [(short, long), *[(short, short)] * 2]
    widths = column_widths([row], 178, language=urdu, beside=tamil)
    assert widths[0] > max(widths[1:])
    assert column_widths([[(short, long)] * 3], 178, language=urdu, beside=tamil) == ()


KEY_FACTS = """\
      - list: {key: true, items: [Wet them., Rub them., Dry them.]}
      - callout: {tone: urgent, heading: Get help, text: Call us if you bleed.}
      - callout: {tone: caution, heading: Take care, text: Do not use hot water.}
      - callout: {tone: info, heading: Good to know, text: Cold water is as good.}
"""


def key_facts(extra: str = "") -> str:
    return LEAFLET.replace("sources:\n", KEY_FACTS + OPTIONS + extra + "sources:\n", 1)


def test_key_facts_are_one_side_of_the_parts_that_matter(project: Sandbox) -> None:
    project.write("content/hands.yaml", key_facts())
    outcome = drawn(project, "key-facts")
    text = folded(pdfium(outcome.data or b""))
    assert outcome.pages == 1
    assert "left-out" not in codes(outcome)
    shown = ["Wash your hands before you eat", "Rub them", "Call us if you bleed", "hot water"]
    assert [part for part in [*shown, "Cold water", "Soap"] if folded(part) not in text] == []
    assert folded("Use soap for") not in text
    assert "[1]" not in text  # no sources are listed


def test_key_facts_fall_away_in_their_order_and_are_reported(project: Sandbox) -> None:
    box = "      - callout: {tone: info, heading: Box %d, safety: true, text: %s}\n"
    boxes = "".join(box % (number, "Read this. " * 60) for number in range(5))
    project.write("content/hands.yaml", key_facts(boxes))
    outcome = drawn(project, "key-facts")
    (found,) = [each for each in outcome.findings if each.code == "left-out"]
    text = folded(pdfium(outcome.data or b""))
    assert outcome.pages == 1
    assert 'the lines to write on, safety texts from "Box 4 Read this.' in found.message
    assert folded("Rub them") not in text
    assert folded("Box 4") not in text
    assert folded("hot water") in text
    assert folded("Call us if you bleed") in text


def test_parts_that_key_facts_lack_do_not_fall_away(project: Sandbox) -> None:
    box = "      - callout: {tone: info, heading: Box %d, safety: true, text: %s}\n"
    boxes = "".join(box % (number, "Read this. " * 70) for number in range(6))
    project.write("content/hands.yaml", LEAFLET.replace("sources:\n", f"{boxes}sources:\n", 1))
    made = as_pdf(project, "key-facts")
    assert made.setting.dropped[:2] == ("lines", "safety-6")
    assert made.layouts <= len(made.setting.dropped) + 2


def test_key_facts_whose_urgent_boxes_do_not_fit_are_not_built(project: Sandbox) -> None:
    boxes = "".join(
        f"      - callout: {{tone: urgent, heading: Box {n}, text: {'Call us. ' * 60}}}\n"
        for n in range(8)
    )
    project.write("content/hands.yaml", key_facts(boxes))
    outcome = recipe.make(task(project, "key-facts"))
    assert outcome.data is None
    assert "pages" in codes(outcome)


def test_headings_of_paper_stand_in_their_order(project: Sandbox, tmp_path: Path) -> None:
    project.write("content/hands.yaml", long_leaflet(3))
    (file := tmp_path / "sheet.pdf").write_bytes(drawn(project).data or b"")
    with pikepdf.open(file) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root[0].children]
    assert titles == ["Key points", "1 How to wash", "About this sheet", "Sources"]
