"""Sheets that are folded: a file to read, one for the printer, and what does not fit a panel."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from polyleaf.model.inline import parse, plain
from polyleaf.model.walk import texts

from . import verapdf
from .conftest import LEAFLET, Sandbox
from .reading import folded, pdfium
from .test_paper import sentences, task

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("folded")]

MIRRORED = "qps-plocm"
HEAD, _, SOURCES = LEAFLET.partition("sources:\n")
URGENT = "      - callout: {tone: urgent, heading: Bleeding, text: Call us if you bleed.}\n"
FORM = "      - form: {heading: Diary, columns: [Day, Skin], rows: 3, own_page: true}\n"
HANDS = f"{HEAD}{URGENT}{sentences(22)}{FORM}sources:\n{SOURCES}"


def section(number: int, paragraphs: int, more: str = "") -> str:
    blocks = f"  - id: part-{number}\n    heading: Part {number}\n    blocks:\n"
    return blocks + sentences(paragraphs, number) + more


def too_long(keys: str = "", paragraphs: int = 12) -> str:
    """Twice as much as six panels hold; a box warns in part 3, one is urgent in part 5."""
    warns = "      - callout: {tone: caution, heading: Dry skin, text: Ask us.}\n"
    boxes = {3: warns, 5: URGENT}
    parts = "".join(section(n, paragraphs, boxes.get(n, "")) for n in range(1, 6))
    return f"{HEAD.replace('funding: none', f'funding: none{keys}')}{parts}sources:\n{SOURCES}"


def rows(project: Sandbox) -> dict[str, dict[str, Any]]:
    text = (project.root / "output/manifest.json").read_text("utf-8")
    return {Path(row["file"]).name: row for row in json.loads(text)["files"]}


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """One leaflet in both editions, from left to right and from right to left."""
    from .conftest import CLINIC

    project = Sandbox(tmp_path_factory.mktemp("folded"))
    project.write("clinic.yaml", CLINIC.replace("[web]", "[booklet, trifold]"))
    project.write("content/hands.yaml", HANDS)
    done = project.run("-l", f"en,{MIRRORED}")
    assert done.returncode == 0, done.stderr
    return project


def test_names_and_manifest_say_which_file_is_for_the_printer(hands: Sandbox) -> None:
    told = {
        name: (row["part"], row["duplex"], row["pages"])
        for name, row in rows(hands).items()
        if row["language"] == "en"
    }
    screen = told["hands_en_booklet.pdf"][2]
    assert told == {
        "hands_en_booklet.pdf": ("screen", "", screen),
        "hands_en_booklet_print_short-edge.pdf": ("print", "short-edge", -(-screen // 4) * 2),
        "hands_en_trifold.pdf": ("screen", "", 7),  # the form is behind the six panels
        "hands_en_trifold_form.pdf": ("form", "", 1),
        "hands_en_trifold_print_short-edge.pdf": ("print", "short-edge", 2),
    }
    page = (hands.root / "output/catalogue/en.html").read_text("utf-8")
    offered = re.findall(r'href="../en/([^"]+)"><span class="what">([^<]+)<', page)
    assert offered == [
        ("hands_en_trifold_print_short-edge.pdf", "Fold"),
        ("hands_en_booklet_print_short-edge.pdf", "Booklet"),
        ("hands_en_trifold_form.pdf", "Form"),
        ("hands_en_trifold.pdf", "Fold · Read on screen"),
        ("hands_en_booklet.pdf", "Booklet · Read on screen"),
    ]


def test_a_build_again_has_nothing_to_do_but_what_is_gone(hands: Sandbox) -> None:
    arguments = ("-l", f"en,{MIRRORED}")
    again = hands.run(*arguments)
    assert "4 up to date" in again.stdout
    file = hands.root / "output/en/hands_en_booklet_print_short-edge.pdf"
    was = file.read_bytes()
    file.unlink()
    assert "built   en/hands_en_booklet.pdf" in hands.run(*arguments).stdout
    assert file.read_bytes() == was


@pytest.mark.parametrize("edition", ["booklet", "trifold"])
def test_all_text_is_in_the_screen_file(hands: Sandbox, edition: str) -> None:
    shown = folded(pdfium((hands.root / f"output/en/hands_en_{edition}.pdf").read_bytes()))
    shown = shown.replace("[1]", "")
    leaflet = task(hands).leaflet
    wanted = [plain(parse(text.value)) for text in texts((leaflet.title, leaflet.sections))]
    filled = [text.replace("{clinic.phone}", "+44 20 7946 0958") for text in wanted]
    assert [text for text in filled if folded(text).replace("[1]", "") not in shown] == []


def test_screen_files_are_pdf_ua(hands: Sandbox) -> None:
    files = [
        path for path in sorted(hands.root.glob("output/*/*.pdf")) if "_print" not in path.name
    ]
    assert len(files) == 6
    assert verapdf.validate(files) == {file: [] for file in files}


@pytest.mark.parametrize("tag", ["en", MIRRORED])
def test_each_half_of_a_sheet_is_a_page_of_the_booklet(hands: Sandbox, tag: str) -> None:
    stem = hands.root / f"output/{tag}/hands_{tag}_booklet"
    pages = [folded(page.get_textpage().get_text_range()) for page in document(f"{stem}.pdf")]
    fore, far = (0, 1) if tag == MIRRORED else (1, 0)
    fronts, last = document(f"{stem}_print_short-edge.pdf"), -(-len(pages) // 4) * 4
    assert halves(fronts[0])[fore] == pages[0]
    assert halves(fronts[1])[far] == pages[1]
    behind = halves(fronts[0])[far]  # the back cover
    assert behind == (pages[-1] if last == len(pages) else "")


def document(path: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(path)


def halves(page: pypdfium2.PdfPage) -> tuple[str, str]:
    width, height = page.get_size()
    text = page.get_textpage()
    left = text.get_text_bounded(0, 0, width / 2, height)
    return folded(left), folded(text.get_text_bounded(width / 2, 0, width, height))


def test_by_hand_there_are_fronts_and_backs_and_no_file_of_before(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[booklet]")
    folder = project.root / "output/en"
    assert project.run().returncode == 0
    assert project.run("--duplex", "manual").returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "hands_en_booklet.pdf",
        "hands_en_booklet_print_1-fronts.pdf",
        "hands_en_booklet_print_2-backs.pdf",
    ]
    project.edit("clinic.yaml", "country: GB", "country: GB\nduplex: long-edge")
    assert project.run().returncode == 0
    assert [path.name for path in sorted(folder.iterdir())][1:] == [
        "hands_en_booklet_print_long-edge.pdf"
    ]
    assert list(rows(project)) == sorted(path.name for path in folder.iterdir())


def test_letter_paper_is_folded_to_half_letter(project: Sandbox) -> None:
    project.edit("clinic.yaml", "country: GB", "country: US")
    assert project.run("-e", "booklet,trifold").returncode == 0
    stem = project.root / "output/en/hands_en"
    assert document(f"{stem}_booklet.pdf")[0].get_size() == pytest.approx((396, 612), abs=0.5)
    sheet = document(f"{stem}_trifold_print_short-edge.pdf")[0]
    assert sheet.get_size() == pytest.approx((792, 612), abs=0.5)
    widths = [page.get_width() for page in document(f"{stem}_trifold.pdf")]
    assert widths[:2] == pytest.approx([265.5, 261], abs=0.5)  # 3 11/16 and 3 5/8 inches


def test_a_leaflet_too_long_for_six_panels_has_its_named_sections_whole(project: Sandbox) -> None:
    project.write("content/hands.yaml", too_long("\neditions: {trifold: {sections: [part-2]}}"))
    done = project.run("-e", "trifold")
    assert done.returncode == 0
    cut = "parts of the sections “How to wash” (how), “Part 1”"
    assert f"[left-out]: trifold in English leaves out: {cut}" in done.stderr
    shown = folded(pdfium((project.root / "output/en/hands_en_trifold.pdf").read_bytes()))
    leaflet = task(project).leaflet
    whole = {
        part.id: all(folded(text.value) in shown for text in texts(part.blocks))
        for part in leaflet.sections
        if part.id.startswith("part")
    }
    assert whole == {f"part-{number}": number == 2 for number in range(1, 6)}
    for words in ("Wash your hands before you eat.", "Dry skin", "Read it on a screen"):
        assert folded(words) in shown
    assert folded("Part 3") in shown
    assert folded("Part 4") not in shown
    assert folded("Call us if you bleed") in shown  # on the flap, so that its heading is not left
    assert folded("Part 5") not in shown


def test_a_leaflet_that_names_no_sections_has_the_first_ones_that_fit(project: Sandbox) -> None:
    project.write("content/hands.yaml", too_long())
    done = project.run("-e", "trifold")
    assert done.returncode == 0, done.stderr
    shown = folded(pdfium((project.root / "output/en/hands_en_trifold.pdf").read_bytes()))
    leaflet = task(project).leaflet
    whole = [
        all(folded(text.value) in shown for text in texts(part.blocks))
        for part in leaflet.sections
        if part.id.startswith("part")
    ]
    assert whole == [True, True, False, False, False]
    assert "parts of the sections “Part 3” (part-3), “Part 4”" in done.stderr


def test_a_medicine_is_never_parted_from_its_doses(project: Sandbox) -> None:
    """With these paragraphs before it, its name would be at the foot of a panel."""
    purpose = "It calms the skin and the joints of people who have more than one of"
    plan = f"""\
      - schedule:
          rows: 2
          medicines:
            - name: Methotrexate
              strength: 2.5 mg
              form: tablets
              for: {purpose} the two illnesses at a time
              doses: {{evening: 4}}
              days: [monday]
