"""A content file becomes a leaflet, or every fault is reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.content import leaflets
from polyleaf.content.picture_files import read as picture
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.leaflet import (
    Asset,
    Block,
    Bullets,
    Callout,
    Evidence,
    Figure,
    Form,
    Leaflet,
    Options,
    Paragraph,
    Steps,
    Table,
    Terms,
)
from polyleaf.model.walk import texts

from ...conftest import LEAFLET, ROOT
from ...strategies import any_bytes, quick, spoiled, thorough

PATH = "content/hands.yaml"
LIST = "list: [Wet your hands., Rub them., Dry them.]"  # line 14 of LEAFLET, from column 9
FAQ = """\
kind: faq
title: प्रश्न
summary: [आम सवाल]
published: 2026-11-22
review_by: 2199-11-22
written_by: एक नर्स
funding: none
questions:
  - id: catch
    question: क्या यह छूने से फैलता है?
    blocks:
      - paragraph: नहीं।
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


def any_picture(name: str, where: Where) -> Asset:
    return Asset(name, "image/svg+xml", SVG.encode())


def parse(text: str | bytes) -> Leaflet:
    return leaflets.parse(text if isinstance(text, bytes) else text.encode(), PATH, any_picture)


def changed(old: str, new: str) -> str:
    assert old in LEAFLET, f"{old!r} is not in the leaflet"
    return LEAFLET.replace(old, new)


def block(written: str) -> Block:
    return parse(changed(LIST, written)).sections[0].blocks[1]


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(PolyleafError) as caught:
        parse(text)
    return [
        f"{finding.where} {finding.code}".removeprefix(f"{PATH}:").removeprefix(f"{PATH} ")
        for finding in caught.value.findings
    ]


def test_a_leaflet_has_what_its_file_says() -> None:
    leaflet = parse(LEAFLET)
    assert (leaflet.name, leaflet.kind) == ("hands", "leaflet")
    assert leaflet.title.value == "Washing hands"
    assert (leaflet.published, leaflet.review_by) == (date(2026, 11, 22), date(2199, 11, 22))
    assert leaflet.review_by_where == Where(PATH, 6, 12)
    assert [section.id for section in leaflet.sections] == ["how"]
    assert [source.id for source in leaflet.sources] == ["who-2009"]
    assert leaflet.sources[0].year == 2009


def test_every_text_knows_its_place_and_its_translators_context() -> None:
    leaflet = parse(LEAFLET)
    assert [(str(text.where), text.context, text.value) for text in texts(leaflet)] == [
        (f"{PATH}:2:8", "leaflet/title", "Washing hands"),
        (f"{PATH}:4:5", "leaflet/key-point", "Wash your hands before you eat."),
        (f"{PATH}:7:13", "leaflet/written-by", "A nurse"),
        (f"{PATH}:8:10", "leaflet/funding", "none"),
        (f"{PATH}:11:14", "how/heading", "How to wash"),
        (
            f"{PATH}:13:20",
            "how/paragraph",
            "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.",
        ),
        (f"{PATH}:14:16", "how/list-item", "Wet your hands."),
        (f"{PATH}:14:33", "how/list-item", "Rub them."),
        (f"{PATH}:14:44", "how/list-item", "Dry them."),
    ]


def test_a_faq_sheet_has_questions_for_sections() -> None:
    sheet = parse(FAQ)
    assert sheet.kind == "faq"
    (question,) = sheet.sections
    assert question.heading.value == "क्या यह छूने से फैलता है?"
    assert question.heading.context == "catch/question"


def test_the_version_changes_with_every_byte() -> None:
    versions = {parse(text).version for text in (LEAFLET, f"{LEAFLET}\n", f"{LEAFLET}#")}
    assert len(versions) == 3
    assert parse(LEAFLET).version == parse(LEAFLET).version


@pytest.mark.parametrize("word", ["no", "21:00", "0x10", "1_000", "'~'", "2026-11-22", "1.50"])
def test_a_word_stays_as_it_is_written(word: str) -> None:
    written = block(f"list: [{word}]")
    assert isinstance(written, Bullets)
    assert written.items[0].text.value == word.strip("'")


