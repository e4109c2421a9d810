"""A partly translated leaflet, from the command to the text on its pages."""

from __future__ import annotations

import ctypes
import json
import re
from dataclasses import dataclass, replace
from types import SimpleNamespace

import pypdfium2
import pytest

from polyleaf.content import leaflets
from polyleaf.model.leaflet import Asset
from polyleaf.translation import catalog

from .conftest import LEAFLET, Sandbox
from .pdf.order import seen
from .pdf.test_language_tags import spoken_languages
from .reading import folded, poppler, spoken
from .strategies import HEADER

pytestmark = pytest.mark.slow

LIST = "      - list: [Wet your hands., Rub them., Dry them.]\n"
MORE = """\
      - callout: {tone: urgent, heading: Stop, text: "Never swallow it, and call us.", safety: true}
      - table: {caption: How long, columns: [Who, Time], rows: [[Adults, 20 seconds]]}
      - figure: {image: tap.svg, alt: An open tap, caption: The tap, labels: [Water]}
"""
ARABIC = {
    "Washing hands": "غسل اليدين",
    "Wash your hands before you eat.": "اغسل يديك قبل الأكل.",
    "A nurse": "ممرضة",
    "How to wash": "كيف تغسل يديك",
    "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.":
        "استعمل **الصابون** 20 ثانية [@who-2009]. اتصل على {clinic.phone}.",
    "Wet your hands.": "بلّل يديك.",
    "Rub them.": "افركهما.",
    "Dry them.": "جففهما.",
    "Stop": "توقف",
    "Never swallow it, and call us.": "لا تبتلعه أبدًا، واتصل بنا.",
    "How long": "كم من الوقت",
    "Who": "من",
    "Time": "الوقت",
    "Adults": "الكبار",
    "20 seconds": "20 ثانية",
    "An open tap": "صنبور مفتوح",
    "The tap": "الصنبور",
    "Water": "ماء",
}  # fmt: skip
PO = "locales/ar/LC_MESSAGES/hands.po"
ALLOWED = ("-l", "ar", "--allow-untranslated")
PDF = "output/ar/hands_ar_a4.pdf"


@pytest.fixture
def arabic(project: Sandbox) -> Sandbox:
    """The leaflet with a table, a callout and a figure, for `translate`."""
    project.edit("content/hands.yaml", LIST, LIST + MORE)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
    project.write("content/tap.svg", svg)
    return project


def translate(project: Sandbox, *missing: str) -> None:
    """Write the Arabic catalog, without translations of the texts `missing`."""
    assert LIST in LEAFLET
    assert set(missing) <= set(ARABIC)
    data = (project.root / "content/hands.yaml").read_bytes()
    leaflet = leaflets.parse(data, "content/hands.yaml", lambda *_: Asset("", "", b""))
    entries = tuple(
        replace(entry, msgstr=("" if entry.msgid in missing else ARABIC[entry.msgid],))
        for entry in {entry.key: entry for entry in catalog.of_leaflet(leaflet)}.values()
    )
    header = HEADER.replace("Language: hi", "Language: ar")
    header = re.sub("Plural-Forms: .*\n", "", header)
    made = catalog.Catalog(PO, catalog.Entry(msgid="", msgstr=(header,)), entries)
    project.write(PO, catalog.write(made))


def web(project: Sandbox) -> str:
    return (project.root / "output/ar/hands_ar_web.html").read_text("utf-8")


def test_no_sheet_is_in_two_languages_unless_allowed(arabic: Sandbox) -> None:
    translate(arabic, "Rub them.", "Stop")
    done = arabic.run("-l", "ar")
    assert done.returncode == 1
    assert '"Rub them." is not translated; translate it\n' in done.stderr
    assert '"Stop" is not translated; translate it; it is a safety text\n' in done.stderr
    assert not (arabic.root / "output/ar").exists()
    assert arabic.run("check", "-l", "ar").returncode == 1