"""
    for paragraphs in (5, 16):
        text = f"{HEAD}{sentences(paragraphs)}{plan}sources:\n{SOURCES}"
        project.write("content/hands.yaml", text)
        done = project.run("-e", "trifold")
        assert done.returncode == 0, done.stderr
        pages = document(str(project.root / "output/en/hands_en_trifold.pdf"))
        said = [page.get_textpage().get_text_range() for page in pages]
        (with_name,) = [text for text in said if "Methotrexate" in text]
        assert "Mon" in with_name.partition("Methotrexate")[2], paragraphs


def test_the_urgent_box_goes_to_its_section_if_the_flap_is_full(project: Sandbox) -> None:
    points = "\n".join(f"  - Point {number} {'soap and water ' * 9}." for number in range(8))
    longer = HANDS.replace(FORM, "").replace("Call us if you bleed.", "Call us if you bleed. " * 12)
    project.write("content/hands.yaml", longer)
    project.edit("content/hands.yaml", "  - Wash your hands before you eat.", points)
    done = project.run("-e", "trifold")
    assert done.returncode == 0
    assert "left-out" not in done.stderr
    pages = document(str(project.root / "output/en/hands_en_trifold.pdf"))
    flap, inside = (pages[number].get_textpage().get_text_range() for number in (1, 2))
    assert "Point 7" in flap
    assert "Call us if you bleed" not in flap
    assert "Call us if you bleed" in inside


def test_a_full_panel_names_the_message_in_catalog_and_content(project: Sandbox) -> None:
    points = "\n".join(f"  - Point {number} {'soap and water ' * 12}." for number in range(12))
    project.edit("content/hands.yaml", "  - Wash your hands before you eat.", points)
    assert project.run("catalogs", "-l", "fr").returncode == 0
    catalog = project.root / "locales/fr/LC_MESSAGES/hands.po"
    filled = re.sub(  # each message's own text, as if it were French
        r'msgid ((?:".+"\n)+|""\n(?:".+"\n)+)msgstr ""\n', r"msgid \1msgstr \1", catalog.read_text()
    )
    catalog.write_text(filled)
    done = project.run("check", "--layout", "-l", "en,fr", "-e", "trifold")
    assert done.returncode == 1
    found = [line for line in done.stderr.splitlines() if "[panel-full]" in line]
    assert len(found) == 2, done.stderr
    english, french = sorted(found)
    assert re.match(r"content/hands\.yaml:\d+:\d+: error", english)
    assert re.search(
        r"the flap of the edition trifold holds \d\d lines too many in English", english
    )
    assert re.match(r"locales/fr/LC_MESSAGES/hands\.po:\d+", french)
    assert re.search(r"the source is content/hands\.yaml:\d+", french)
    assert project.run("-e", "trifold").returncode == 1
    assert not list(project.root.glob("output/*/*.pdf"))


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "content/hands.yaml",
            LEAFLET.replace("funding", "editions: {trifold: {sections: [hw]}}\nfunding"),
            'content/hands.yaml:8:33: error[section-unknown]: trifold: no section has the id "hw";'
            ' did you mean "how"?',
        ),
        (
            "content/hands.yaml",
            LEAFLET.replace("funding", "editions: {trifolt: {sections: [how]}}\nfunding"),
            'content/hands.yaml:8:12: error[edition-unknown]: no edition is called "trifolt";'
            ' did you mean "trifold"?',
        ),
        (
            "templates/small/edition.toml",
            'extends = "trifold"\n[paper]\nsize = "A5"\n',
            "templates/small/edition.toml:3:1: error[fold-paper]: A5 is too small for a trifold",
        ),
        (
            "templates/small/edition.toml",
            'extends = "trifold"\n[paper]\nsize = "400mm 100mm"\n',
            "400mm 100mm is too small for a trifold: its pages would be 100 mm high",
        ),
        (
            "templates/small/edition.toml",
            'extends = "booklet"\n[paper]\nsize = "A9"\n',
            'templates/small/edition.toml:3:1: error[fold-paper]: no paper is called "A9"',
        ),
        (
            "templates/small/edition.toml",
            'extends = "a4"\n[impose]\nfold = "boklet"\nbleed = "3mm"\n',
            'error[value-unknown]: impose.fold must be booklet or trifold; did you mean "booklet"?',
        ),
    ],
    ids=["section", "edition", "paper", "low paper", "no paper", "fold"],
)
def test_what_cannot_be_folded_is_said(project: Sandbox, file: str, text: str, says: str) -> None:
    project.write("templates/small/edition.toml", 'extends = "trifold"\n')
    project.write(file, text)
    done = project.run("-e", "small")
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_print_shop_gets_bleed_and_crop_marks(project: Sandbox) -> None:
    project.write(
        "templates/shop/edition.toml",
        'extends = "trifold"\n[impose]\nbleed = 3\ncrop_marks = true\n',
    )
    project.write("templates/extra.css", "@page front { background: #ddd }\n")
    done = project.run("-e", "shop")
    path = project.root / "output/en/hands_en_shop_print_short-edge.pdf"
    assert path.exists(), done.stderr
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        width, height = (float(page.trimbox[2] - page.trimbox[0]),
                         float(page.trimbox[3] - page.trimbox[1]))  # fmt: skip
        assert (width, height) == pytest.approx((841.89, 595.28), abs=0.1)
        assert float(page.trimbox[0] - page.bleedbox[0]) == pytest.approx(8.5, abs=0.1)
    picture = document(str(path))[0].render(scale=1).to_pil().convert("L")
    edge = 8 / 25.4 * 72  # of the paper to the trimmed sheet
    beyond = picture.getpixel((int(edge + 841.89 + 4), 300)), picture.getpixel((int(edge / 3), 300))
    assert beyond[0] < 240  # the front panel's colour goes on beyond the cut
    assert beyond[1] == 255
    assert picture.crop((0, 22, 20, 25)).getextrema()[0] < 100  # the crop mark beside the corner
