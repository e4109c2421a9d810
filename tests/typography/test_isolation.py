"""Runs that read against their line are isolated, and no letter changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given

from polyleaf import languages
from polyleaf.model.inline import (
    Blank,
    Cite,
    Emphasis,
    Foreign,
    Link,
    Mark,
    Node,
    Nodes,
    Placeholder,
    Run,
    Strong,
    parse,
    walk,
)
from polyleaf.model.sheet import Direction
from polyleaf.typography import direction_of, isolate, typeset

from ..strategies import any_text, phrases, thorough, trees

VALUES = {
    "clinic.phone": "+44 20 7946 0958",
    "clinic.name": "Riverside Skin Clinic",
    "clinic.hebrew": "מרפאת העור",
    "clinic.email": "clinic24@riverside.example",
}
inlines = trees | phrases.map(parse) | any_text.map(parse)


def shown(nodes: Nodes) -> str:
    """Return the tree in one line, each foreign run in ‹angle quotes›."""
    return "".join(map(_shown, nodes))


def _shown(node: Node) -> str:
    match node:
        case Run(text):
            return text
        case Strong(children):
            return f"**{shown(children)}**"
        case Emphasis(children):
            return f"*{shown(children)}*"
        case Link(address, children):
            return f"[{shown(children)}]({address})"
        case Mark(number, children):
            return f"<{number}>{shown(children)}</{number}>"
        case Foreign(_, children):
            return f"‹{shown(children)}›"
        case Cite(sources):
            return f"[@{';'.join(sources)}]"
        case Placeholder(name):
            return f"{{{name}}}"
        case Blank():
            return "____"


def text_of(nodes: Nodes) -> str:
    return "".join(node.text for node in walk(nodes) if isinstance(node, Run))


def letters(
    nodes: Nodes, inside: Direction | None = None
) -> Iterator[tuple[str, Direction | None]]:
    """Yield each character with the direction of its foreign run."""
    for node in nodes:
        match node:
            case Run(text):
                yield from ((character, inside) for character in text)
            case Foreign(direction, children):
                yield from letters(children, direction)
            case Strong(children) | Emphasis(children) | Link(_, children):
                yield from letters(children, inside)
            case _:
                pass


@pytest.mark.parametrize(
    ("source", "isolated"),
    [
        ("الجلد أحمر", "الجلد أحمر"),
        ("خذ 5-10 mg يوميًا", "خذ ‹5-10 mg› يوميًا"),
        ("خذ **Paracetamol** *500 mg*", "خذ ‹**Paracetamol** *500 mg*›"),
        ("خذ **Paracetamol 500** مرتين", "خذ ‹**Paracetamol 500**› مرتين"),
        ("**خذ Paracetamol** مرتين", "**خذ ‹Paracetamol›** مرتين"),
        ("Paracetamol *–* 500 mg نعم", "‹Paracetamol *–* 500 mg› نعم"),
        ("حتى 50% أو ≤3 أيام", "حتى ‹50%› أو ‹≤3› أيام"),
        ("5، 10 أو 20؟", "‹5›، ‹10› أو ‹20›؟"),
        ("انظر [NHS](https://nhs.uk) الآن", "انظر ‹[NHS](https://nhs.uk)› الآن"),
        ("انظر [NHS صفحة](https://nhs.uk)", "انظر [‹NHS› صفحة](https://nhs.uk)"),
        ("٥ إلى ١٠ أيام", "٥ إلى ١٠ أيام"),  # its own digits are not isolated
        ("روزاسيا [@bad-2021] و 2", "روزاسيا [@bad-2021] و ‹2›"),
        ("جلد، SPF 30 یا زیادہ۔", "جلد، ‹SPF 30› یا زیادہ۔"),
    ],
)
def test_text_against_a_right_to_left_line_is_one_run(source: str, isolated: str) -> None:
    assert shown(isolate(parse(source), "rtl")) == isolated


@pytest.mark.parametrize(
    ("source", "isolated"),
    [
        ("The skin, 5-10 mg", "The skin, 5-10 mg"),
        ("रोज़ेशिया में 5-10 mg", "रोज़ेशिया में 5-10 mg"),
        ("say الجلد twice", "say ‹الجلد› twice"),
        ("say *الجلد* **أحمر** twice", "say ‹*الجلد* **أحمر**› twice"),
        ("about ٥٠ people", "about ‹٥٠› people"),
        ("皮肤 (جلد) 😀", "皮肤 (‹جلد›) 😀"),
        ("the signs ؛ and ؟ end", "the signs ‹؛› and ‹؟› end"),
        ("say جلد، کی twice", "say ‹جلد، کی› twice"),
    ],
)
def test_text_against_a_left_to_right_line_is_one_run(source: str, isolated: str) -> None:
    assert shown(isolate(parse(source), "ltr")) == isolated


@pytest.mark.parametrize(
    ("source", "isolated"),
    [
        ("الجرعة (500 mg) 2 مرات", "الجرعة (‹500 mg›) ‹2› مرات"),
        ("5 mg (10 mg تقريبًا)", "‹5 mg› (‹10 mg› تقريبًا)"),
        ("(IL-6) high نعم", "(‹IL-6›) ‹high› نعم"),
        ("IL-6 (high) نعم", "‹IL-6 (high)› نعم"),
        ("IL-6 (**high**) نعم", "‹IL-6 (**high**)› نعم"),
        ("[5) 6] نعم", "[‹5›) ‹6›] نعم"),
        ("اتصل (020) 7946 0958", "اتصل ‹(020) 7946 0958›"),
        ("(20) 3 أيام", "(‹20›) ‹3› أيام"),
    ],
)
def test_a_run_never_holds_half_a_pair_of_brackets(source: str, isolated: str) -> None:
    assert shown(isolate(parse(source), "rtl")) == isolated


@pytest.mark.parametrize(
    ("source", "isolated"),
    [
        ("حرارة -5 درجات", "حرارة ‹-5› درجات"),
        ("حرارة (-5) درجات", "حرارة (‹-5›) درجات"),
        ("ב-5 ימים", "ב-‹5› ימים"),
        ("כתובٌ-5", "כתובٌ-‹5›"),
        ("اتصل +44 20", "اتصل ‹+44 20›"),
    ],
)
def test_a_sign_belongs_to_its_number_and_a_hyphen_to_its_word(source: str, isolated: str) -> None:
    assert shown(isolate(parse(source), "rtl")) == isolated


@pytest.mark.parametrize(
    ("source", "base", "isolated"),
    [
        ("cafe\u0301 نعم", "rtl", "‹cafe\u0301› نعم"),
        ("5\ufe0f\u20e3 نعم", "rtl", "‹5\ufe0f\u20e3› نعم"),
        ("हिंदी में جلد", "rtl", "‹हिंदी में› جلد"),
        ("the book كتابٌ ends", "ltr", "the book ‹كتابٌ› ends"),
    ],
)
def test_an_accent_stays_with_its_letter(source: str, base: Direction, isolated: str) -> None:
    assert shown(isolate(parse(source), base)) == isolated


@pytest.mark.parametrize(
    ("tag", "source", "drawn"),
    [
        ("en", "Call {clinic.phone}.", "Call +44\u00a020\u00a07946\u00a00958."),
        ("ar", "اتصل {clinic.phone}.", "اتصل ‹+44\u00a020\u00a07946\u00a00958›."),
        ("ar", "**{clinic.name}** 5", "‹**Riverside Skin Clinic** 5›"),
        ("ar", "*هذه {clinic.hebrew}*", "*هذه מרפאת העור*"),
        ("en", "[at {clinic.hebrew}](tel:1)", "[at ‹מרפאת העור›](tel:1)"),
    ],
)
def test_a_placeholder_prints_its_value_as_one_run(tag: str, source: str, drawn: str) -> None:
    assert shown(typeset(parse(source), languages.find(tag), VALUES)) == drawn


@pytest.mark.parametrize(
    ("tag", "source", "drawn"),
    [
        ("mr", "**10 दिवस**, *2 वेळा* [3](tel:4)", "**१० दिवस**, *२ वेळा* [३](tel:4)"),
        ("mr", "5-10 दिवस, 50%", "५-१० दिवस, ५०%"),
        ("mr", "IL-6, B12 आणि www.nhs24.scot", "IL-6, B12 आणि www.nhs24.scot"),
        ("mr", "{clinic.email} [@who-2009]", "‹clinic24@riverside.example› [@who-2009]"),
        ("mr", "{clinic.phone}", "‹+44\u00a020\u00a07946\u00a00958›"),
        ("fa", "5-10 قرص", "‹۵›-‹۱۰› قرص"),
        ("fa", "B12 و 5-10 mg", "‹B12› و ‹5-10\u00a0mg›"),
        ("fa", "{clinic.phone} یا 112", "‹+44\u00a020\u00a07946\u00a00958› یا ‹۱۱۲›"),
        ("ckb", "5-10 دەنک", "٥-١٠ دەنک"),
        ("hi", "10 दिन", "10 दिन"),
        ("ar", "10 أيام", "‹10› أيام"),
        ("zh-Hans", "每天2次", "每天2次"),
    ],
)
def test_numbers_get_the_languages_digits_and_addresses_keep_theirs(
    tag: str, source: str, drawn: str
) -> None:
    found = shown(typeset(parse(source), languages.find(tag), VALUES))
    assert found.replace("\u00a0", " ") == drawn.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "direction"),
    [("5 جلد", "rtl"), ("«שלום»", "rtl"), ("5 mg جلد", "ltr"), ("त्वचा", "ltr"), ("+44 20", None)],
)
def test_the_first_letter_gives_the_direction(text: str, direction: Direction | None) -> None:
    assert direction_of(text) == direction


@given(inlines)
@thorough
def test_no_letter_changes_or_moves(nodes: Nodes) -> None:
    assert text_of(isolate(nodes, "rtl")) == text_of(isolate(nodes, "ltr")) == text_of(nodes)


@given(inlines)
@thorough
def test_every_latin_letter_and_digit_of_a_right_to_left_line_is_isolated(nodes: Nodes) -> None:
    for character, inside in letters(isolate(nodes, "rtl")):
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "EN"):
            assert inside == "ltr", f"{character!r} is exposed"
        elif kind in ("R", "AL", "AN"):
            assert inside is None, f"{character!r} stands in a foreign run"


@given(inlines)
@thorough
def test_every_right_to_left_letter_of_a_left_to_right_line_is_isolated(nodes: Nodes) -> None:
    for character, inside in letters(isolate(nodes, "ltr")):
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL", "AN"):
            assert inside == "rtl", f"{character!r} is exposed"
        elif kind in ("L", "EN"):  # a number between two right-to-left words is in both
            assert inside != "rtl", f"{character!r} stands in a foreign run"


@pytest.mark.slow
@given(inlines)
@thorough
def test_brackets_of_a_foreign_run_are_in_pairs(nodes: Nodes) -> None:
    # A pair that is open or crossed over several elements stays as the author wrote it.
    for node in isolate(nodes, "rtl"):
        if isinstance(node, Foreign) and all(isinstance(child, Run) for child in node.children):
            text = text_of((node,))
            assert text.count("(") == text.count(")"), text


@given(inlines)
@thorough
def test_isolating_twice_changes_nothing(nodes: Nodes) -> None:
    for base in ("rtl", "ltr"):
        once = isolate(nodes, base)
        assert isolate(once, base) == once
