"""Words in pictures, from the drawing to the catalog and back onto the sheet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from polyleaf.translation import catalog

from . import test_untranslated
from .conftest import LEAFLET, Sandbox

pytestmark = pytest.mark.slow

FIGURE = "      - figure: {image: liver.svg, alt: An organ, caption: Here, labels: [Gall]}\n"
STEP = "      - steps: [{text: Drink., image: step.svg, alt: The liver}]\n"
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200">
<rect x="10" y="10" width="120" height="40" fill="#eeeeee"/>
<text x="70" y="36" font-size="20" text-anchor="middle">Liver</text>
<text x="10" y="90" font-size="20">Take <tspan font-weight="bold">5 mg</tspan><tspan x="10"
  dy="24">with water</tspan></text>
<text x="10" y="190" font-size="20">A</text><text x="200" y="190" font-size="20">42</text>
</svg>"""
LIVER, TAKE = "Liver", "Take <1>5 mg</1>\nwith water"
ARABIC = {LIVER: "الكبد", TAKE: "خذ <1>5 mg</1>\nمع الماء"}
TEXTS = {
    **test_untranslated.ARABIC,
    "An organ": "عضو",
    "Here": "هنا",
    "Gall": "المرارة",
    "Drink.": "اشرب.",
    "The liver": "الكبد",
}
PO = "locales/ar/LC_MESSAGES/hands.po"


@pytest.fixture
def pictured(project: Sandbox) -> Sandbox:
    """A figure and a step with one drawing, and a catalog of which `translate` fills in words."""
    project.write("content/hands.yaml", LEAFLET.replace("sources:", FIGURE + STEP + "sources:"))
    project.write("content/liver.svg", DRAWING)
    project.write("content/step.svg", DRAWING.replace(">A<", "><"))
    assert project.run("catalogs", "-l", "ar").returncode == 0
    return project


def translate(project: Sandbox, words: dict[str, str]) -> None:
    """Fill in every message: those in pictures by `words`, all others in Arabic."""
    found = catalog.read((project.root / PO).read_bytes(), PO)
    entries = tuple(
        replace(entry, msgstr=(words.get(entry.msgid, ""),))
        if (entry.msgctxt or "").endswith("picture-text")
        else replace(entry, msgstr=(TEXTS[entry.msgid],))
        for entry in found.entries
    )
    made = replace(found, entries=entries).with_fields({"X-Polyleaf-Method": "machine"})
    project.write(PO, catalog.write(made))


def place(project: Sandbox, msgid: str) -> int:
    """The line of a translation."""
    found = catalog.read((project.root / PO).read_bytes(), PO)
    return next(e.translated_where.line for e in found.entries if e.msgid == msgid)


def alternatives(project: Sandbox, tag: str) -> list[str]:
    html = (project.root / f"output/{tag}/hands_{tag}_web.html").read_text("utf-8")
    return re.findall(r'<img src="data:image[^"]*"[^>]* alt="([^"]*)"', html)


def pictures(project: Sandbox, tag: str) -> list[str]:
    html = (project.root / f"output/{tag}/hands_{tag}_web.html").read_text("utf-8")
    return re.findall(r'<img src="(data:image[^"]*)"[^>]* alt', html)


def test_words_are_one_message_for_all_pictures_of_a_section(pictured: Sandbox) -> None:
    found = catalog.read((pictured.root / "locales/hands.pot").read_bytes(), "hands.pot")
    words = {e.msgid: e for e in found.entries if e.msgctxt == "how/picture-text"}
    assert list(words) == [LIVER, TAKE], "A is explained by `labels`, 42 is a number"
    assert {where.partition(":")[0] for where in words[LIVER].references} == {
        "content/hands.yaml",
        "content/liver.svg",
        "content/step.svg",
    }
    assert "in liver.svg; room for about 11 letters." in words[LIVER].extracted
    note = "at most 2 lines; room for about 26 letters; <1>…</1>: a style of their own."
    assert f"in step.svg; {note}" in words[TAKE].extracted


def test_a_sheet_has_its_own_words_in_pictures_and_reads_them_out(pictured: Sandbox) -> None:
    translate(pictured, ARABIC)
    done = pictured.run("-l", "ar,en", "-e", "web,text")
    assert done.returncode == 0, done.stderr
    assert alternatives(pictured, "en")[:2] == [
        "An organ: “Liver”, “Take 5 mg with water”",
        "The liver: “Take 5 mg with water”",
    ]
    assert alternatives(pictured, "ar")[0] == "عضو: ”الكبد“، ”خذ 5 mg مع الماء“"
    assert set(pictures(pictured, "ar")).isdisjoint(pictures(pictured, "en"))
    text = (pictured.root / "output/ar/hands_ar_text.txt").read_text("utf-8")
    assert "الكبد" in text