@pytest.mark.parametrize("style", [">", ">-", ">+"])
def test_line_breaks_in_the_file_do_not_matter(style: str) -> None:
    written = block(f"paragraph: {style}\n          दो पंक्तियाँ\n          एक वाक्य\n\n")
    assert isinstance(written, Paragraph)
    assert written.text.value == "दो पंक्तियाँ एक वाक्य"


@pytest.mark.parametrize(
    ("written", "kind", "roles"),
    [
        ("paragraph: 皮肤", Paragraph, ["paragraph"]),
        ("paragraph: {text: 皮肤}", Paragraph, ["paragraph"]),
        ("list: [a, b]", Bullets, ["list-item", "list-item"]),
        ("list: {items: [a]}", Bullets, ["list-item"]),
        ("steps: [a]", Steps, ["step"]),
        ("steps: {items: [a]}", Steps, ["step"]),
        ("terms: [{term: a, text: b}]", Terms, ["term", "term-text"]),
        ("terms: {items: [{term: a, text: b}]}", Terms, ["term", "term-text"]),
        (
            "table: {caption: c, columns: [a, b], rows: [[1, 2]]}",
            Table,
            ["table-caption", "table-column", "table-column", "table-cell", "table-cell"],
        ),
        ("form: {heading: h, columns: [a]}", Form, ["form-heading", "form-column"]),
        (
            "callout: {tone: urgent, heading: h, text: t}",
            Callout,
            ["callout-heading", "callout"],
        ),
        (
            "figure: {image: i.svg, alt: a, caption: c, labels: [l]}",
            Figure,
            ["figure-alt", "figure-caption", "figure-label"],
        ),
        (
            "options: [{name: n, benefits: [b], risks: [r], unknown: [u]},"
            " {name: m, benefits: [b], risks: [r], unknown: [u]}]",
            Options,
            ["option", "benefit", "risk", "unknown"] * 2,
        ),
    ],
)
def test_each_kind_of_block(written: str, kind: type[Block], roles: list[str]) -> None:
    made = block(written)
    assert isinstance(made, kind)
    assert [text.context for text in texts(made)] == [f"how/{role}" for role in roles]


def test_a_blocks_notes_reach_its_texts() -> None:
    made = block(
        "paragraph: {text: a, evidence: weak, only: {country: [IN, GB]}, safety: true,"
        " comment: 'say\n\n          it', max_length: 80}"
    )
    assert isinstance(made, Paragraph)
    assert (made.evidence, made.countries) == (Evidence.WEAK, ("IN", "GB"))
    assert (made.text.safety, made.text.comment, made.text.max_length) == (True, "say it", 80)


