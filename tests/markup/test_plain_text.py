"""Pages as plain text: what a telephone's message or a record shows of them."""

from __future__ import annotations

import re
import unicodedata

import pytest

from polyleaf import languages
from polyleaf.languages import scripts
from polyleaf.markup import plain_text

from ..fribidi import seen

PHONE = "+44\u00a020\u00a07946\u00a00958"
ADDRESS = "https://a.example/b-c/d?e=f"
PAGE = """\
<title>Left out</title><a class="skip" href="#text">Skip</a>
<h1>Hand  washing</h1>
<img src="x" alt="Clinic"><p>Clinic of the <b>Soap</b> &amp; <em>water</em></p>
<nav><a href="../ur/x.html">اردو</a></nav>
<h2><span class="number">1</span> How?</h2>
<p>Read <a href="https://soap.example/a_(b)">our page</a><a class="cite" href="#s">&nbsp;[1]</a>,
<a href="https://soap.example">soap.example</a> or call <a href="tel:+44207946">020 7946</a>.</p>
<ul><li>Wet<li>Rub<ul><li>palms<li>thumbs</ul></ul>
<ol start="9"><li>Rinse<li>Dry</ol>
<p><svg aria-label="Sign"><title>x</title></svg> <svg><path/></svg>Look.</p>
<figure><img alt="A hand."><ol type="A"><li>Palm</ol><figcaption>Hand</figcaption></figure>
<div><p class="tone">Urgent</p><h3>Bleeding</h3><p>Call.</p></div>
<dl><dt>Soap <span class="evidence">Strong</span><dd>Cleans.<dt>Why?<dd>So.<dd>Too.<dt>Water</dl>
<table><caption>Doses</caption><thead><tr><th>What<th>When</tr></thead>
<tr><td>Gel<td>At <b>8</b><br>and 9</tr><tr><td>Soap<td><ul><li>noon<li>night</ul></tr></table>
<table><tr><th>Day<th>Skin</tr><tr><td><td></tr><tr><td><td></tr></table>
<table><tr><th scope="row">Version<td>3</tr><tr><th>End</tr></table>
<p>Name: <img class="blank" alt="space to write in"></p>
<div class="running-footer">Page 1</div>
"""
TEXT = """\
Hand washing
============
Clinic of the Soap & water


1 How?
------
Read our page (https://soap.example/a_(b))\u00a0[1],
https://soap.example or call 020 7946.

• Wet
• Rub
  • palms
  • thumbs

9. Rinse
10. Dry

[Sign] Look.

[A hand.]

A. Palm

Hand

Urgent: Bleeding
~~~~~~~~~~~~~~~~
Call.

Soap (Strong): Cleans.
Why? So.
  Too.
Water

Doses
• What: Gel
  When: At 8
    and 9
• What: Soap
  When:
    • noon
    • night

Day: ____________
Skin: ____________

Version: 3
End

Name: ____________
"""


def written(document: str, tag: str, width: int = 0) -> str:
    language = languages.find(tag)
    page = f'<html lang="{tag}" dir="{language.direction}"><body>{document}'
    return plain_text(page, language, width)


def test_each_kind_of_element_is_readable_without_its_markup() -> None:
    assert written(PAGE, "en", 54) == TEXT


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("fr", "Dose\u00a0: un\n"),
        ("zh-Hans", "Dose：un\n"),
        ("es", "Dose: un\n"),
    ],
)
def test_a_name_has_the_colon_of_its_language(tag: str, shown: str) -> None:
    assert written("<dl><dt>Dose</dt><dd>un</dd></dl>", tag) == shown


