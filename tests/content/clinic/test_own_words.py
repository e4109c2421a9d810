"""What a clinic says on its sheets: hours, sites, a note, a footer, and dates of its country."""

from __future__ import annotations

import shutil

import pikepdf
import pytest

import polyleaf
from polyleaf import languages
from polyleaf.typography import fonts

from ... import tags
from ...conftest import ROOT, Sandbox
from ...reading import passages, pdfium, poppler
from .drawn import built

HOURS = 'hours: {mon-fri: "8:00-12:30, 14:00-18:00", sat: "9:00-11:30", sun: closed}\n'
SECOND = "  - id: signs\n"  # where the second section of rosacea.yaml begins
TAGS = ("en", "ar", "hi", "ur", "zh-Hans", "es", "ta")


@pytest.fixture
def many(project: Sandbox) -> Sandbox:
    """The small project with the first section of the shipped leaflet about rosacea as its own."""
    for folder in ("locales", "content"):
        shutil.copytree(ROOT / folder, project.root / folder, dirs_exist_ok=True)
    for leaflet in (project.root / "content").glob("*.yaml"):
        if leaflet.stem != "rosacea":
            leaflet.unlink()
    head, _, rest = (project.root / "content/rosacea.yaml").read_text("utf-8").partition(SECOND)
    project.write("content/rosacea.yaml", f"{head}sources:{rest.partition('sources:')[2]}")
    project.edit("clinic.yaml", "languages: [en]", f"languages: [{', '.join(TAGS)}]")
    return project


@pytest.mark.slow
def test_hours_are_written_as_each_language_writes_them(many: Sandbox) -> None:
    many.edit("clinic.yaml", "editions: [web]", f"editions: [a4, web]\n{HOURS}")
    built(many)
    for tag, rows in {
        "en": ["Monday – Friday", "08:00–12:30, 14:00–18:00", "Sunday", "Closed"],
        "es": ["Lunes – viernes", "8:00–12:30, 14:00–18:00", "Domingo", "Cerrado"],
        "zh-Hans": ["星期一 – 星期五", "08:00–12:30、14:00–18:00", "星期日", "不营业"],
        "hi": ["सोमवार – शुक्रवार", "8:00 am – 12:30 pm, 2:00–6:00 pm", "रविवार", "बंद"],
        "ta": ["திங்கள் – வெள்ளி", "8:00 AM – 12:30 PM, 2:00–6:00 PM", "ஞாயிறு", "மூடப்பட்டிருக்கும்"],
        "ar": ["الاثنين – الجمعة", "8:00 ص – 12:30 م، 2:00–6:00 م", "الأحد", "مغلق"],
        "ur": ["پیر – جمعہ", "8:00 AM – 12:30 PM، 2:00–6:00 PM", "اتوار", "بند"],
    }.items():
        web = (many.root / f"output/{tag}/rosacea_{tag}_web.html").read_text("utf-8")
        found = [plain(passage) for passage in passages(web)]
        for row in rows:
            assert plain(row) in found, (tag, row, [f for f in found if ":" in f][:40])
        paper = (many.root / f"output/{tag}/rosacea_{tag}_a4.pdf").read_bytes()
        read = plain(pdfium(paper)) if tag in ("hi", "ta") else plain(poppler(paper))
        assert plain(rows[2]) in read, (tag, rows[2])


def plain(text: str) -> str:
    """The text without its spaces and marks of direction."""
    kept = (c for c in text if c.isprintable() and not c.isspace())
    return "".join(kept)


def test_right_to_left_hours_are_in_the_order_of_the_day(many: Sandbox) -> None:
    """Each range is a run of its own: the morning is read first, so it is on the right."""
    many.edit("clinic.yaml", "editions: [web]", f"editions: [web]\n{HOURS}")
    polyleaf.build(many.root, languages=["ur"], mapper=map)
    web = (many.root / "output/ur/rosacea_ur_web.html").read_text("utf-8")
    assert web.count('<span class="times">') == 3
    row = web[web.index('<span class="times">') :]
    assert "، " in row[: row.index("</td>")].rpartition('<span class="times">')[0][-9:]


