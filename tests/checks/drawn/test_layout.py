"""What layout finds stands at the message that a person can mend, and says by how much."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from polyleaf.checks.shared.message_lookup import MessageLookup, letters
from polyleaf.content import project as projects
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.sheet import Html, RenderedPage
from polyleaf.pipeline import check, plan
from polyleaf.translation import catalog

from ...conftest import LEAFLET, ROOT, Sandbox
from ...pdf.test_draw import EDITION
from ..sheets import PO, clinic, sheet

pytestmark = pytest.mark.slow

CALL = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."
TABLE = """\
      - table:
          caption: When to wash
          columns: [When, How]
          rows: [[Before meals, With soap], [After work, With water]]
      - list:"""
PO_FILE = "locales/es/LC_MESSAGES/hands.po"
LONG = "Nahrungsmittelunverträglichkeitsuntersuchungsergebnisse"
NARROW = ".about h2 { white-space: nowrap; width: 9mm }"
STYLE = (ROOT / "templates/a4/style.css").read_text("utf-8")


@pytest.fixture
def sandbox(project: Sandbox) -> Sandbox:
    """The test leaflet with a table, on paper."""
    project.edit("content/hands.yaml", "      - list:", TABLE)
    project.edit("clinic.yaml", "[web]", "[a4]")
    return project


def translate(sandbox: Sandbox, **changed: str) -> None:
    """A Spanish catalog that says what its source says, but for the messages that are `changed`.

    It is made before the project has templates, and so words, of its own.
    """
    assert sandbox.run("catalogs", "-l", "es").returncode == 0
    path = sandbox.root / PO_FILE
    read = catalog.read(path.read_bytes(), PO_FILE)
    entries = tuple(
        replace(entry, msgstr=(changed.get(entry.msgid, entry.msgid),)) for entry in read.entries
    )
    head = read.header.msgstr[0].replace("X-Polyleaf-Method: ", "X-Polyleaf-Method: human")
    header = replace(read.header, msgstr=(head,))
    path.write_bytes(catalog.write(replace(read, header=header, entries=entries)))


def line_of(sandbox: Sandbox, msgid: str, file: str = PO_FILE) -> int:
    lines = (sandbox.root / file).read_text("utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if line == f'msgid "{msgid}"')
    return number + 1  # of its translation


def fitted(sandbox: Sandbox, language: str) -> list[Finding]:
    """What `check --layout` finds on the drawn sheet."""
    found = projects.read(sandbox.root, None)
    planned = plan.plan(found, plan.Selection((), (language,), ("a4",)))
    report = check.pages(found, planned)
    drawn = ("overflow-sideways", "overflow-down", "text-lost", "pages", "text-grown")
    assert not (sandbox.root / "output").exists()
    return [finding for finding in report.findings if finding.code in drawn]


def test_a_cell_that_widens_its_table_is_reported_at_its_message(sandbox: Sandbox) -> None:
    style = f"{STYLE} .data {{ table-layout: auto; overflow-wrap: normal; hyphens: manual }}"
    translate(sandbox, **{"With soap": LONG, "With water": f"{LONG}e{LONG}"})
    sandbox.write("templates/a4/style.css", style)
    place = Where(PO_FILE, line_of(sandbox, "With water"))
    (finding,) = [found for found in fitted(sandbox, "es") if found.where == place]
    assert finding.code == "overflow-sideways"
    assert re.match(
        r'"Nahrungsmittelunverträglichkeitsuntersu…" leaves its box by \d+\.\d mm on page \d',
        finding.message,
    )


def test_of_the_source_it_is_reported_in_the_content(sandbox: Sandbox) -> None:
    sandbox.write("templates/a4/style.css", f"{STYLE} td {{ white-space: nowrap }}")
    sandbox.edit("content/hands.yaml", "With water", "With water " * 12)
    (finding,) = fitted(sandbox, "en")
    lines = (sandbox.root / "content/hands.yaml").read_text("utf-8").splitlines()
    assert "With water" in lines[finding.where.line - 1]
    assert finding.where.path == "content/hands.yaml"


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("ul.bullets { height: 6mm }", "overflow-down"),
        (
            "ul.bullets { position: absolute; top: 0 } .bullets li { height: 130mm }",
            "text-lost",
        ),
    ],
)
def test_what_is_below_its_box_or_on_no_page_is_reported_at_its_message(
    sandbox: Sandbox, style: str, code: str
) -> None:
    translate(sandbox, **{"Dry them.": "Séquelas."})
    sandbox.write("templates/a4/style.css", STYLE + style)
    found = [finding for finding in fitted(sandbox, "es") if finding.code == code]
    assert found[-1].where == Where(PO_FILE, line_of(sandbox, "Dry them."))
    assert found[-1].message.startswith('"Séquelas."')


def test_a_templates_word_is_reported_in_the_interfaces_catalog(sandbox: Sandbox) -> None:
    translate(sandbox)
    sandbox.write("templates/a4/style.css", f"{STYLE} {NARROW}")
    (finding,) = fitted(sandbox, "es")
    assert finding.where.path.endswith("locales/es/LC_MESSAGES/interface.po")
    assert finding.where.line
    (english,) = fitted(sandbox, "en")
    assert english.where == Where("content/hands.yaml")


def test_too_many_pages_are_reported_by_how_much_and_by_what_grew(sandbox: Sandbox) -> None:
    sandbox.edit("content/hands.yaml", "Rub them.", f"Rub them{' again and again' * 160}.")
    translate(sandbox, **{"Wet your hands.": f"Mójese las manos{' y las uñas' * 40}."})
    sandbox.write("templates/a4/edition.toml", 'format = "pdf"\nmax_pages = 1\n')
    grown, pages = sorted(fitted(sandbox, "es"), key=lambda found: found.code, reverse=True)
    assert (pages.where, pages.severity) == (Where("content/hands.yaml"), Severity.ERROR)
    amount = re.fullmatch(
        r"2 pages in Spanish, 1 more than the 1 that the edition a4 allows;"
        r" the text is about (\d+) cm too long",
        pages.message,
    )
    assert amount
    assert 1 <= int(amount[1]) <= 26
    assert (grown.code, grown.severity) == ("text-grown", Severity.WARNING)
    assert grown.where == Where(PO_FILE, line_of(sandbox, "Wet your hands."))
    lines = re.fullmatch(
        r'"Mójese las manos y las uñas y las uñas …" is 30\.5 times as long as its source,'
        r" about (\d+) lines more",
        grown.message,
    )
    assert lines, grown.message
    assert int(lines[1]) == 12


def test_too_long_a_source_has_grown_against_nothing(sandbox: Sandbox) -> None:
    sandbox.write("templates/a4/edition.toml", 'format = "pdf"\nmax_pages = 1\n')
    sandbox.edit("content/hands.yaml", "Rub them.", f"Rub them{' again and again' * 400}.")
    assert [finding.code for finding in fitted(sandbox, "en")] == ["pages"]


def test_check_draws_if_asked_writes_nothing_and_says_what_a_build_says(sandbox: Sandbox) -> None:
    translate(sandbox)
    sandbox.write("templates/a4/style.css", f"{STYLE} li {{ height: 3mm }}")
    sandbox.write("content/feet.yaml", LEAFLET.replace("Rub them.", "Rub."))
    assert sandbox.run("check", "-l", "en").returncode == 0
    fit = sandbox.run("check", "--layout", "-l", "en", "--jobs", "2")
    assert fit.returncode == 1
    assert not (sandbox.root / "output").exists()
    build = sandbox.run("-l", "en", "--quiet")
    assert fit.stderr == build.stderr
    assert "content/hands.yaml" in fit.stderr


def test_layout_is_for_check_alone(sandbox: Sandbox) -> None:
    done = sandbox.run("--layout")
    assert done.returncode == 2
    assert "--layout belongs to the command check" in done.stderr


@pytest.mark.parametrize(
    ("drawn", "around", "value"),
    [
        ("20 सेकंड तक **साबुन**", "", True),
        ("तक साबुन लगाएँ", "", True),
        ("२० सेकंड तक सा\u200bबुन लगा…", "२० सेकंड तक साबुन लगाएँ [3]। +44 20 7946 0958 पर फ़ोन करें।", True),
        ("[3]। \u2068+44\xa020\xa07946\xa00958\u2069 पर", "", True),
        ("सेकंड\nसाबुन", "", True),
        ("सेकंड तक पानी", "", False),
        ("…", "", False),
    ],
)  # fmt: skip
def test_text_is_found_as_it_is_drawn(drawn: str, around: str, value: bool) -> None:
    hindi = "20 सेकंड तक **साबुन** लगाएँ [@who-2009]। {clinic.phone} पर फ़ोन करें।"
    assert (places({CALL: hindi}).place_of(drawn, around) == PO) is value


def test_of_two_messages_with_the_same_words_the_block_decides() -> None:
    found = places({"Rub them.": "Rub", "Dry them.": "Wash"})
    page = Where("content/hands.yaml")
    assert found.place_of("Rub", "Rub") == PO
    assert found.place_of("Wash", "Wash") == PO  # and not a text that begins with it
    assert found.place_of("hands", "Washing hands").line == 2
    assert found.place_of("hands", "Wet your hands.").line > 10
    assert found.place_of("hands", "").line == 2  # the shortest
    assert found.place_of("soup", "Rub soup") == page


def places(translations: dict[str, str]) -> MessageLookup:
    localized = sheet(translations)
    html = Html("", "", (), Where("content/hands.yaml"))
    return MessageLookup(RenderedPage(localized, None, EDITION, html, clinic()))


def test_letters_are_compared_without_signs() -> None:
    assert letters("A\u00adb\u200bc, [12\u200f] ٢۰ É!") == "abc20é"


def test_an_error_in_a_message_does_not_hide_how_another_fits(sandbox: Sandbox) -> None:
    translate(sandbox, **{CALL: "Use jabón.", "Dry them.": "Séquelas."})
    sandbox.write("templates/a4/style.css", f"{STYLE} ul.bullets {{ height: 6mm }}")
    done = sandbox.run("check", "--layout", "-l", "es", "--format", "github")
    assert done.returncode == 1
    place = f"::error file={PO_FILE},line={line_of(sandbox, 'Dry them.')}"
    assert f"{place},col=1,title=overflow-down::" in done.stdout
    assert "title=placeholder-lost::" in done.stdout