def test_a_table_keeps_its_rows_and_a_form_its_lines() -> None:
    table = block("table: {caption: c, columns: [a, b], rows: [[1, 2], [3, 4]]}")
    assert isinstance(table, Table)
    assert [[cell.value for cell in row] for row in table.rows] == [["1", "2"], ["3", "4"]]
    form = block("form: {heading: h, columns: [a], rows: 7}")
    assert isinstance(form, Form)
    assert form.rows == 7


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # YAML that does not parse
        ("    heading:", "\t heading:", ["11:1 yaml-syntax"]),
        ("    heading:", "   heading:", ["11:4 yaml-syntax"]),
        ("heading: How", 'heading: "How', ["16:48 yaml-syntax"]),
        ("heading: How", "heading: How: why", ["11:17 yaml-syntax"]),
        ("funding: none", "funding: *none", ["8:10 yaml-alias"]),
        (
            "funding: none",
            "funding: *none\ncolour: !red blue",
            ["8:10 yaml-alias", "9:1 key-unknown", "9:9 yaml-tag"],
        ),
        ("A nurse", "[" * 30 + "]" * 30, ["7:36 yaml-depth"]),
        ("A nurse", '"\\u0000"', ["7:13 yaml-control"]),
        # the kind of sheet
        ("kind: leaflet\n", "", ["1:1 key-missing"]),
        ("kind: leaflet", "kind: leaflte", ["1:7 value-unknown"]),
        ("kind: leaflet", "kind: [leaflet]", ["1:7 value-unknown"]),
        ("kind: leaflet", "kind: faq", ["1:1 key-missing", "9:1 key-unknown"]),
        ("sections:", "questions:", ["1:1 key-missing", "9:1 key-unknown"]),
        # keys
        ("written_by", "writen_by", ["1:1 key-missing", "7:1 key-unknown"]),
        ("title: Washing hands\n", "", ["1:1 key-missing"]),
        ("funding: none", "funding: none\nfunding: a firm", ["9:1 key-duplicate"]),
        ("- paragraph: Use", "- parapraph: Use", ["13:9 key-unknown"]),
        (LIST, "paragraph: {tekst: a}", ["14:9 key-missing", "14:21 key-unknown"]),
        (LIST, "list: [a]\n        steps: [b]", ["14:9 block-keys"]),
        (LIST, "{}", ["14:9 block-keys"]),
        # values
        (LIST, "list: a", ["14:15 type"]),
        (LIST, "list: []", ["14:9 length"]),
        (LIST, "list: [a, '']", ["14:19 value"]),
        (LIST, "paragraph:", ["14:19 value"]),
        (LIST, "paragraph: [a]", ["14:9 type"]),
        (LIST, "Wet", ["14:9 type"]),
        (LIST, "paragraph: {text: a, evidence: sure}", ["14:40 value-unknown"]),
        (LIST, "paragraph: {text: a, safety: yes}", ["14:38 type"]),
        (LIST, "paragraph: {text: a, max_length: 0}", ["14:42 value"]),
        (LIST, "form: {heading: a, columns: [b], rows: 51}", ["14:48 value"]),
        (LIST, "callout: {tone: urgnt, heading: a, text: b}", ["14:25 value-unknown"]),
        (LIST, "options: [{name: a, benefits: [b], risks: [c], unknown: [d]}]", ["14:9 length"]),
        (LIST, "table: {caption: a, columns: [b, c], rows: [[d, e], [f]]}", ["14:62 table-row"]),
        ("2026-11-22", "22.11.2026", ["5:12 type"]),
        ("2026-11-22", "2026-02-30", ["5:12 type"]),
        ("2026-11-22", "20261122", ["5:12 type"]),
        ("year: 2009", "year: MMIX", ["16:76 type"]),
        ("level: guideline", "level: guidelines", ["16:89 value-unknown"]),
        (LIST, "paragraph: {text: a, only: {country: [UK, GB]}}", ["14:47 country-unknown"]),
        (LIST, "paragraph: {text: a, only: {country: UK}}", ["14:46 type"]),
        # ids
        ("id: how", "id: How To", ["10:9 id-form"]),
        ("id: how", "id: हाथ", ["10:9 id-form"]),
        ("id: who-2009", "id: who_2009", ["16:10 id-form"]),
        (
            "sources:",
            "  - {id: how, heading: a, blocks: [{paragraph: b}]}\nsources:",
            ["15:10 id-duplicate"],
        ),
        (
            "sources:",
            "sources:\n  - {id: who-2009, cite: a, url: https://b, year: 1, level: trial}",
            ["17:10 id-duplicate"],
        ),
    ],
)
def test_a_fault_is_reported_at_its_place(old: str, new: str, expected: list[str]) -> None:
    assert faults(changed(old, new)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["yaml-empty"]),
        ("- kind: leaflet", ["1:1 type"]),
        ("kind:leaflet", ["1:1 type"]),
        (LEAFLET + "#" * 1_000_000, ["file-size"]),
        (LEAFLET.replace("A nurse", "Une infirmière").encode("latin-1"), ["7:24 encoding"]),
        (LEAFLET.encode("utf-16"), ["1:1 encoding"]),
    ],
)
def test_a_file_that_is_not_a_leaflet_is_reported(text: str | bytes, expected: list[str]) -> None:
    assert faults(text) == expected