def test_an_allowed_sheet_is_built_and_reported_at_its_messages(arabic: Sandbox) -> None:
    translate(arabic, "Rub them.", "Dry them.")
    done = arabic.run(*ALLOWED)
    assert done.returncode == 0
    lines = (arabic.root / PO).read_text("utf-8").splitlines()
    for text in ("Rub them.", "Dry them."):
        line = lines.index(f'msgid "{text}"') + 2
        assert f'{PO}:{line}: warning[untranslated]: "{text}" is not translated' in done.stderr
    assert done.stdout.splitlines() == [
        "built   ar/hands_ar_web.html  2 untranslated",
        "1 built, 6 warnings",  # one of a translation that does not say "adults"
    ]
    check = arabic.run("check", *ALLOWED)
    assert (check.returncode, check.stderr) == (0, done.stderr)


def test_checks_of_translations_skip_the_english_passages(arabic: Sandbox) -> None:
    translate(arabic, *sorted(set(ARABIC) - {"Washing hands"}))
    done = arabic.run("check", *ALLOWED)
    codes = set(re.findall(r"\[([a-z-]+)\]", done.stderr))
    about_content = {"urgent-telephone", "urgent-fallback"}  # of the source, in English
    assert codes - about_content == {"unreviewed", "untranslated", "safety-missing"}
    assert done.returncode == 0


def test_a_leaflet_without_any_translation_is_refused(arabic: Sandbox) -> None:
    translate(arabic, *ARABIC)
    done = arabic.run(*ALLOWED)
    assert done.returncode == 1
    assert f"{PO}: error[untranslated]: no text is translated" in done.stderr


def test_a_leaflet_without_a_catalog_is_refused(arabic: Sandbox) -> None:
    done = arabic.run(*ALLOWED)
    assert done.returncode == 1
    assert f"{PO}: error[catalog-missing]" in done.stderr


def test_a_release_may_lack_a_translation_but_not_of_a_safety_text(arabic: Sandbox) -> None:
    def reported(*arguments: str) -> list[str]:
        found = re.findall(
            r"\w+\[(?:untr|safety-).*?\]: .*?\"[^\"]*\"", arabic.run(*arguments).stderr
        )
        return [line.replace("the safety text ", "") for line in found]

    translate(arabic, "Rub them.", "Stop")
    warnings = ['warning[untranslated]: "Rub them."', 'warning[untranslated]: "Stop"']
    assert reported("check", *ALLOWED) == [
        *warnings[:1], 'warning[safety-missing]: "Stop"', *warnings[1:],
    ]  # fmt: skip
    assert reported("check", *ALLOWED, "--release") == [
        *warnings[:1], 'error[safety-missing]: "Stop"', *warnings[1:],
    ]  # fmt: skip
    translate(arabic, "Rub them.")
    assert reported("check", *ALLOWED, "--release") == warnings[:1]


def test_the_option_is_for_commands_that_make_sheets(project: Sandbox) -> None:
    done = project.run("catalogs", "--allow-untranslated")
    assert done.returncode == 2
    assert "--allow-untranslated belongs to the commands build and check" in done.stderr


def test_the_manifest_and_the_index_count_untranslated_texts(arabic: Sandbox) -> None:
    def row() -> dict[str, object]:
        text = (arabic.root / "output/manifest.json").read_text("utf-8")
        (found,) = json.loads(text)["files"]
        return dict(found)

    index = arabic.root / "output/catalogue/ar.html"
    translate(arabic, "Washing hands", "Rub them.")
    assert arabic.run(*ALLOWED, "--quiet").returncode == 0
    partly = row()
    assert (partly["untranslated"], partly["local_title"]) == (2, "Washing hands")
    assert "Partly translated" in index.read_text("utf-8")
    assert '<bdi lang="en" dir="ltr">Washing hands</bdi>' in index.read_text("utf-8")
    translate(arabic)
    assert arabic.run(*ALLOWED, "--quiet").returncode == 0
    allowed = row()
    assert arabic.run("-l", "ar", "--quiet").returncode == 0
    assert (row()["untranslated"], row()["local_title"]) == (0, "غسل اليدين")
    assert partly["key"] != allowed["key"] == row()["key"]  # a key is the hash of a page
    assert "Partly translated" not in index.read_text("utf-8")
    assert '<bdi lang="ar" dir="rtl">غسل اليدين</bdi>' in index.read_text("utf-8")


