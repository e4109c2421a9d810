"""Characters that no reader sees, or that mean nothing; and those that look so and are spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.text import stray_characters

from ...strategies import quick
from ..strings import HERE, codes, found, one_script

KINDS = {
    "character-invisible": "\u00ad\u034f\u115f\u180e\u200b\u2028\u2029\u2060\u2061\u2064\u206a"
    "\u2800\u3164\ufe0f\ufeff\uffa0\ufff9\U000e0001\U000e0067\U000e0100",
    "character-bidi": "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "character-private": "\ue000\uf8ff\U000f0000\U0010fffd",
    "character-unassigned": "\u0378\ufdd0\uffff\U0001fffe",
    "character-surrogate": "\ud800\udfff",
    "character-lost": "\ufffc\ufffd",
    "control-character": "\x00\x07\x0b\x0d\x1b\x7f\x85\x9f",
}


@pytest.mark.parametrize(
    ("code", "character"),
    [(code, character) for code, several in KINDS.items() for character in several],
    ids=lambda value: value if len(value) > 1 else f"{ord(value):X}",
)
def test_each_kind_has_its_code(code: str, character: str) -> None:
    assert codes(stray_characters.check_string, f"Wash{character}hands") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Wash your hands.\n\tThen dry them.",
        "5\u00a0mg, 5\u202fmg, 5\u2009mg",  # spaces that do not break, or are thin
        "皮膚\u3000皮膚",
        "²³½™№℃ℓ…Ⅳ①ªﷺ µg αβ",
        "\u0600\u0661\u0662",  # a sign that holds Arabic digits
        "٪ ٫ ، ؛ ؟ ـ",
    ],
)
def test_what_a_reader_sees_may_stand(text: str) -> None:
    assert codes(stray_characters.check_string, text) == []


def test_a_finding_names_the_character_and_shows_its_word() -> None:
    (finding,) = found(stray_characters.check_string, "Use so\u200bap and wa\u200bter.")
    assert str(finding) == (
        f"{HERE}: error[character-invisible]: "
        '"so<U+200B>ap" holds U+200B ZERO WIDTH SPACE, which is invisible, 2 times; take it out'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\u202aCall", '"<U+202A>Call" holds the direction control U+202A LEFT-TO-RIGHT EMBEDDING'),
        ("a\x07b", '"a<U+0007>b" holds the control character U+0007'),
        ("\ue001", '"<U+E001>" holds U+E001 of private use'),
        ("a\ud800", '"a<U+D800>" holds U+D800 of a surrogate pair, half of a character'),
        ("caf\ufffd", '"caf<U+FFFD>" holds U+FFFD REPLACEMENT CHARACTER: what stood here is lost'),
    ],
)
def test_the_message_itself_can_be_printed(text: str, message: str) -> None:
    (finding,) = found(stray_characters.check_string, text)
    assert finding.message == message
    assert str(finding).encode().isascii()


def test_an_unassigned_character_is_reported_with_the_version_that_lacks_it() -> None:
    (finding,) = found(stray_characters.check_string, "\u0378")
    assert finding.message.startswith('"<U+0378>" holds U+0378, which is no character of Unicode 1')


def test_several_kinds_in_one_text_are_reported_each() -> None:
    assert codes(stray_characters.check_string, "a\u200bb\u200ec\ue000") == [
        "character-invisible",
        "character-bidi",
        "character-private",
    ]


@quick
@given(one_script())
def test_words_of_one_script_are_never_reported(text: str) -> None:
    assert codes(stray_characters.check_string, text) == []


@quick
@given(st.text(st.characters()))
def test_any_text_at_all_is_reported_in_words_that_can_be_encoded(text: str) -> None:
    for finding in found(stray_characters.check_string, text):
        str(finding).encode()


@pytest.mark.parametrize(
    ("character", "severity"),
    [("\u200e", "warning"), ("\u200f", "warning"), ("\u061c", "warning"), ("\u202b", "error"),
     ("\u202e", "error"), ("\u2066", "error")],
)  # fmt: skip
def test_a_mark_of_direction_turns_nothing_round(character: str, severity: str) -> None:
    (finding,) = found(stray_characters.check_string, f"הקובץ {character}PO", "he")
    assert (finding.code, finding.severity) == ("character-bidi", severity)


def test_an_apostrophe_of_windows_is_named() -> None:
    (finding,) = found(stray_characters.check_string, "l\x92eau")
    assert finding.hint.startswith("write \N{RIGHT SINGLE QUOTATION MARK} U+2019")