def test_all_faults_of_a_file_are_reported_at_once() -> None:
    spoiled_text = (
        LEAFLET.replace("kind: leaflet", "kind: faq")
        .replace("sections:", "questions:")
        .replace("heading: ", "question: ")
        .replace("2199-11-22", "later")
        .replace("who-2009,", "WHO,")
        .replace(LIST, "paragraph: {text: a, only: {country: [UK]}}\n      - list: []")
    )
    assert faults(spoiled_text) == [
        "6:12 type",
        "14:47 country-unknown",
        "15:9 length",
        "17:10 id-form",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("written_by", "writen_by", 'unknown key "writen_by"; did you mean "written_by"?'),
        ("- paragraph: Use", "- parapraph: Use", 'did you mean "paragraph"?'),
        ("sections:", "questions:", 'did you mean "sections"?'),
        ("funding: none", "funding: none\nreviewed_by: [Dr Y]", "such as: name: …, on: …, role: …"),
        (
            LIST,
            "schedule: {medicines: [{name: a, doses: {morning: 1, night: 1}}]}",
            "known: bedtime, evening, noon",
        ),
        ("id: how", "id: How", '"How" is not an id; use small letters, digits and hyphens'),
        (LIST, "paragraph: {text: a, only: {country: [UK]}}", "did you mean GB?"),
        (
            LIST,
            "table: {caption: a, columns: [b, c], rows: [[d]]}",
            "the row has 1 cells for 2 columns; quote text that holds a comma",
        ),
        ("kind: leaflet\n", "", "start with: kind: leaflet, or kind: faq"),
    ],
)
def test_a_fault_says_what_to_do(old: str, new: str, message: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        parse(changed(old, new))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("image", "code"),
    [
        ("face.png", "file-missing"),
        ("images", "file-kind"),
        ("../clinic.yaml", "outside-project"),
        ("images/../../clinic.yaml", "outside-project"),
        ("/etc/hostname", "outside-project"),
        ("out.svg", "outside-project"),
        ("ring.svg", "file-kind"),
        ("a" * 300 + ".svg", "file-missing"),
        ("images/notes.txt", "picture-type"),
        ("images/huge.png", "picture-size"),
        ("images/cut.png", "picture-broken"),
        ("images/bomb.svg", "picture-broken"),
        ("images/page.svg", "picture-broken"),
    ],
)
def test_an_unfit_picture_is_reported(tmp_path: Path, image: str, code: str) -> None:
    folder = tmp_path / "content"
    (folder / "images").mkdir(parents=True)
    (tmp_path / "clinic.yaml").write_text("secret")
    (folder / "out.svg").symlink_to(tmp_path / "clinic.yaml")
    (folder / "ring.svg").symlink_to(folder / "ring.svg")
    (folder / "images/notes.txt").write_text("x")
    (folder / "images/cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (folder / "images/bomb.svg").write_text(f'<!DOCTYPE a [<!ENTITY b SYSTEM "c">]>{SVG}')
    (folder / "images/page.svg").write_text("<html/>")
    with (folder / "images/huge.png").open("wb") as file:
        file.truncate(40_000_001)
    text = changed(LIST, f"figure: {{image: {image}, alt: a, caption: b}}")
    with pytest.raises(PolyleafError) as caught:
        leaflets.parse(text.encode(), PATH, lambda name, where: picture(folder, name, where))
    (finding,) = caught.value.findings
    assert (str(finding.where), finding.code) == (f"{PATH}:14:25", code)


def test_a_picture_is_carried_as_bytes(tmp_path: Path) -> None:
    (tmp_path / "चेहरा.svg").write_text(SVG)
    text = changed(LIST, "figure: {image: चेहरा.svg, alt: a, caption: b, labels: [c]}")
    leaflet = leaflets.parse(
        text.encode(), PATH, lambda name, where: picture(tmp_path, name, where)
    )
    figure = leaflet.sections[0].blocks[1]
    assert isinstance(figure, Figure)
    assert (figure.image.name, figure.image.media_type) == ("चेहरा.svg", "image/svg+xml")
    assert b'viewBox="0 0 9 9"' in figure.image.data


def survives(data: bytes) -> None:
    try:
        leaflet = parse(data)
    except PolyleafError as error:
        places = {finding.where.path for finding in error.findings}
    else:
        places = {text.where.path for text in texts(leaflet)}
    assert places == {PATH}


NO_SIDES = "error[value]: expected a number of sides; 1 to 99"
NOT_SIDES = 'error[type]: "pages" must be a number of sides, or one by language'


@pytest.mark.parametrize(
    ("pages", "problems"),
    [
        ("{xx-nonsense: 4}", ['9:9: error[language-unknown]: no language has the tag "xx-nons']),
        ("0", [f"9:8: {NO_SIDES}"]),
        ("9999999999999999999999", [f"9:8: {NO_SIDES}"]),
        ("true", [f"9:8: {NO_SIDES}"]),
        ("", [f"9:7: {NO_SIDES}"]),
        ("[1]", [f"9:1: {NOT_SIDES}; such as: pages: {{en: 4, others: 6}}"]),
        (
            "{zz: 1, en: 0, ur: [4], yy: 5}",
            [
                '9:9: error[language-unknown]: no language has the tag "zz"; known: ar, ',
                f"9:20: {NO_SIDES}",
                f"9:23: {NO_SIDES}",
                '9:32: error[language-unknown]: no language has the tag "yy"; known: ar, ',
            ],
        ),
        (
            "{en: 4, EN: 5, zz: 1, zh_Hans: 4, zh-Hans: 4}",
            [
                '9:16: error[key-duplicate]: "EN" is the language of "en"; name each language once',
                '9:23: error[language-unknown]: no language has the tag "zz"; known: ar, ',
                '9:42: error[key-duplicate]: "zh-Hans" is the language of "zh_Hans"; name each',
            ],
        ),
    ],
)
def test_wrong_numbers_of_sides_are_reported_together(pages: str, problems: list[str]) -> None:
    with pytest.raises(PolyleafError) as caught:
        parse(changed("funding: none", f"funding: none\npages: {pages}"))
    assert len(caught.value.findings) == len(problems)
    for finding, problem in zip(caught.value.findings, problems, strict=True):
        assert str(finding).startswith(f"{PATH}:{problem}")
        assert finding.hint


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        ("6", {"en": 6, "ur": 6}),
        ("{en: 4, ur_PK: 7}", {"en": 4, "ur-PK": 7, "ur": None}),
        ("{en: 4, others: 99}", {"en": 4, "zh-Hans": 99}),
    ],
)
def test_a_leaflet_says_how_many_sides_it_should_have(
    pages: str, sides: dict[str, int | None]
) -> None:
    leaflet = parse(changed("funding: none", f"funding: none\npages: {pages}"))
    assert {tag: leaflet.sides(tag) for tag in sides} == sides


@given(any_bytes)
@quick
def test_any_bytes_bring_only_findings(data: bytes) -> None:
    survives(data)


PIECES = tuple(
    b"\n|  |\t|: |- |[|]|{|}|*a|&a |'|\"|null|? |kind: faq\n|text: |items: |blocks: |id: |rows: 9"
    b"|only: |country: |options: |figure: |table: |value: |sections: |\x00|\xc2\xa0".split(b"|")
)
WHOLE = (ROOT / "content/rosacea.yaml").read_bytes()[:6000].rpartition(b"\n  - id: ")[0] + b"\n"


@pytest.mark.slow
@given(st.data())
@thorough
def test_a_spoiled_file_brings_only_findings(data: st.DataObject) -> None:
    survives(data.draw(spoiled(WHOLE, PIECES)))


def test_the_file_that_is_spoiled_is_whole() -> None:
    assert len(parse(WHOLE).sections) >= 2
