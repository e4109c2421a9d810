"""Strings as HTML."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from polyleaf import languages, typography
from polyleaf.content import project
from polyleaf.markup import inline_html
from polyleaf.model import inline
from polyleaf.model.leaflet import Asset
from polyleaf.pipeline import in_language, plan, recipe

from ..conftest import ROOT

LRM, RLM = "\u200e", "\u200f"
NUMBERS = {"who-2009": 1, "nhs-2020": 2}
VALUES = {"clinic.phone": "+44 20 7946 0958", "clinic.name": "Riverside <Skin> Clinic"}


def rendered(text: str, tag: str = "en") -> Markup:
    language = languages.find(tag)
    nodes = typography.typeset(inline.parse(text), language, VALUES, linked=True)
    return inline_html.html(nodes, NUMBERS, language.direction)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Wash **both** hands.", "Wash <strong>both</strong> hands."),
        ("a <b>bold</b> & 'quoted'", "a &lt;b&gt;bold&lt;/b&gt; &amp; &#39;quoted&#39;"),
        ("[the NHS](https://nhs.uk)", '<a href="https://nhs.uk">the NHS</a>'),
        ('[x](https://a.b/"onclick="x)', '<a href="https://a.b/&#34;onclick=&#34;x">x</a>'),
        ("Ask {clinic.name}.", "Ask Riverside &lt;Skin&gt; Clinic."),
        ("**50%**的人", "<strong>50%</strong>的人"),
    ],
)
def test_only_inline_markup_becomes_html(text: str, html: str) -> None:
    assert rendered(text) == html


def test_a_citation_stays_on_the_line_of_its_statement() -> None:
    assert rendered("Soap helps [@nhs-2020].") == (
        'Soap helps<a class="cite" href="#source-2">\xa0[2]</a>.'
    )


@pytest.mark.parametrize(
    ("tag", "value", "html"),
    [
        ("en", "Ada {x} **y** <z>", '<span dir="ltr">Ada {x} **y** &lt;z&gt;</span>'),
        (
            "en",
            "محمد علي",
            f'<span dir="ltr">{LRM}<span dir="rtl">محمد علي{RLM}</span>{LRM}</span>',
        ),
        (
            "ar",
            "Ada Lovelace",
            f'<span dir="rtl">{RLM}<span dir="ltr">Ada Lovelace{LRM}</span>{RLM}</span>',
        ),
        ("hi", "10:30", '<span dir="ltr">10:30</span>'),  # it keeps its digits
        ("en", "", "(blank)"),
    ],
)
def test_values_of_a_copy_are_isolated_from_their_line(tag: str, value: str, html: str) -> None:
    language = languages.find(tag)
    values = {"copy.patient": value} if value else {}
    nodes = typography.typeset(inline.parse("{copy.patient}"), language, values)
    found = inline_html.html(nodes, NUMBERS, language.direction, Markup("(blank)"))
    assert found == html


def test_two_names_never_run_together() -> None:
    """In a line from right to left, one run of both would have the second name first."""
    arabic = languages.find("ar")
    values = {"copy.patient": "Ada", "copy.nurse": "Grace"}
    nodes = typography.typeset(inline.parse("{copy.patient} – {copy.nurse}"), arabic, values)
    assert re.findall(r'<span dir="ltr">(\w+)', inline_html.html(nodes, {}, "rtl")) == [
        "Ada",
        "Grace",
    ]


def test_a_number_is_in_one_run_with_its_unit() -> None:
    values = {"copy.dose": "5"}
    nodes = typography.typeset(inline.parse("{copy.dose} mg"), languages.find("ar"), values)
    assert inline_html.html(nodes, {}, "rtl").count("<span") == 1


def test_a_line_to_write_on_in_a_link_is_text() -> None:
    assert rendered("[{copy.x}](https://a.b)") == '<a href="https://a.b">____________</a>'


def test_two_citations_are_two_links() -> None:
    assert rendered("x [@who-2009; @nhs-2020]").count("<a class") == 2


def test_a_telephone_number_is_one_run_on_one_line() -> None:
    number = '<a href="tel:+442079460958">+44\xa020\xa07946\xa00958</a>'
    assert rendered("Call **{clinic.phone}**.") == f"Call <strong>{number}</strong>."
    assert rendered("اتصل على **{clinic.phone}**.", "ar") == (
        f'اتصل على {RLM}<span dir="ltr"><strong>{number}</strong>{LRM}</span>{RLM}.'
    )


def test_a_telephone_number_in_a_link_stays_in_that_link() -> None:
    assert rendered("[Call {clinic.phone}](https://nhs.uk)") == (
        '<a href="https://nhs.uk">Call +44\xa020\xa07946\xa00958</a>'
    )


def test_a_foreign_run_is_one_span_with_its_markup_inside() -> None:
    assert rendered("خذ **Paracetamol** *500 mg* الآن", "ar") == (
        f'خذ {RLM}<span dir="ltr"><strong>Paracetamol</strong> <em>500\xa0mg</em>{LRM}</span>{RLM}'
        " الآن"
    )


def test_a_link_holds_text_alone_and_isolates_by_characters() -> None:
    assert rendered("[صفحة (NHS) هنا](https://nhs.uk)", "ar") == (
        f'<a href="https://nhs.uk">صفحة ({RLM}\u2066NHS{LRM}\u2069{RLM}) هنا</a>'
    )


def test_a_citation_in_a_right_to_left_line_ends_its_number_with_a_mark() -> None:
    assert rendered("جلد [@nhs-2020].", "ar") == (
        f'جلد<a class="cite" href="#source-2">\xa0[2{RLM}]</a>.'
    )


def test_digits_of_the_lines_own_direction_need_no_marks() -> None:
    assert rendered("{clinic.phone}", "mr") == (
        '<span dir="ltr"><a href="tel:+442079460958">+44\xa020\xa07946\xa00958</a></span>'
    )


def test_a_picture_is_a_data_uri() -> None:
    assert inline_html.data_uri(Asset("x.svg", "image/svg+xml", b"<svg/>")) == (
        "data:image/svg+xml;base64,PHN2Zy8+"
    )


def test_the_footer_isolates_runs_as_the_page_does() -> None:
    """It repeats the title as plain words."""
    shipped = project.read(ROOT, None)
    selection = plan.Selection(leaflets=("rosacea",), languages=("ar",), editions=("a4",))
    (task,) = plan.plan(shipped, selection).tasks
    sheet, _ = in_language.localized(task)
    title = replace(sheet.leaflet.title, value="**جلد** SPF 30 الآن [@bad-2021]")
    page = recipe.page(task, replace(sheet, leaflet=replace(sheet.leaflet, title=title)), ())
    foot = page.html.text.partition('<div class="running-footer">')[2].partition("</div>")[0]
    assert f'<p>جلد {RLM}<span dir="ltr">SPF\xa030{LRM}</span>{RLM} الآن · <bdi>' in foot


def test_groups_of_a_telephone_number_in_arabic_digits_stay_in_order() -> None:
    """UAX #9, N1: a space between two of them would reverse them, in either direction."""
    number = f"٠٢٠{LRM}\xa0٧٩٤٦{LRM}\xa0٠٩٥٨{LRM}"
    assert rendered("Call ٠٢٠ ٧٩٤٦ ٠٩٥٨") == f"Call {number}"
    assert number in rendered("اتصل ٠٢٠ ٧٩٤٦ ٠٩٥٨", "ar")
    assert rendered("من ٥-١٠", "ar") == "من ٥-١٠"


def test_an_isolate_in_a_link_breaks_only_between_words() -> None:
    html = rendered("[هنا NHS page 5-10 mg a](https://nhs.uk)", "ar")
    assert "\u2066NHS page\u00a05-10\u00a0mg a" in html