@pytest.mark.parametrize(("tag", "digits"), [("te", "10"), ("fa", "۱۰"), ("bn", "১০")])
def test_steps_are_numbered_in_the_digits_of_their_language(tag: str, digits: str) -> None:
    assert f"{digits}. " in written(f"<ol>{'<li>x' * 10}</ol>", tag)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", f"Take 5–10\u00a0mg, call {PHONE} and read {ADDRESS} or 20 7946 09. "),
        ("zh-Hans", f"每次服用5–10\u00a0mg，请拨打{PHONE}，或看{ADDRESS}。"),
        ("th", f"กินยาวันละสองครั้งแล้วโทร {PHONE} หรืออ่าน {ADDRESS} "),
        ("ko", f"하루에 두 번 드시고 {PHONE} 또는 {ADDRESS} 을 보십시오. "),
        ("ur", f"دو بار لیں اور <bdi>{PHONE}</bdi> پر فون کریں یا <bdi>{ADDRESS}</bdi> دیکھیں۔ "),
    ],
    ids=["en", "zh", "th", "ko", "ur"],
)
def test_a_line_ends_neither_in_a_number_nor_in_an_address(tag: str, text: str) -> None:
    def folded(lines: str) -> str:
        return "".join(c for c in lines if not c.isspace() and unicodedata.category(c) != "Cf")

    text *= 3
    whole = folded(written(f"<p>{text}</p>", tag))
    for width in range(20, 80):
        lines = written(f"<p>{text}</p>", tag, width).splitlines()
        for kept in (PHONE, ADDRESS, *re.findall("5–10\u00a0mg", text)[:1]):
            assert sum(kept in line for line in lines) == 3, (width, kept)
        assert all(scripts.columns(line) <= width or "://" in line for line in lines), width
        assert folded("\n".join(lines)) == whole
        assert not any(line != line.rstrip() for line in lines)


def test_words_are_kept_together_as_their_readers_expect() -> None:
    assert written("<p>하루에 두 번 드십시오</p>", "ko", 20) == "하루에 두 번\n드십시오\n"
    assert (
        written("<p>他说“你好”。请洗手，谢谢。</p>", "zh-Hans", 20)
        == "他说“你好”。请洗手，\n谢谢。\n"
    )


RIGHT_TO_LEFT = {
    "ur": "کلینک {0} پر {1} سے بات کریں، یا {2} دیکھیں؛ ({3}) روزانہ، {0}۔",
    "ar": "اتصل على {0} واسأل {1}، أو اقرأ {2}؛ ({3}) يوميًا، {0}.",
    "he": "התקשרו אל {0} ושאלו את {1}, או קראו {2}; ({3}) ליום, {0}.",
}
PIECES = (
    PHONE,
    "Dr. Smith (Ltd.)",
    "https://a.example/b-c",
    "5–10\u00a0mg",
)


@pytest.mark.slow
@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_numbers_and_names_keep_their_order_in_every_line_of_right_to_left_text(tag: str) -> None:
    isolated = [f'<span dir="ltr">{piece}</span>' for piece in PIECES]
    text = RIGHT_TO_LEFT[tag].format(*isolated)
    for width in (0, *range(20, 90)):
        lines = written(f"<p>{text}<ul><li>{isolated[1]}: {text}</ul>", tag, width).splitlines()
        shown = [seen(line) for line in lines if line]
        assert all(right_to_left for _, right_to_left in shown), (width, lines)
        together = "\n".join(line for line, _ in shown)
        for piece in (PIECES[0], *PIECES[2:]):
            assert together.count(piece) == lines_with(lines, piece) > 0, (width, piece, together)
        assert "Ltd.)" not in together or "(Ltd.)" in together


def lines_with(lines: list[str], piece: str) -> int:
    return sum(line.count(piece) for line in lines)


def test_without_its_marks_a_number_would_be_turned_round() -> None:
    line = written(f"<p>فون: <span dir=ltr>{PIECES[0]}</span></p>", "ur").strip()
    assert PIECES[0] in seen(line)[0]
    assert PIECES[0] not in seen(re.sub("[\u2066-\u2069]", "", line))[0]


def test_left_to_right_text_has_no_marks_but_around_what_needs_them() -> None:
    text = written(
        '<p><span dir="ltr">020</span>\u200e (<bdi>Ali</bdi>)</p><p>A <bdi>اردو، 5</bdi>!</p>', "en"
    )
    assert text == "020 (Ali)\n\nA \u2067اردو، 5\u2069!\n"


def test_a_block_of_another_language_reads_in_its_own_direction() -> None:
    text = written('<p>متن</p><p dir="ltr" lang="en">5 mg<br>2020: 5.</p>', "ar")
    first, number, last = filter(None, text.splitlines())
    assert [seen(line)[1] for line in (first, number, last)] == [True, False, False]
    assert last.startswith("\u200e")


def test_accents_are_composed_and_the_text_ends_with_one_line_break() -> None:
    assert written("<p>e\u0301 </p><p> </p>", "fr") == "é\n"
    assert written("", "fr") == "\n"