@pytest.mark.parametrize(
    ("country", "tag", "day", "hours"),
    [
        ("US", "en", "November 22, 2026", "8:00 AM – 6:00 PM"),
        ("CA", "en", "November 22, 2026", "8:00 a.m.–6:00 p.m."),
        ("GB", "en", "22 November 2026", "08:00–18:00"),
        ("IN", "en", "22 November 2026", "8:00 am – 6:00 pm"),
        ("FR", "en", "22 November 2026", "08:00–18:00"),
        ("US", "en-GB", "22 November 2026", "08:00–18:00"),
        ("US", "en-US", "November 22, 2026", "8:00 AM – 6:00 PM"),
    ],
)
def test_english_is_written_as_in_the_country(
    project: Sandbox, country: str, tag: str, day: str, hours: str
) -> None:
    """Without a catalog, and without a notice: it is no translation."""
    project.edit("clinic.yaml", "country: GB", f'country: {country}\nhours: {{mon: "8:00-18:00"}}')
    project.edit("clinic.yaml", "languages: [en]", f"languages: [{tag}]")
    report = polyleaf.build(project.root, mapper=map)
    assert report.findings == ()
    web = (project.root / f"output/{tag}/hands_{tag}_web.html").read_text("utf-8")
    found = [plain(passage) for passage in passages(web)]
    assert plain(day) in found
    assert plain(hours) in found
    assert (
        "translation"
        not in web.partition("<main")[2].lower().replace("<th", "").partition("about this sheet")[0]
    )


def test_spanish_of_mexico_needs_no_catalog_either(project: Sandbox) -> None:
    project.edit("clinic.yaml", "country: GB", "country: MX\nsource_language: es")
    project.edit("clinic.yaml", "languages: [en]", "languages: [es, es-MX]")
    report = polyleaf.build(project.root, mapper=map)
    assert len(report.built) == 2, report.findings


OWN = """\
note: {en: "Bring your **creams**. Call {clinic.phone}.", es: Traiga sus **cremas**.}
footer: Part of the Riverside group
sites:
  - name: Hill Street Branch
    address: [4 Hill Street, London N2 0ZZ]
    telephones: [{label: pharmacy, number: "+44 20 7946 0222"}]
    hours: {mon-sun: 24 hours}
"""


@pytest.mark.slow
def test_texts_of_the_clinic_are_in_the_readers_language_or_marked(many: Sandbox) -> None:
    many.edit("clinic.yaml", "editions: [web]", "editions: [a4, web]\n" + OWN + "lines: 3")
    many.edit("clinic.yaml", f"[{', '.join(TAGS)}]", "[en, es, ur]")
    said = built(many)
    assert 'clinic.yaml:8:9: warning[untranslated]: "footer" is not written in Spanish' in said
    assert 'clinic.yaml:7:12: warning[untranslated]: "note" is not written in Urdu' in said
    assert "not written in English" not in said
    pages = {
        tag: (many.root / f"output/{tag}/rosacea_{tag}_web.html").read_text("utf-8")
        for tag in ("en", "es", "ur")
    }
    assert "Bring your <strong>creams</strong>" in pages["en"]
    assert "Traiga sus <strong>cremas</strong>" in pages["es"]
    assert "Farmacia" in pages["es"]
    assert "Abierto día y noche" in pages["es"]
    marked = '<span lang="en" dir="ltr" class="untranslated">'
    assert [pages[tag].count(marked) for tag in ("en", "es", "ur")] == [0, 1, 2]
    assert "not complete: 1 text is in English" in pages["es"]
    for tag, name in {"en": "Name", "es": "Nombre", "ur": "نام"}.items():
        paper = poppler((many.root / f"output/{tag}/rosacea_{tag}_a4.pdf").read_bytes())
        assert "Part of the Riverside group" in paper
        assert "Hill Street Branch" in paper
        assert name in paper


def test_about_shows_what_the_clinic_wants_and_what_must_be_there(project: Sandbox) -> None:
    project.edit("clinic.yaml", "editions: [web]", "editions: [web]\nabout: {show: [funding]}")
    polyleaf.build(project.root, mapper=map)
    web = (project.root / "output/en/hands_en_web.html").read_text("utf-8")
    about = web[web.index("About this sheet") :]
    for words in ("Published", "Next review", "Version", "Translation", "Paid for by"):
        assert words in about
    for words in ("Written by", "Text reviewed by", "QR code", "Tell us", "general information"):
        assert words not in about


@pytest.mark.slow
@pytest.mark.parametrize(("show", "codes"), [("web, funding", 1), ("funding", 0)])
def test_no_sheet_has_a_code_that_the_clinic_leaves_out(
    project: Sandbox, show: str, codes: int
) -> None:
    folded = "[a4, large-print, booklet, trifold, bilingual]"
    project.edit("clinic.yaml", "[web]", f"{folded}\nabout: {{show: [{show}]}}")
    polyleaf.build(project.root, languages=["en", "qps-plocm"], mapper=map)
    sheets = [
        sheet for sheet in project.root.glob("output/*/hands_*.pdf") if "_print" not in sheet.name
    ]
    assert len(sheets) == 2 * 4 + 1, "in each edition, and one in two languages"
    for sheet in sheets:
        figures = tags.tree(sheet.read_bytes()).all("Figure")
        found = [each for each in figures if "https:" in each.alternative]
        assert len(found) == codes, sheet.name


