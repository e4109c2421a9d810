"""The words of a page come from the catalog that has them, or are English and marked."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from polyleaf.translation import catalog

from ..conftest import ROOT, Sandbox
from ..pdf.order import seen
from ..reading import folded
from ..test_cli import translated

pytestmark = pytest.mark.slow

PO = "locales/es/LC_MESSAGES/interface.po"
TEXTS = {
    "Washing hands": "A", "Wash your hands before you eat.": "B.", "A nurse": "C",
    "How to wash": "D", "Wet your hands.": "F.", "Rub them.": "G.", "Dry them.": "H.",
    "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.":
        "E **E** 20 [@who-2009]. {clinic.phone}.",
}  # fmt: skip


def begin(project: Sandbox, tag: str, folder: str, letters: str = "") -> str:
    """Starts a language and fills the leaflet's catalog with letters; returns its path."""
    done = project.run("catalogs", "-l", tag)
    assert done.returncode == 0, done.stderr
    path = f"locales/{folder}/LC_MESSAGES/hands.po"
    project.edit(path, "X-Polyleaf-Method: ", "X-Polyleaf-Method: human")
    for source, text in TEXTS.items():
        text = re.sub("[A-H]", lambda found: letters or found[0], text)
        project.edit(path, f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{text}"')
    return path


def page(project: Sandbox, tag: str) -> str:
    return (project.root / f"output/{tag}/hands_{tag}_web.html").read_text("utf-8")


def own_word(project: Sandbox) -> None:
    """The project's web page with a word that Polyleaf does not have."""
    skip = '{{ _("Skip to the text") }}'
    text = (ROOT / "templates/web/page.html").read_text("utf-8")
    assert skip in text
    own = f'{skip}</a><p title="{{{{ _("Bring it") }}}}">{{{{ _("Bring it") }}}}</p><a>'
    project.write("templates/web/page.html", text.replace(skip, own))


def test_a_folder_of_templates_does_not_hide_the_shipped_words(project: Sandbox) -> None:
    project.write("templates/extra.css", "p { color: black; }")
    translated(project)
    assert not (project.root / PO).exists(), "the shipped one serves"
    assert project.run("-l", "es").returncode == 0
    assert "Puntos clave" in page(project, "es")


def test_an_empty_catalog_of_the_project_hides_nothing(project: Sandbox) -> None:
    translated(project)
    shipped = catalog.read((ROOT / PO).read_bytes(), PO)
    empty = tuple(replace(entry, msgstr=("",)) for entry in shipped.entries)
    bare = replace(shipped, entries=empty).with_fields({catalog.METHOD: ""})
    project.write(PO, catalog.write(bare))
    assert project.run("-l", "es").returncode == 0
    assert "Puntos clave" in page(project, "es")


def test_words_that_polyleaf_added_are_merged_and_counted(project: Sandbox) -> None:
    """A project's own catalog from an earlier Polyleaf."""
    translated(project)
    blocks = (ROOT / PO).read_text("utf-8").split("\n\n")
    old = [block for block in blocks if 'msgid "Key points"' not in block]
    assert len(old) == len(blocks) - 1
    project.write(PO, "\n\n".join(old).replace("Puntos", "Puntitos").replace("machine", "human"))
    assert project.run("-l", "es").returncode == 0
    assert "Puntos clave" in page(project, "es")
    status = project.run("status", "interface", "-l", "es").stdout
    assert re.search(r"interface +es +(\d+)/\1 .*not reviewed, machine", status), (
        "the worst of both"
    )
    assert f"written {PO}" in project.run("catalogs").stdout
    merged = catalog.read((project.root / PO).read_bytes(), PO).index()[None, "Key points"]
    assert (merged.fuzzy, merged.msgstr) == (True, ("Puntos clave",))
    assert merged.comments == ("from Polyleaf’s locales/es/LC_MESSAGES/interface.po",)
    assert project.run("catalogs").stdout.startswith("0 written")
    assert "Puntos clave" in page(project, "es")


def test_what_is_signed_is_every_word_that_is_printed(project: Sandbox) -> None:
    translated(project)
    own_word(project)
    project.run("catalogs")
    by = ("sign", "interface", "-l", "es", "--by", "Dra. Ruiz", "--method", "machine-edited")
    done = project.run(*by)
    assert f"{PO}:" in done.stderr
    assert '"Bring it" is not translated' in done.stderr
    project.edit(PO, 'msgid "Bring it"\nmsgstr ""', 'msgid "Bring it"\nmsgstr "Tráigala"')
    assert project.run(*by).returncode == 0
    signed = catalog.read((project.root / PO).read_bytes(), PO)
    assert all(entry.translated for entry in signed.active)
    assert signed.field("X-Polyleaf-Method") == "machine-edited"
    assert project.run("catalogs").stdout.startswith("0 written")
    release = project.run("-l", "es", "--release").stderr
    assert "interface.po" not in release


def test_a_language_that_nobody_gave_words_is_printed_with_english_ones(project: Sandbox) -> None:
    project.edit("clinic.yaml", "phone:", "hours: {Mon-Fri: 9:00-17:00}\nphone:")
    project.edit("clinic.yaml", "editions: [web]", "editions: [web, text]")
    begin(project, "tvl", "tvl", "Tuvalu")
    refused = project.run("-l", "tvl")
    assert refused.returncode == 1
    (line,) = [each for each in refused.stderr.splitlines() if "error" in each]
    assert re.match(
        r"locales/tvl/LC_MESSAGES/interface\.po: error\[untranslated\]: (\d+) of \1 words of the "
        r'page are not in Tuvalu: ".*" and \d+ more; .*--allow-untranslated', line,
    )  # fmt: skip
    done = project.run("-l", "tvl", "--allow-untranslated")
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r"warning\[untranslated\]", done.stderr)) == 1
    made = page(project, "tvl")
    mark = (
        '<span lang="en" dir="ltr" class="untranslated"><span class="untranslated-mark">EN</span>'
    )
    assert f"{mark} Key points</span>" in made
    assert f"{mark} This translation was made by a person." in made
    assert re.search(rf"{mark} Monday\W+Friday</span>", made), "names of days are not known either"
    assert re.search(r'<img lang="en" dir="ltr" class="qr"[^>]* alt="QR code that leads to', made)
    assert 'aria-label="On this page"' in made
    assert "\ufdd0" not in made
    assert "\ufdd1" not in made
    assert "2026-11-22" in made
    count = int(re.findall(r"tvl_web.html  (\d+) untranslated", done.stdout)[0])
    assert made.count(f"{count} words of the page in English") == 1
    text = (project.root / "output/tvl/hands_tvl_text.txt").read_text("utf-8")
    assert "[EN] Key points" in text
    again = project.run("-l", "tvl", "--allow-untranslated")
    assert again.stdout.startswith("2 up to date")
    assert again.stderr == done.stderr


