"""Headings, lists, tables, boxes and pictures of real documents become what they stand for."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from .imported import blocks, leaflet, left_over, made, remarks


def picture() -> str:
    file = io.BytesIO()
    Image.new("RGB", (20, 10), "teal").save(file, "PNG")
    data = base64.b64encode(file.getvalue()).decode()
    return f'<img alt="A knee" src="data:image/png;base64,{data}">'


def page(inside: str) -> str:
    return f"<h1>Knees</h1><h2>Care</h2>{inside}"


def found(inside: str) -> list[dict[str, object]]:
    return blocks(page(inside), ".html")


def headings(text: str, suffix: str = ".html") -> list[str]:
    document = leaflet(text, suffix)
    return [
        each.get("heading") or each["question"]
        for each in document.get("sections") or document["questions"]
    ]


@pytest.mark.parametrize("box", ["<table><tr><td>{}</table>", "<blockquote>{}</blockquote>"])
def test_pictures_and_tables_in_a_box_follow_its_callout(box: str) -> None:
    table = "<table><tr><th>Drug<th>Dose<tr><td>Iron<td>1</table>"
    callout, figure, below, after = found(
        box.format(f"<p>Keep it dry.</p>{picture()}{table}") + "<p>After."
    )
    assert callout["callout"] == {
        "tone": "info", "heading": "[add what this box is about]", "text": "Keep it dry.",
    }  # fmt: skip
    assert figure["figure"]["image"] == "images/knee-1.png"  # type: ignore[index]
    assert below["table"]["rows"] == [["Iron", "1"]]  # type: ignore[index]
    assert after == {"paragraph": "After."}
    assert list(made(page(box.format(picture())), ".html").pictures) == ["images/knee-1.png"]


def test_pictures_among_definitions_follow_them() -> None:
    terms, figure = found(f"<dl><dt>Gel<dd>{picture()}For the skin</dl>")
    assert terms == {"terms": [{"term": "Gel", "text": "For the skin"}]}
    assert figure["figure"]["alt"] == "A knee"  # type: ignore[index]


def test_lines_of_a_box_are_divided() -> None:
    (block,) = found(
        "<blockquote><h3>Call 999 if:</h3><ul><li>you faint<li>you bleed</ul><p>Do not wait</p>"
        "<p>Lie down</blockquote>"
    )
    assert block["callout"] == {
        "tone": "urgent", "heading": "Call 999 if:", "safety": True,
        "text": "you faint; you bleed. Do not wait. Lie down",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "You were seen in A&E. Now you can go home.",
        "Call us on 0300 111 000 in the morning.",
        "Take 108 mg when you get up.",
        "An ambulance is not needed.",
    ],
)
def test_only_a_request_to_call_for_help_is_urgent(text: str) -> None:
    assert found(f"<p>{text}") == [{"paragraph": text.replace("<", "")}]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("<p>2. <b>Who can help?</b></p>", "2\\. Who can help?"),
        ("<p><i>3.</i> <b>Who can help</b></p>", "3\\. Who can help"),
        ("<p>15<b>.Who can help</b></p>", "15\\. Who can help"),
        ("<p><b><i>Who can help</i></b></p>", "Who can help"),
        ("<ol><li><b>Who can help</b></li></ol>", "Who can help"),
        ("<h3>Who <b>can</b> <i>help</i></h3>", "Who can help"),
    ],
)
def test_headings_are_known_also_by_their_looks(line: str, heading: str) -> None:
    assert headings(page(f"<p>Text.</p>{line}<p>We can.</p>")) == ["Care", heading]


def test_numbers_of_headings_are_remarked_once() -> None:
    document = made("<h1>T</h1><h2>1. A</h2><p>a</p><h2>2. B</h2><p>b</p>", ".html")
    assert remarks(document).count("sheets number their sections") == 1


def test_an_address_in_bold_is_no_row_of_headings() -> None:
    inside = "<p>Text.<p><b>Ask us</b><p><b>Knee Clinic</b><p><b>Mill Road</b><p>We are open."
    assert headings(page(inside)) == ["Care", "Ask us"]
    assert "**Mill Road**" in str(found(inside))


def test_a_text_in_the_looks_of_a_heading_is_a_text() -> None:
    long = "Please tell us if you take any tablets. " * 8
    assert headings(page(f"<h2>{long}</h2>")) == ["Care"]


def test_lines_of_their_own_are_headings_where_a_file_has_no_others() -> None:
    text = (
        "Your body needs sugar, which it takes from the food that you eat, all day and all night. "
    )
    html = f"<p>Diabetes<p>What it is<p>{text}<p>Fruit.<p>Dr Ann Bee<p>Mill Road<p>Food"
    html += "<ul><li>fish</ul>"
    assert headings(html) == ["What it is", "Food"]
    assert "it was a line of its own" in remarks(made(html, ".html"))


def test_headings_of_one_size_are_no_smaller_ones() -> None:
    html = "<h1>T</h1><h3>A</h3><p>a</p><h3>B</h3><p>b</p><h4>C</h4><p>c</p>"
    assert remarks(made(html, ".html")).count("smaller heading") == 1


def test_headings_above_headings_are_said_in_a_row() -> None:
    document = made("<h1>T</h1><h2>A</h2><h2>B</h2><h3>C</h3><p>c</p><h2>D</h2><h2>E</h2>", ".html")
    assert remarks(document).count("it stood below the heading") == 3
    assert not left_over(document)


def test_a_logo_above_the_title_is_no_section() -> None:
    document = made(f"<p>{picture()}</p>{page('<p>Text.')}", ".html")
    assert "[add a heading]" not in document.text
    assert "take out a logo" in remarks(document)


def test_a_summary_has_few_and_short_points() -> None:
    few = page("<p>Text.") + "<h2>Key points</h2><ul><li>Rest<li>Drink</ul>"
    assert leaflet(few, ".html")["summary"] == ["Rest", "Drink"]
    for inside in (
        "<p>Rest.</p>" * 8,
        f"<p>{'Rest. ' * 80}",
        "<p>x<table><tr><th>A<th>B<tr><td>1<td>2</table>",
    ):
        assert headings(page("<p>Text.") + f"<h2>Overview</h2>{inside}") == ["Care", "Overview"]


def test_a_table_in_a_cell_stands_once() -> None:
    inner = "<table><tr><th>Drug<th>Dose<tr><td>Iron<td>1</table>"
    html = page(f"<table><tr><td>Take these:{inner}<td>Ask us.<tr><td>More<td>Words</table>")
    document = made(html, ".html")
    assert document.text.count("Iron") == 1
    assert "a table placed this text" in remarks(document)
    assert not left_over(document)


def test_cells_that_were_joined_stand_in_their_columns() -> None:
    (block,) = found(
        "<table><tr><th>When<th>Drug<th>Dose<tr><td rowspan=2>Morning<td>Iron<td>1"
        "<tr><td>Zinc<td>2<tr><td colspan=2>Total<td>3</table>"
    )
    assert block["table"]["rows"] == [  # type: ignore[index]
        ["Morning", "Iron", "1"], ["–", "Zinc", "2"], ["Total", "–", "3"],
    ]  # fmt: skip


def test_empty_columns_are_left_out_with_a_remark() -> None:
    html = page("<table><tr><td>Drug<td><td>Dose<tr><td>Iron<td> <td>1<tr><td><td><td></table>")
    document = made(html, ".html")
    assert 'columns: ["Drug", "Dose"]' in document.text
    assert "a form has rows to write in" in remarks(document)
    empty = made(page("<table><tr><td><td></table><p>Text."), ".html")
    assert "an empty table stood here" in remarks(empty)
    assert "table:" not in empty.text


def test_a_table_that_numbers_its_rows_is_steps() -> None:
    assert found("<table><tr><td>1.<td>Wash<tr><td>2.<td>Dress</table>") == [
        {"steps": ["Wash", "Dress"]}
    ]


def test_a_first_row_that_says_no_columns_is_a_row() -> None:
    (block,) = found("<table><tr><td>I agree<td>1<tr><td>I do not<td>2</table>")
    assert block["table"]["rows"] == [["I agree", "1"], ["I do not", "2"]]  # type: ignore[index]
    assert block["table"]["columns"] == ["[add what stands in this column]"] * 2  # type: ignore[index]


def test_a_table_of_one_column_is_what_stands_in_it() -> None:
    inside = "<table><tr><td><td>Wash it.<tr><td><td><ul><li>soap</ul></table>"
    assert found(inside) == [{"paragraph": "Wash it."}, {"list": ["soap"]}]
    bullets = "<table><tr><td><ul><li>soap</ul><tr><td><ul><li>water</ul></table>"
    assert found(bullets) == [{"list": ["soap", "water"]}]


def test_numbers_of_steps_that_go_on_are_remarked() -> None:
    html = page("<ol><li>Wash<li>Dry</ol><p>Wait.</p><ol start=3><li>Dress<li>Walk</ol>")
    assert "its numbers began at 3" in remarks(made(html, ".html"))
    typed = "# T\n\n## S\n\n1.Wash\n\n2.Dry\n\nWait.\n\n3.Dress\n\n4.Walk\n"
    assert blocks(typed) == [
        {"steps": ["Wash", "Dry"]}, {"paragraph": "Wait."},
        {"paragraph": "3.Dress"}, {"paragraph": "4.Walk"},
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["— A. Patient", "- 5 °C or less", "1. Wash it"])
def test_a_single_line_that_begins_as_an_item_stays_as_it_stands(line: str) -> None:
    assert found(f"<p>{line}") == [{"paragraph": line}]


def test_numbers_that_were_typed_are_not_lost() -> None:
    assert not left_over(made(page("<p>1. Wash<p>2. Dress"), ".html"))
    assert left_over(made(page("<nav>Take 2</nav><p>1. Wash<p>2. Dress"), ".html")) == [
        "(menu) Take 2"
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>9</sup> cells", "10⁹ cells"),
        ("CO<sub>2</sub>", "CO₂"),
        ("the 1<sup>st</sup> day", "the 1st day"),
        ("a line _____ to sign", "a line _____ to sign"),
    ],
)
def test_small_signs_keep_their_height(html: str, text: str) -> None:
    assert found(f"<p>{html}") == [{"paragraph": text}]


def test_words_that_were_struck_out_are_not_printed() -> None:
    document = made(page("<p>Take <s>four</s> two.</p>"), ".html")
    assert "Take two." in document.text
    assert left_over(document) == ["(struck out) four"]


def test_lines_that_are_drawn_are_none_of_the_text() -> None:
    assert found("<p>\u00ad\u200b</p><p>_____</p><p>* * *</p><p>Text.</p>") == [
        {"paragraph": "Text."}
    ]


def test_numbers_in_brackets_cite_the_sources_that_they_count() -> None:
    text = (
        page("<p>It helps [1, 2]. See [9].</p>")
        + "<h2>References</h2><ol><li>A. 2020.<li>B. 2021.</ol>"
    )
    assert blocks(text, ".html") == [{"paragraph": "It helps [@source-1][@source-2]. See \\[9\\]."}]


def test_attributes_of_markdown_are_no_text() -> None:
    text = "# T {#top}\n\n## S\n\n- dry {.check}\n- clean {: .a data-x=y}\n\nTake {it}.\n"
    assert blocks(text) == [
        {"list": ["dry", "clean"]}, {"paragraph": "Take \\{it\\}."},
    ]  # fmt: skip


def test_words_of_ids_and_remarks_make_up_for_no_lost_word() -> None:
    html = "<header>Knee Page</header><h1>T</h1><h2>A</h2><p>a</p><h3>Knee Page</h3><p>Text."
    assert left_over(made(html, ".html")) == ["(header) Knee Page"]


def test_a_text_that_stands_as_it_is_is_not_lost_for_one_that_does_not() -> None:
    html = page("<nav>Wash it, or else</nav><p>Wash it</p><nav>or</nav>")
    assert left_over(made(html, ".html")) == [
        "(menu) Wash it, or else", "(menu) or",
    ]  # fmt: skip


def test_paragraphs_in_a_cell_are_divided() -> None:
    (block,) = found(
        "<table><tr><th>Who<th>When<tr><td><p>Dr Bee</p><p>Leeds</p><td><ul><li>Monday<li>Friday"
        "</ul></table>"
    )
    assert block["table"]["rows"] == [["Dr Bee; Leeds", "Monday; Friday"]]  # type: ignore[index]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<p>White paper<p><b>Abstract:</b><p>Text.", "White paper"),
        ("<p>Knee Clinic<p><b>Your knee</b><p>Text.", "Your knee"),
        ("<p>What helps:<p>1. Food<p>Text.", "[add a title]"),
        ("<p>Rest helps.<p>Your knee<p>Text.", "Your knee"),
    ],
)
def test_a_title_is_no_text_and_no_part(html: str, title: str) -> None:
    assert leaflet(html, ".html")["title"] == title


def test_a_list_below_a_step_is_divided_in_its_text() -> None:
    assert found("<ol><li>Ask about<ul><li>pain<li>sleep</ul><li>Rest</ol>") == [
        {"steps": ["Ask about; pain; sleep", "Rest"]}
    ]


def test_sources_that_were_numbered_by_hand_are_not_lost() -> None:
    text = "# T\n\n## S\n\nText.\n\n## References:\n\n1\\. A. 2020.\n\n2\\. B. 2021.\n"
    assert not left_over(made(text))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<b>Note:</b>rest", "**Note**:rest"),
        ("Ann Bee<i>,</i> who", "Ann Bee, who"),
        ("12<b>. Rest</b> now", "12. **Rest** now"),
        ("<i>a</i><i>b</i> <b>c</b> <b>d</b>", "*ab* **c d**"),
        ("<i>so <b>very</b> dry</i>", "*so **very** dry*"),
        ("<b>one <b>two</b></b> 2*3", "**one two** 2\\*3"),
    ],
)
def test_emphasis_is_such_that_it_is_read_as_one(html: str, text: str) -> None:
    assert found(f"<p>x {html}") == [{"paragraph": f"x {text}"}]


def test_each_line_of_a_text_in_bold_is_in_bold() -> None:
    assert headings(page("<p>x<p><b>Who helps<br>We do not, since we are far away.</b>")) == [
        "Care", "Who helps",
    ]  # fmt: skip


def test_a_word_that_is_in_bold_in_part_is_not_lost() -> None:
    html = page("<p>para<b>cet</b>amol and H<sub>2</sub>O</p>")
    assert "para**cet**amol" in made(html, ".html").text
    assert not left_over(made(html, ".html"))


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h2>Care</h2><p>Text.", "Knee [pain]"),
        ("<p>Text.", "Knee [pain]"),
        ("<h1>Your knee</h1><p>Text.", "Your knee"),
    ],
)
def test_a_page_without_a_first_heading_has_the_title_of_its_window(body: str, title: str) -> None:
    html = f"<!doctype html><title>Knee [pain] | Northtown Trust</title>{body}"
    found_title = leaflet(html, ".html")["title"]
    assert found_title.replace("\\", "") == title
    assert left_over(made(html, ".html")) == ["(title) Knee [pain] | Northtown Trust"]


def test_front_matter_of_markdown_has_the_title_and_the_rest_is_said() -> None:
    text = "---\ntitle: 'Your knee'\nlayout: page 7\n---\n\n## Care\n\nText.\n"
    assert leaflet(text)["title"] == "Your knee"
    assert headings(text, ".md") == ["Care"]
    assert left_over(made(text)) == ["(front matter) layout: page 7"]
    assert leaflet(text.replace("## Care", "# Knees"))["title"] == "Knees"


def test_a_list_of_when_to_call_for_help_is_of_the_urgent_box() -> None:
    html = "<p>Call 999 or go to A&amp;E if you:</p><ul><li>faint<li>bleed</ul><p>Rest.</p>"
    assert found(html) == [
        {"callout": {"tone": "urgent", "heading": "Call 999 or go to A&E if you:",
                     "text": "faint; bleed", "safety": True}},
        {"paragraph": "Rest."},
    ]  # fmt: skip


def test_a_section_that_asks_to_call_for_help_is_remarked() -> None:
    document = made("<h1>T</h1><h2>Call 999 if:</h2><ul><li>you faint</ul>", ".html")
    assert "a callout with tone: urgent" in remarks(document)
