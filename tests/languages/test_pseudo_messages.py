"""Pseudo-locales: what they change in a text, and what they show of a page."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from string import ascii_letters

import pytest
from hypothesis import given

from polyleaf import languages
from polyleaf.content import project as projects
from polyleaf.languages import pseudo_messages
from polyleaf.model import inline
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.inline import Cite, Link, Placeholder
from polyleaf.pipeline import check, plan

from ..conftest import ROOT, Sandbox
from ..strategies import any_text

TAGS = ("qps-ploc", "qps-plocm")
MARKED, MIRRORED = map(languages.find, TAGS)
PAGE = (ROOT / "templates/web/page.html").read_text("utf-8")


def pseudo(source: str) -> str:
    return pseudo_messages.transform(source, MARKED)


def test_a_pseudo_locale_is_a_language_like_others() -> None:
    assert (MARKED.tag, MARKED.script, MARKED.direction) == ("qps-ploc", "Latn", "ltr")
    assert (MIRRORED.tag, MIRRORED.script, MIRRORED.direction) == ("qps-plocm", "Arab", "rtl")
    assert MARKED.own_name == "Þšééúđóó"
    assert MIRRORED.families == languages.find("ar").families
    assert languages.find("qps_PLOC") == MARKED
    assert not languages.find("en").pseudo


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Wash your hands.", "Ŵášĥ ýóúúř ĥááñđšš."),
        ("Use **soap** [@who-2009].", "Ûšéé **šóóááþ** [@who-2009]."),
        ("Call {clinic.phone}, *now*.", "Çáļļļ {clinic.phone}, *ñóóŵ*."),
    ],
)
def test_markup_stays_and_words_change(source: str, target: str) -> None:
    assert inline.plain(inline.parse(pseudo(source))).isascii() is False
    kinds = [type(node) for node in inline.walk(inline.parse(source))]
    assert [type(node) for node in inline.walk(inline.parse(pseudo(source)))] == kinds


@pytest.mark.parametrize(
    "kept",
    [
        *("20", "5–10 mg", "500 mg", "0.5 ml", "37.5 °C", "20 %", "2 µg", "90 min"),
        *("IL-6", "B12", "SPF30", "+44 20 7946 0958"),
        *("https://www.nhs.uk/a?b=c", "www.nhs.uk", "bad.org.uk", "info@clinic.example"),
        *("[@nhs-2024; @who-2009]", "{clinic.phone}", "{name}", "{}", r"\*"),
    ],
)
def test_what_every_language_writes_alike_stays(kept: str) -> None:
    assert pseudo(f"Wash {kept} now") == f"{pseudo('Wash ')}{kept}{pseudo(' now')}"


@pytest.mark.parametrize("word", ["20 seconds", "20-second", "e.g. soap", "MRSA", "and/or"])
def test_words_next_to_a_number_or_a_stop_are_changed(word: str) -> None:
    assert not re.search(f"[{ascii_letters}]", pseudo(word))


def test_a_links_words_change_and_its_address_does_not() -> None:
    (link,) = inline.parse(pseudo("[the clinic](https://clinic.example/a-b)"))
    assert isinstance(link, Link)
    assert link.address == "https://clinic.example/a-b"
    assert inline.plain(link.children) == pseudo("the clinic")


def test_a_text_is_a_third_longer() -> None:
    source = "Rosacea is a common, long-term skin condition of the face. It is not your fault."
    assert len(pseudo(source)) / len(source) == pytest.approx(4 / 3, abs=0.1)
    assert len(pseudo("Risks")) == 7


@given(any_text)
def test_what_a_translator_must_keep_stays(source: str) -> None:
    def kept(value: str) -> list[inline.Node]:
        nodes = inline.walk(inline.parse(value))
        return [node for node in nodes if isinstance(node, Cite | Placeholder)]

    for language in (MARKED, MIRRORED):
        assert kept(pseudo_messages.transform(source, language)) == kept(source)


def test_the_mirror_has_right_to_left_letters_and_no_controls() -> None:
    source = "Wash your hands, Dr Quick JUMPED over the lazy fox"
    mirrored = pseudo_messages.transform(source, MIRRORED)
    letters = {unicodedata.bidirectional(c) for c in mirrored if c.isalpha()}
    assert letters == {"AL"}
    assert not any(unicodedata.category(c) == "Cf" for c in mirrored)


def test_dates_are_disguised_too() -> None:
    assert languages.long_date(date(2026, 11, 22), MARKED) == pseudo("22 November 2026")


def found(
    sandbox: Sandbox, tag: str, edition: str = "web", leaflets: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    read = projects.read(sandbox.root, None)
    planned = plan.plan(read, plan.Selection(leaflets, (tag,), (edition,)))
    return check.pages(read, planned).findings


@pytest.mark.slow
@pytest.mark.parametrize(
    (
        "edition",
        "leaflet",
        "tag",
    ),  # of paper each leaflet and each direction, but not each with each
    [
        ("a4", "rosacea", "qps-plocm"),
        ("a4", "exosome-faq", "qps-ploc"),
        ("web", "", "qps-ploc"),
        ("web", "", "qps-plocm"),
    ],
)
def test_the_shipped_sheets_have_no_plain_word_and_keep_to_their_boxes(
    copy_of_shipped: Sandbox, edition: str, leaflet: str, tag: str
) -> None:
    leaflets = (leaflet,) if leaflet else ()
    codes = {finding.code for finding in found(copy_of_shipped, tag, edition, leaflets)}
    assert codes <= {"page-budget", "text-grown", "blank-foot"}  # its words are longer


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<main id", "<p>Choose a sheet</p>\n<main id", "Choose a sheet"),
        ('aria-label="{{ _("On this page") }}"', 'aria-label="Contents"', "Contents"),
        ("<main id", '<p>Call <b lang="en">us</b></p><main id', "Call"),
        (
            "<main id",
            '<p lang="en"><i lang="{{ language.tag }}">Call us</i></p><main id',
            "Call us",
        ),
        ("</head>", '<meta name="description" content="All about it"></head>', "All about it"),
        ("{{ css }}", '{{ css }} p::before { content: "Note: " }', None),
        ("<main id", '<p lang="en">Riverside Trust</p><main id', None),
        ("<main id", "<p>{{ clinic.name }}, {{ value(clinic.name) }}: 20 mg</p><main id", None),
        ("<main id", "<!-- a comment --><script>var word = 1</script><main id", None),
    ],
)
def test_a_word_of_a_template_outside_any_message_is_found(
    project: Sandbox, old: str, new: str, words: str | None
) -> None:
    assert old in PAGE
    page = PAGE.replace(old, new)
    project.write("templates/web/page.html", page)
    reported = found(project, "qps-ploc")
    if words is None:
        assert reported == ()
        return
    (finding,) = reported
    line = next(n for n, text in enumerate(page.splitlines(), 1) if words in text)
    assert finding.where == Where("templates/web/page.html", line)
    assert (finding.code, finding.severity) == ("word-hard-coded", Severity.WARNING)
    assert finding.message == f'"{words}" is the same in every language'
    assert found(project, "en") == ()


def test_a_word_of_a_style_sheet_is_found(project: Sandbox) -> None:
    style = (ROOT / "templates/web/style.css").read_text("utf-8")
    project.write("templates/web/style.css", style + '.disclaimer::before { content: "Note: " }\n')
    (finding,) = found(project, "qps-plocm")
    assert finding.where == Where("templates/web/style.css", len(style.splitlines()) + 1)
    assert finding.message.startswith('"Note" is')


@pytest.mark.slow
def test_a_projects_own_templates_are_translated(project: Sandbox) -> None:
    project.write("templates/web/page.html", PAGE.replace("<main", '{{ _("Good day") }}<main'))
    assert project.run("-l", "qps-ploc").returncode == 0
    written = (project.root / "output/qps-ploc/hands_qps-ploc_web.html").read_text("utf-8")
    assert f"⁅{pseudo('Good day')}⁆" in written
    assert f"⁅{pseudo('Washing hands')}⁆" in written
    assert "+44\u00a020\u00a07946\u00a00958" in written


@pytest.mark.slow
def test_a_tight_box_is_reported_at_the_source_text(project: Sandbox) -> None:
    style = (ROOT / "templates/a4/style.css").read_text("utf-8")
    project.edit("content/hands.yaml", "Rub them.", f"Rub them {'again and ' * 2}.")
    project.write("templates/a4/style.css", f"{style} li {{ white-space: nowrap }}")
    assert found(project, "en", "a4") == ()
    (finding,) = found(project, "qps-ploc", "a4")
    assert finding.code == "overflow-sideways"
    assert finding.where.path == "content/hands.yaml"
    assert finding.where.line


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "configured", "code"),
    [
        (("-l", "qps-ploc", "--release"), False, 2),
        (("catalogs", "-l", "qps-plocm"), False, 2),
        (("sign", "hands", "-l", "qps-ploc", "--by", "A nurse"), False, 2),
        ((), True, 1),
    ],
)
def test_a_pseudo_locale_never_reaches_a_patient(
    project: Sandbox, arguments: tuple[str, ...], configured: bool, code: int
) -> None:
    if configured:
        project.edit("clinic.yaml", "languages: [en]", "languages: [en, qps-ploc]")
    done = project.run(*arguments)
    place = "clinic.yaml:5:17" if configured else "command line"
    assert f"{place}: error[pseudo-locale]: qps-ploc" in done.stderr
    assert done.returncode == code
    assert not (project.root / "output/qps-ploc").exists()


@pytest.mark.slow
def test_the_index_page_leaves_them_out(project: Sandbox) -> None:
    assert project.run("-l", "en,qps-ploc").returncode == 0
    pages = sorted((project.root / "output/catalogue").glob("*.*"))
    assert [page.name for page in pages] == ["en.html", "en.js", "leaflets.js"]
    assert "hands_en_web.html" in pages[0].read_text("utf-8")
    assert "qps-ploc" not in (project.root / "output/index.html").read_text("utf-8")
    rows = json.loads((project.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert [row["translation"] for row in rows] == ["source", "pseudo"]