def test_words_without_a_translation_stop_a_sheet_or_are_marked(pictured: Sandbox) -> None:
    translate(pictured, {TAKE: ARABIC[TAKE]})
    line = place(pictured, LIVER)
    done = pictured.run("-l", "ar")
    assert done.returncode == 1
    assert f'{PO}:{line}: error[untranslated]: "Liver" is not translated' in done.stderr
    done = pictured.run("-l", "ar", "--allow-untranslated")
    assert f'{PO}:{line}: warning[untranslated]: "Liver" is not translated' in done.stderr
    html = (pictured.root / "output/ar/hands_ar_web.html").read_text("utf-8")
    assert re.search(r'<img src="data:[^>]*>\s*<span class="untranslated-mark">EN</span>', html)


def test_a_changed_word_makes_its_translation_fuzzy(pictured: Sandbox) -> None:
    translate(pictured, ARABIC)
    for name in ("liver", "step"):
        pictured.edit(f"content/{name}.svg", "with water", "with some water")
    assert pictured.run("catalogs").returncode == 0
    found = catalog.read((pictured.root / PO).read_bytes(), PO)
    (entry,) = [e for e in found.entries if "some water" in e.msgid]
    assert entry.fuzzy
    assert entry.previous
    assert entry.previous.msgid == TAKE
    done = pictured.run("check", "-l", "ar")
    assert 'with some water" is fuzzy' in done.stderr.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ({LIVER: "الكبد وهو عضو كبير جدا"}, "figure-text-wide", "with room for 120"),
        ({TAKE: "خذ <1>5 mg</1>\nمع الماء\nكل يوم"}, "figure-text-lines", "3 lines, and"),
        ({TAKE: "خذ 5 mg\nمع الماء"}, "mark-lost", "lacks <1>…</1>"),
        ({TAKE: "خذ <1>5 mg\nمع</1> الماء"}, "mark-lost", "has half of a mark"),
        ({TAKE: "خذ <1>7 mg</1>\nمع الماء"}, "number-changed", "7"),
    ],
)  # fmt: skip
def test_what_a_picture_cannot_hold_is_told_at_the_message(
    pictured: Sandbox, words: dict[str, str], code: str, said: str
) -> None:
    translate(pictured, ARABIC | words)
    line = place(pictured, *words)
    done = pictured.run("check", "-l", "ar")
    assert done.returncode == 1
    found = [row for row in done.stderr.splitlines() if f"error[{code}]" in row and said in row]
    assert found[0].startswith(f"{PO}:{line}: ")


def test_the_source_has_to_fit_too_and_letters_must_be_text(pictured: Sandbox) -> None:
    pictured.edit("content/liver.svg", ">Liver<", ">The liver, which is a large organ<")
    done = pictured.run("check", "-l", "en")
    assert "hands.yaml:15:" in done.stderr
    assert "with room for" in done.stderr
    pictured.edit("content/liver.svg", "The liver, which is a large organ", "L")
    pictured.edit("content/liver.svg", '<text x="70"', '<text x="10 20 30 40 50"')
    pictured.edit("content/liver.svg", ">L<", ">Liver<")
    done = pictured.run("check", "-l", "en")
    assert "error[figure-text-letters]" in done.stderr
    assert "export text as text, not as positioned letters" in done.stderr


def test_words_of_the_clinic_are_filled_in_and_those_of_one_person_refused(
    pictured: Sandbox,
) -> None:
    pictured.edit("content/liver.svg", ">Liver<", ">Call us at {clinic.phone} today<")
    done = pictured.run("-l", "en")
    assert "figure-text-wide" in done.stderr
    assert "+44" in done.stderr
    pictured.edit("content/liver.svg", "{clinic.phone}", "{copy.name}")
    assert "placeholder-in-picture" in pictured.run("check", "-l", "en").stderr


def test_a_logo_is_a_name_and_no_message(project: Sandbox) -> None:
    project.write("logo.svg", DRAWING)
    project.edit("clinic.yaml", "country:", "logo: logo.svg\ncountry:")
    assert project.run("catalogs", "-l", "ar").returncode == 0
    assert "Liver" not in (project.root / PO).read_text("utf-8")
