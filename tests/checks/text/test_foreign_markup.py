"""What looks like markup that a sheet does not have is told, with what to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf.checks.text.foreign_markup import check_message, check_text
from polyleaf.model.findings import Severity

from ..messages import unit
from ..sheets import clinic, leaflet

WRONG = [
    ("Take _one_ tablet", "write *word*"),
    ("__Stop__ now", "write **word**"),
    ("_{clinic.phone}_", "write *word*"),
    ("_त्वचा_ को", "write *word*"),
    ("Run `code` now", "use quotes, or **word**"),
    ("```", "use quotes, or **word**"),
    ("~~old~~ new", "a sheet has no struck words"),
    ("==new==", "write **word**"),
    ("请**用**＊＊肥皂＊＊", "the stars are full-width"),
    ("# What it is", "a heading is a key of its own"),
    ("### क्या है", "a heading is a key of its own"),
    ("![a hand](images/a.svg)", "make a figure of it"),
    ("![a hand][hand]", "make a figure of it"),
    ("<b>Stop</b>", "write **strong**"),
    ("<EM>Stop</EM>", "write *emphasis*"),
    ("a<br>b", "make a block of each paragraph"),
    ("a<br />b", "make a block of each paragraph"),
    ("H<sub>2</sub>O", "write the sign itself"),
    ('<a href="https://x.org">x</a>', "write [text](address)"),
    ("<!-- later -->", "leave it out"),
    ("Soap &amp; water", "write &"),
    ("10&nbsp;mg", "write the character itself, U+00A0"),
    ("It&#39;s", "write '"),
    ("&#x2014;", "write —"),
    ("10&nbsp mg", "write the character itself, U+00A0"),
    ("[our page][page]", "write [text](address)"),
    ("[page]: https://x.org", "write the address with its words"),
    ("It helps[^1]", "cite a source with [@source]"),
    ("[[Rosacea]]", "write [text](address)"),
    ("<https://x.org>", "leave out < >"),
    ("<nurse@clinic.example>", "leave out < >"),
    ("|a|b|", "make a table of it"),
    ("a | b |--- | ---", "make a table of it"),
    ("Wash.\\\nDry.", "make a block of each line"),
    ("Wash.\\", "make a block of each line"),
    ("{ clinic.phone }", "write {clinic.phone}"),
    ("{{clinic.phone}}", "write {clinic.phone}"),
    ("${clinic.phone}", "write {clinic.phone}"),
    ("%(phone)s", "write {clinic.phone}"),
    ("｛clinic.phone｝", "write {clinic.phone}"),
    ("［我们］（https://x.org）", "write [text](address)"),
    ("{% if child %}less{% endif %}", "write {clinic.phone}"),
    ("{# later #}", "write {clinic.phone}"),
    ("Call %s now", "write {clinic.phone}"),
    ("Stop{.red}", "a sheet has no classes"),
    ("Signs {#signs}", "a sheet has no classes"),
    ("H~2~O", "write the sign itself"),
    ("9 m^2^", "write the sign itself"),
    ("It is $x^2$", "write the signs themselves"),
    ("\\frac{1}{2} tablet", "write the signs themselves"),
    ("\\begin{itemize}", "write the signs themselves"),
    ("38 \\geq x", "write the signs themselves"),
    ("[b]Stop[/b]", "write **strong**, *emphasis* or [text](address)"),
    ("[url=https://x.org]x[/url]", "write **strong**, *emphasis* or [text](address)"),
    ("Read :warning: first", "write the sign itself, or a word"),
    ("[ ] Wash", "write ☐"),
    ("[x] धोएँ", "☑ for a ticked one"),
    ("::: note", "make a callout of it"),
    (".. note::", "make a callout of it"),
    ("<details>more</details>", "leave it out"),
    ("See [the NHS] (https://www.nhs.uk/a)", "without a space between"),
    ("انظر [الصفحة] (www.nhs.uk)", "without a space between"),
    ("It helps【4†source】", "an assistant left it"),
    ("It helps :contentReference[oaicite:0]{index=0}", "an assistant left it"),
    ("It helps citeturn0search3", "an assistant left it"),
    ("As an AI language model, I say rest", "an assistant left it"),
    ("Sure! Here’s the text", "an assistant left it"),
    ("Call [insert clinic name here]", "write what is meant"),
    ("Call <your phone number>", "write what is meant"),
    ("Lorem ipsum dolor", "write the text"),
    ("See Error! Reference source not found.", "a word processor left it"),
    ("Dear MERGEFIELD Name", "a word processor left it"),
    ("Wash.\\nDry.", "make a block of each line"),
    ("{{< note >}} Rest", "a sheet has none"),
]
DOUBTFUL = [
    "- Wash",
    "* Wash",
    "• धोएँ",
    "1. Wash",
    "2) Wash",
    "Take: - soap - water",
    "Take these. • soap",
    "> Wash",
    "---",
    "* * *",
    "***",
    "(1) Wash",
    "a) Wash",
    "१. धोएँ",
    "١- اغسل",
    "１．洗手",
    "1、洗手",
    "（一）洗手",
    "二、擦干",
    "– Wash",
    "➢ Wash",
    "''Stop'' now",
    "2 x 10^9/L",
    "Use • soap • water",
    "استخدم ● صابون ● ماء",
]
RIGHT = [
    *("5 * 3", "snake_case_word", "a < b and c > d", "<5 mg", "> 38 °C", ">50 %", "#1", "# 5"),
    *("Name: ____ Date: __ / __", "IL_6 and TNF_a", "https://x.org/_a_/b", "AT&T", "R&D; S&P;"),
    *("2–3 - 4", "soap - or gel - and water", "-5 °C", "1.5 mg", "1.", "10. 000", "p<0.05"),
    *(r"\_word\_", r"\<b>", r"\# One", r"\- One", r"1\. May", r"\`code\`", r"\&amp;", r"!\[a](b)"),
    *("C:\\temp", "a ~ b ~ c", "~5", "|x| is 5", "x = y == z", "[1] and [2]", "[^]", "{}", "{1}"),
    *("Qur`an", "100 %", "$5", "<name>", "(a) b", "**a** [b](https://x.org) [@c] {clinic.phone}"),
    *("Wow! [See](https://x.org)", "Note: 5 - 10", "Time: -", "Dose; 2. day", "٭ ملاحظة"),
    *("Time 10:30:15", "5:1 or 1:2:3", "a::b", "$5 or $6_", "C:\\begin", "~5 to ~6", "e.g. (5) x"),
    *(
        "100 %s",
        "{.5}",
        "[x](https://x.org)",
        "✓ Wash",
        "(a) or (b)",
        "5'' wide",
        "[i] and [b]",
        "5 ^ 6",
    ),
    *("C:\\new", "[add] 5", "[you] and [your]", "Sure, here in Leeds", "a • b", "Error! Stop"),
    *("[1] (2019)", "the turn of 3 views", "Here’s how", "【注意】"),
    *("三、四天后", "一、二月", "(2019) Skin"),
]


def told(value: str, source: str = "Use soap.") -> list[tuple[str, str, Severity]]:
    return [(f.code, f.hint, f.severity) for f in check_message(unit(source, value))]


@pytest.mark.parametrize(("value", "hint"), WRONG)
def test_what_would_print_wrong_is_an_error(value: str, hint: str) -> None:
    ((code, advice, severity),) = told(value)[:1]
    assert (code, severity) == ("markup-foreign", Severity.ERROR)
    assert hint in advice


@pytest.mark.parametrize("value", DOUBTFUL)
def test_what_may_be_meant_is_a_warning(value: str) -> None:
    assert [severity for _, _, severity in told(value)] == [Severity.WARNING]


@pytest.mark.parametrize("value", RIGHT)
def test_plain_text_is_plain_text(value: str) -> None:
    assert told(value) == []


def test_of_the_source_it_is_reported_at_its_text() -> None:
    title = replace(leaflet().title, value="_Hands_")
    (found,) = check_text(title, clinic())
    assert found.where == title.where
    assert found.message == '"_Hands_" is printed as it stands'


def test_of_a_translation_only_what_the_source_does_not_have() -> None:
    assert told("- साबुन", source="- Soap") == []
    assert len(told("<b>साबुन</b> _अब_", source="<b>Soap</b>")) == 1
