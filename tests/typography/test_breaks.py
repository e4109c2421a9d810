"""Where lines may end: between words without spaces, and not inside a Korean word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.model.inline import Nodes, Placeholder, Run, parse, walk
from polyleaf.typography import breaks, typeset, typeset_phrase

from ..strategies import any_text, phrases, quick, thorough, trees

MAY, MUST_NOT = "\u200b", "\u2060"
SPOKEN = ("ควรล้างมือ", "សូមលាងដៃ", "ກະລຸນາ", "ဆေးမသုံးမီ", "약(연고)을", "하루", "5–10", "www.nhs.uk/a")
texts = st.one_of(
    any_text,
    phrases,
    st.lists(st.sampled_from([*SPOKEN, MAY, MUST_NOT, " ", "x"]), max_size=8).map("".join),
)
tags = st.sampled_from(["th", "km", "lo", "my", "ko", "en", "ja", "ar"])


def marked(tag: str, text: str) -> str:
    """Return the text with | where a line may end, and ‿ where it may not."""
    return "".join(breaks.mark(text, languages.find(tag))).replace(MAY, "|").replace(MUST_NOT, "‿")


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("th", "ควรล้างมือด้วยสบู่", "ควร|ล้าง|มือ|ด้วย|สบู่"),
        ("th", "ยา 5 mg ก่อนอาหาร", "ยา 5 mg ก่อน|อาหาร"),
        ("km", "មុនពេលបរិភោគអាហារ។", "មុន|ពេល|បរិភោគ|អាហារ។"),
        ("lo", "ກ່ອນກິນອາຫານ", "ກ່ອນ|ກິນ|ອາຫານ"),
        ("my", "ဆရာဝန်နှင့်တိုင်ပင်ပါ။", "ဆရာဝန်|နှင့်|တိုင်ပင်|ပါ။"),
    ],
)
def test_lines_end_between_words_without_spaces(tag: str, text: str, expected: str) -> None:
    assert marked(tag, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("약(연고)을 사용하기 전에", "약‿(연‿고)‿을 사‿용‿하‿기 전‿에"),
        ("하루 2회, 30–50대", "하‿루 2‿회, 30–‿50‿대"),
        ("자외선/열", "자‿외‿선/열"),
    ],
)
def test_a_korean_word_stays_whole(text: str, expected: str) -> None:
    assert marked("ko", text) == expected


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [
        ("zh-Hans", "网页（", "）。这份资料清楚易懂吗？"),
        ("ja", "「", "」をご覧ください。"),
        ("zh-Hant", "請看", "，謝謝您"),
        ("en", "see ", "\N{NO-BREAK SPACE}for more"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(tag: str, before: str, after: str) -> None:
    assert marked(tag, f"{before}www.a.uk/b{after}") == f"{before}w‿w‿w|.‿a|.‿u‿k‿/|b{after}"


@pytest.mark.parametrize(
    ("tag", "after", "expected"),
    [("th", "ด้วยสบู่", "ด้วย|สบู่"), ("km", "អាហារមុន", "អាហារ|មុន"), ("my", "ဆရာဝန်နှင့်", "ဆရာဝန်|နှင့်")],
)
def test_words_behind_an_address_part_as_usual(tag: str, after: str, expected: str) -> None:
    assert marked(tag, f"www.a.uk/b{after}").endswith(expected)


@pytest.mark.parametrize("tag", ["en", "hi", "ar"])
def test_a_unit_stays_whole_at_its_stroke(tag: str) -> None:
    text = "70 mg/‿dL, 60 mL/‿min/1.73 m², 90 /‿min, 90/‿min, 5 tablets/day, and/or"
    assert marked(tag, text.replace("‿", "")) == text


@pytest.mark.parametrize("tag", ["en", "de", "ru", "ar", "hi", "ja", "zh-Hans", "shn"])
def test_other_languages_get_no_marks(tag: str) -> None:
    text = "Haut, кожа, جلد, त्वचा, 皮肤, ၵူၼ်းၵူႈၵေႃႉၼႆႉ and 한국어"
    assert marked(tag, text) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh-Hans", "每天2‿次，每次5‿毫‿克，第‿3‿页，20‿秒，2026‿年11‿月22‿日"),
        ("zh-Hant", "約‿100‿人中有1‿人，4‿個‿月，1.5‿毫‿升"),
        ("ja", "1日2回、第‿3‿章、4‿週‿間、5‿分"),
    ],
)
def test_a_number_and_its_unit_without_a_space_stay_together(tag: str, text: str) -> None:
    assert marked(tag, text.replace("‿", "")) == text.replace("1日2回", "1‿日2‿回")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5–10 mg or 20—30", "5–‿10 mg or 20—‿30"),
        ("weeks – months", "weeks – months"),
        ("five–ten", "five–ten"),
    ],
)
def test_the_two_numbers_of_a_range_stay_together(text: str, expected: str) -> None:
    assert marked("en", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see www.nhs.uk/a/b?c=d, or", "see w‿w‿w|.‿n‿h‿s|.‿u‿k‿/|a‿/|b‿?|c‿=|d‿, or"),
        ("at to-me@my.example.", "at t‿o‿-‿m‿e‿@|m‿y|.‿e‿x‿a‿m‿p‿l‿e."),
        ("at 5 p.m. or 10/12 e.g. @home", "at 5 p.m. or 10/12 e.g. @home"),
    ],
)
def test_an_address_breaks_at_its_punctuation(text: str, expected: str) -> None:
    """Otherwise a long one would be hyphenated, and the hyphen would seem a part of it."""
    assert marked("en", text) == expected


def test_marks_of_the_author_are_kept() -> None:
    assert marked("th", f"โร{MUST_NOT}ซา{MUST_NOT}เซีย{MAY}เป็น") == "โร‿ซา‿เซีย|เป็น"


def test_a_word_continues_across_markup() -> None:
    def set_in(tag: str, text: str) -> str:
        nodes = typeset(parse(text), languages.find(tag), {}, paper=True)
        runs = "".join(node.text for node in walk(nodes) if isinstance(node, Run))
        return runs.replace(MAY, "|").replace(MUST_NOT, "‿")

    assert set_in("th", "ควร**ล้างมือ**ด้วย") == "ควร|ล้าง|มือ|ด้วย"
    assert set_in("ko", "**약**을 [연고](https://a.b)를") == "약‿을 연‿고‿를"
    assert set_in("ko", "연고 [@x]를") == "연‿고 ‿를"
    assert set_in("th", "ล้างมือ[@x]ด้วย") == "ล้าง|มือ|ด้วย"


def test_a_screen_gets_no_marks() -> None:
    text, thai = "ควรล้างมือ 5–10 mg", languages.find("th")
    on_screen = typeset_phrase(text, thai)
    assert on_screen == text.replace("10 mg", "10\u00a0mg")
    assert typeset_phrase(text, thai, paper=True) != on_screen


@given(tags, texts)
@thorough
def test_no_character_is_lost_or_changed(tag: str, text: str) -> None:
    pieces = breaks.mark(text, languages.find(tag))
    assert len(pieces) == len(text)
    for piece, character in zip(pieces, text, strict=True):
        assert set(piece) - {MAY, MUST_NOT} <= {character}
        assert piece.count(character) >= 1


@given(tags, texts)
@quick
def test_marking_twice_changes_nothing(tag: str, text: str) -> None:
    once = "".join(breaks.mark(text, languages.find(tag)))
    assert "".join(breaks.mark(once, languages.find(tag))) == once


@given(tags, trees)
@quick
def test_the_tree_keeps_its_shape(tag: str, nodes: Nodes) -> None:
    language = languages.find(tag)
    values = {n.name: "ล้างมือ +44 20" for n in walk(nodes) if isinstance(n, Placeholder)}
    on_screen, on_paper = (typeset(nodes, language, values, paper=paper) for paper in (False, True))
    assert list(map(type, walk(on_paper))) == list(map(type, walk(on_screen)))