@pytest.mark.parametrize(
    ("keys", "place", "code"),
    [
        ('hours: {mon: "9:00-8:00"}', (7, 14), "hours-order"),
        ('hours: {mon: "9:00-12:00, 11:00-13:00"}', (7, 14), "hours-order"),
        ('hours: {mon: "9-17"}', (7, 14), "hours-form"),
        ('hours: {mon: "25:00-26:00"}', (7, 14), "hours-form"),
        ("hours: {moon: closed}", (7, 9), "hours-day"),
        ("hours: {mon-fri: closed, wed: closed}", (7, 26), "hours-twice"),
        ("hours: {mon-wed-fri: closed}", (7, 9), "hours-day"),
        ("hours: [mon]", (7, 1), "type"),
        ("hours: {mon: [closed]}", (7, 9), "type"),
        ("note: {es: Hola}", (7, 8), "source-missing"),
        ("note: {en: Hello, xq: Hm}", (7, 19), "language-unknown"),
        ("note: [Hello]", (7, 1), "type"),
        ("note: See {clinic.fax}", (7, 7), "placeholder-unknown"),
        ("note: As they say [@who-2009]", (7, 7), "sources-unknown"),
        ("note: A **note", (7, 7), "markup-unclosed"),
        (f"footer: {'long ' * 30}", (7, 9), "text-long"),
        ("lines: many", (7, 8), "type"),
        ("lines: 99", (7, 8), "value"),
        ("about: {show: [weather]}", (7, 16), "value-unknown"),
        ("telephones: [{label: urgent}]", (7, 14), "key-missing"),
        ("telephones: []", (7, 1), "length"),
        ("sites: [{address: [x]}]", (7, 9), "key-missing"),
        ("font: 'a\"b'", (7, 7), "value"),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(
    project: Sandbox, keys: str, place: tuple[int, int], code: str
) -> None:
    project.edit("clinic.yaml", "editions: [web]", f"editions: [web]\n{keys}")
    found = polyleaf.check(project.root).findings
    assert [((f.where.line, f.where.column), f.code) for f in found] == [(place, code)]
    assert found[0].where.path == "clinic.yaml"


@pytest.mark.slow
def test_a_font_is_used_where_it_has_the_letters(many: Sandbox) -> None:
    many.edit("clinic.yaml", "editions: [web]", "editions: [a4]\nfont: Noto Serif")
    many.edit("clinic.yaml", f"[{', '.join(TAGS)}]", "[es, hi]")
    done = many.start()  # a process that has drawn keeps the fonts that it saw
    assert done.returncode == 0, done.stderr
    said = done.stderr
    assert 'clinic.yaml:7:7: warning[font-lacks]: "Noto Serif" cannot write Hindi' in said
    assert "Spanish" not in said.replace("the Spanish translation", "")
    assert {"Noto-Serif", "Noto-Serif-Bold"} <= _fonts(many, "es")
    assert "Noto-Sans" not in _fonts(many, "es"), "bold are the letters in the picture alone"
    assert not any("Serif" in name for name in _fonts(many, "hi"))


def _fonts(project: Sandbox, tag: str) -> set[str]:
    with pikepdf.open(project.root / f"output/{tag}/rosacea_{tag}_a4.pdf") as pdf:
        return {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }


@pytest.mark.slow
def test_a_font_that_is_not_installed_is_reported_where_it_is_named(project: Sandbox) -> None:
    project.edit("clinic.yaml", "editions: [web]", "editions: [a4, web]\nfont: Comic Serif")
    done = project.run()
    assert 'clinic.yaml:7:7: error[font-missing]: the font "Comic Serif"' in done.stderr
    assert done.returncode == 3
    assert (project.root / "output/en/hands_en_web.html").is_file()


def test_every_shipped_font_has_the_letters_of_its_languages(engine: None) -> None:
    for tag in (*TAGS, "bn", "te", "mr", "fr", "ru", "vi", "ja", "ko", "th"):
        language = languages.find(tag)
        assert fonts.without_glyph(languages.letters(language), language.families[:1]) == ""
