"""Sheets in two languages as a patient and a pharmacist see them: on one line, and whole."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from polyleaf import pdf
from polyleaf.content import project as projects
from polyleaf.model.sheet import Pdf, RenderedPage
from polyleaf.model.walk import texts
from polyleaf.pipeline import plan, recipe

from . import verapdf
from .conftest import CLINIC, ROOT, Sandbox
from .plans import PLANS, TAP
from .reading import folded, passages, pdfium, poppler, spoken, unpaired
from .rows import rows

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("bilingual"),
    pytest.mark.usefixtures("engine"),
]

MIRRORED = "qps-plocm"  # from right to left, without a catalog
TAGS = [tag for tag, _ in projects.read(ROOT, None).languages if tag != "en"]
PAIRS = [f"{tag}+en" for tag in TAGS] + ["ur+hi", "ar+fr", "zh-Hans+es", "en+ur"]
LEAFLET = "exosome-faq"  # the shortest
FOOTER = re.compile(r'<div class="running-footer[^>]*>.*?</div>', re.DOTALL)
SAME_LINE = 2.0  # points


@cache
def page(leaflet: str, pair: str) -> RenderedPage:
    selection = plan.Selection((leaflet,), (pair,), ("bilingual",))
    (task,) = plan.plan(projects.read(ROOT, None), selection).tasks
    return recipe.rendered_page(task)[0]


@cache
def drawn(leaflet: str, pair: str) -> Pdf:
    return pdf.draw(page(leaflet, pair).html)


@pytest.mark.parametrize("pair", PAIRS)
def test_both_halves_of_each_row_begin_on_one_line(pair: str) -> None:
    found = rows(drawn(LEAFLET, pair).data)
    sheet = page(LEAFLET, pair).sheet
    assert len(found) > len(list(texts(sheet.leaflet.sections)))
    assert {tuple(half.language for half in row.halves) for row in found} == {
        tuple(pair.split("+"))
    }
    assert [row for row in found if row.apart > SAME_LINE] == []
    assert [row for row in found if not all(half.text for half in row.halves)] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_no_text_of_either_language_is_lost(pair: str) -> None:
    made = drawn(LEAFLET, pair)
    assert (made.unread, made.overflows, made.clipped_text, made.missing) == ((), (), (), ())
    written = passages(FOOTER.sub("", page(LEAFLET, pair).html.text))
    said = folded(spoken(made.data))
    assert len(written) > 100
    assert [text for text in written if folded(text) not in said] == []


@pytest.mark.parametrize("pair", ["ur+en", "ur+hi", "ar+fr", "en+ur"])
def test_pdfium_which_knows_no_tags_reads_each_half_by_its_own_direction(pair: str) -> None:
    """Nearly: marks of Nastaliq, which reach into other lines, put it off in either document."""
    found = unpaired(folded(pdfium(drawn(LEAFLET, pair).data)))
    for sheet, _ in page(LEAFLET, pair).sides:
        every = (text.value for text in texts(sheet.leaflet.sections))
        foreign = r"[*[{]" if sheet.language.direction == "ltr" else r"[*[{A-Za-z]"
        wanted = [folded(text) for text in every if not re.search(foreign, text)]
        lost = [text for text in wanted if unpaired(text) not in found]
        most = 0.02 if sheet.language.direction == "ltr" else 0.15
        assert len(lost) <= len(wanted) * most, lost


@pytest.mark.parametrize("pair", ["ur+en", "ar+fr"])
def test_poppler_finds_the_words_of_both(pair: str) -> None:
    found = folded(poppler(drawn(LEAFLET, pair).data))
    for sheet, _ in page(LEAFLET, pair).sides:
        every = " ".join(text.value for text in texts(sheet.leaflet.sections))
        words = re.findall(r"\w{4,}", re.sub(r"\[@.*?\]|\{.*?\}", "", every))
        lost = [word for word in words if folded(word) not in found]
        assert len(lost) <= len(words) * 0.05, lost


@pytest.mark.parametrize(
    ("leaflet", "pair"), [("rosacea", "ur+en"), (LEAFLET, "ar+fr"), (LEAFLET, "zh-Hans+es")]
)
def test_it_is_read_aloud_pair_by_pair_the_readers_language_first(leaflet: str, pair: str) -> None:
    sheet = page(leaflet, pair).sheet
    assert sheet.beside is not None
    said = folded(spoken(drawn(leaflet, pair).data))
    headings = [
        folded(heading)
        for each in zip(sheet.leaflet.sections, sheet.beside.leaflet.sections, strict=True)
        for heading in (section.heading.value for section in each)
    ]
    places = [said.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize(("leaflet", "pair"), [("rosacea", "ur+en"), (LEAFLET, "es+en")])
def test_a_citation_has_one_number_in_both(leaflet: str, pair: str) -> None:
    for row in rows(drawn(leaflet, pair).data):
        first, second = (sorted(re.findall(r"\[(\d+)", folded(half.text))) for half in row.halves)
        reordered = sorted(re.findall(r"\d+\b(?=\D?\[)", folded(row.halves[0].text)))
        assert first == second or reordered == second, row


def test_the_longer_text_has_more_of_the_page() -> None:
    shares = {}
    for tag in ("ta", "hi", "zh-Hans"):
        (share,) = re.findall(r"--first: (\d+)%", page(LEAFLET, f"{tag}+en").html.text)
        shares[tag] = int(share)
    assert 60 >= shares["ta"] > shares["hi"] > shares["zh-Hans"] >= 40


def test_marks_of_nastaliq_do_not_run_into_the_text_below_them(tmp_path: Path) -> None:
    """In cells with both languages: the words of a schedule, and the days of its week."""
    sandbox = Sandbox(tmp_path)
    sandbox.write("clinic.yaml", CLINIC)
    sandbox.write("content/hands.yaml", PLANS)
    sandbox.write("content/tap.svg", TAP)
    assert sandbox.run("catalogs", "-l", "ur").returncode == 0
    catalog = sandbox.root / "locales/ur/LC_MESSAGES/hands.po"
    untranslated = catalog.read_text("utf-8")
    catalog.write_text(
        untranslated.replace(
            'msgid "Washing hands"\nmsgstr ""', 'msgid "Washing hands"\nmsgstr "ہاتھ دھونا"'
        )
    )
    selection = plan.Selection(languages=("ur",), editions=("bilingual",))
    (task,) = plan.plan(projects.read(sandbox.root, None), selection, allow_untranslated=True).tasks
    assert pdf.draw(recipe.rendered_page(task)[0].html).overflows == ()


def test_the_halves_are_on_the_side_that_the_reading_asks_for() -> None:
    assert 'dir="rtl"' in page(LEAFLET, "ur+en").html.text.partition(">")[2][:60]
    assert 'dir="ltr"' in page(LEAFLET, "es+en").html.text.partition(">")[2][:60]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[RenderedPage, Pdf]:
    sandbox = Sandbox(tmp_path_factory.mktemp("plans"))
    sandbox.write("clinic.yaml", (ROOT / "clinic.yaml").read_text("utf-8").replace("logo:", "#"))
    long = "      - paragraph: " + "Wash both hands with soap and water. " * 90 + "\n"
    sandbox.write("content/hands.yaml", PLANS.replace("sources:\n", f"{long}sources:\n"))
    sandbox.write("content/tap.svg", TAP)
    selection = plan.Selection(languages=(MIRRORED,), editions=("bilingual",))
    (task,) = plan.plan(projects.read(sandbox.root, None), selection).tasks
    made = recipe.rendered_page(task)[0]
    return made, pdf.draw(made.html)


def test_a_plan_has_both_languages_in_every_part(plans: tuple[RenderedPage, Pdf]) -> None:
    made, sheet = plans
    said = folded(spoken(sheet.data))
    for side, _ in made.sides:
        blocks = [
            b
            for b in side.leaflet.sections[0].blocks[2:]
            if b.kind not in ("figure", "steps", "paragraph")
        ]
        wanted = [folded(text.value) for block in blocks for text in texts(block)]
        plain = [text for text in wanted if not re.search(r"2\.5", text)]
        assert len(plain) > 20
        assert [text for text in plain if text not in said] == []
    assert (sheet.overflows, sheet.cut_words, sheet.unread) == ((), (), ())


def test_a_dose_stands_once_and_each_time_of_day_in_both(plans: tuple[RenderedPage, Pdf]) -> None:
    table = plans[0].html.text.partition('<table class="schedule">')[2].partition("</table>")[0]
    doses = re.findall(r'<td class="(?:dose|none|dose long)">(.*?)</td>', table)
    plain = [folded(re.sub("<.*?>", "", dose)) for dose in doses]
    assert plain == ["–", "–", "4", "–", "2.5", "1–2", "–", folded("½")]
    head = table.partition("</thead>")[0]
    assert [head.count(word) for word in ("Morning", "Noon", "Evening", "Bedtime")] == [1] * 4
    assert head.count("<p ") == 10


def test_a_dose_that_is_written_by_hand_has_room_and_no_dash() -> None:
    project = projects.read(ROOT, None)
    (task,) = plan.plan(project, plan.Selection(("methotrexate",), ("ur",), ("a4",))).tasks
    alone = recipe.rendered_page(task)[0].html.text
    assert alone.count('"to-write"') > 0
    both = page("methotrexate", "ur+en").html.text
    for class_ in ("to-write", "none", "dose"):
        assert both.count(f'<td class="{class_}"') == alone.count(f'<td class="{class_}"'), class_


def test_a_row_that_is_higher_than_a_page_goes_on_in_both(plans: tuple[RenderedPage, Pdf]) -> None:
    long = [row for row in rows(plans[1].data) if "soapandwater" in folded(row.halves[1].text)]
    assert len({row.page for row in long}) > 1
    said = "".join(folded(row.halves[1].text) for row in long)
    assert said.count("soapandwater") == 90
    assert [row for row in long if row.apart > SAME_LINE] == []


def test_two_languages_are_pdf_ua(plans: tuple[RenderedPage, Pdf], tmp_path: Path) -> None:
    files = {"plans": plans[1].data}
    files |= {pair: drawn(LEAFLET, pair).data for pair in ("ur+en", "zh-Hans+es", "ar+fr")}
    for name, data in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    found = verapdf.validate(sorted(tmp_path.iterdir()))
    assert len(found) == 4
    assert {path.name: list(map(str, rules)) for path, rules in found.items() if rules} == {}