def test_own_words_without_a_translation_are_marked_among_translated_ones(project: Sandbox) -> None:
    translated(project)
    own_word(project)
    project.run("catalogs")
    done = project.run("-l", "es")
    assert f"{PO}:" in done.stderr
    assert 'error[untranslated]: "Bring it" is not translated' in done.stderr
    assert project.run("-l", "es", "--allow-untranslated").returncode == 0
    made = page(project, "es")
    assert re.search(
        r'<p title="Bring it"><span lang="en"[^>]*>.*?EN</span> Bring it</span></p>', made
    )
    assert "Puntos clave" in made


def test_a_script_that_cldr_does_not_expect_is_drawn_in_its_direction(project: Sandbox) -> None:
    begin(project, "tg@arabic", "tg_Arab", "تاجیکی")
    done = project.run("-l", "tg-Arab", "-e", "a4,web", "--allow-untranslated")
    assert done.returncode == 0, done.stderr
    assert '<html lang="tg-Arab" dir="rtl"' in page(project, "tg-Arab")
    data = (project.root / "output/tg-Arab/hands_tg-Arab_a4.pdf").read_bytes()
    document = pypdfium2.PdfDocument(data)
    drawn = "".join(line for sheet in document for line in seen(sheet))
    assert folded("تاجیکی")[::-1] in folded(drawn)
    text = document[0].get_textpage()
    bullets = [at for at, sign in enumerate(text.get_text_range()) if sign == "•"]
    assert len(bullets) >= 4
    for at in bullets:
        assert text.get_charbox(at)[0] > document[0].get_width() / 2, "a list begins on the right"