def test_json_counts_untranslated_texts(arabic: Sandbox) -> None:
    translate(arabic, "Rub them.")
    sheet, summary = map(json.loads, arabic.run(*ALLOWED, "--format", "json").stdout.splitlines())
    assert sheet["untranslated"] == summary["built"][0]["untranslated"] == 1


def test_a_notice_informs_the_reader_and_counts_for_staff(arabic: Sandbox) -> None:
    notice_text = "بعض أجزاء هذه النشرة لم تُترجم بعد."
    translate(arabic, "Rub them.")
    arabic.run(*ALLOWED)
    notice = web(arabic).partition('<div class="notice">')[2].partition("</div>")[0]
    assert notice_text in notice
    assert "not complete: 1 text is in English, marked" in notice
    translate(arabic)
    arabic.run(*ALLOWED)
    assert notice_text not in web(arabic)
    assert "not complete" not in web(arabic)


def test_invisible_texts_state_their_language_too(arabic: Sandbox) -> None:
    translate(arabic, "Washing hands", "An open tap", "A nurse")
    arabic.run(*ALLOWED)
    page = web(arabic)
    assert '<title lang="en" dir="ltr">Washing hands</title>' in page
    assert '<meta name="author" content="A nurse" lang="en" dir="ltr">' in page
    assert 'alt="An open tap" lang="en" dir="ltr">' in page


def test_printed_passages_are_marked_tagged_and_read_in_their_own_direction(
    arabic: Sandbox,
) -> None:
    english = (
        "Washing hands",
        "Wash your hands before you eat.",
        "How to wash",
        "Rub them.",
        "Stop",
        "Adults",
        "The tap",
        "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.",
    )
    translate(arabic, *english)
    done = arabic.run(*ALLOWED, "-e", "a4")
    assert done.returncode == 0, done.stderr
    data = (arabic.root / PDF).read_bytes()
    pages = pypdfium2.PdfDocument(data)
    assert pages.get_metadata_dict()["Title"] == "Washing hands"
    text_of_reader = folded(spoken(data))
    drawn = folded("".join(line for page in pages for line in seen(page)))
    read = folded(poppler(data))
    for text in english:
        plain = text.replace("**", "").replace("@who-2009", "1")
        plain = folded(f"EN {plain.format(clinic=SimpleNamespace(phone='+44 20 7946 0958'))}")
        assert plain in text_of_reader
        assert plain in drawn
        assert plain in read
    tagged = [kind for kind, language in spoken_languages(data) if language == "en"]
    assert len(tagged) >= 2 * len(english)  # a mark and a text each


def test_a_passage_begins_at_the_sheets_margin_and_its_lines_at_their_left(
    arabic: Sandbox,
) -> None:
    first, more = "Wash your hands before you eat.", "Soap and water will do. " * 8
    translate(arabic, first, "Rub them.")
    for name in ("content/hands.yaml", PO):
        arabic.edit(name, first, f"{first} {more}".strip())
    assert arabic.run(*ALLOWED, "-e", "a4").returncode == 0
    lines = placed(pypdfium2.PdfDocument(arabic.root / PDF)[0])
    (short,) = [line for line in lines if line.text == "ENRubthem."]
    (arabic_item,) = [line for line in lines if sorted(line.text) == sorted("بلّليديك.")]
    long = [line for line in lines if "Soap" in line.text]
    assert short.right == pytest.approx(arabic_item.right, abs=3)
    assert len(long) > 2
    assert max(line.left for line in long) - min(line.left for line in long) < 3


@dataclass(frozen=True)
class Line:
    """The letters of a line from left to right, and its edges in points from the left."""

    text: str
    left: float
    right: float


def placed(page: pypdfium2.PdfPage) -> list[Line]:
    text = page.get_textpage()
    lines: dict[int, list[tuple[float, float, str]]] = {}
    for i in range(text.count_chars()):
        left, _, right, _ = text.get_charbox(i, loose=True)
        x, y = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, i, x, y)
        letter = folded(text.get_text_range(i, 1))
        if letter not in ("", "•") and pypdfium2.raw.FPDFText_IsGenerated(text, i) != 1:
            lines.setdefault(round(y.value), []).append((left, right, letter))
    return [
        Line("".join(letter for *_, letter in line), line[0][0], line[-1][1])
        for line in map(sorted, lines.values())
    ]
