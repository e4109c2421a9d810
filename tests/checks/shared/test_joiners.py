"""Joiners, zero-width spaces and variation selectors: where they are spelling, and where litter."""

from __future__ import annotations

import pytest

from polyleaf.checks.text import stray_characters

from ..strings import codes, found

NON_JOINER, JOINER, SPACE = "\u200c", "\u200d", "\u200b"


@pytest.mark.parametrize(
    "text",
    [
        f"می{NON_JOINER}شود",  # Persian: one word, two parts
        f"سردرد{NON_JOINER}ها",  # after a letter that joins nothing
        f"خانهٔ{NON_JOINER}شان",  # after a mark
        f"DNA{NON_JOINER}های",
        f"۲۰{NON_JOINER}ساله",
        f"1448 ه{JOINER}",  # the Hijri calendar
        f"ه{JOINER}.ش.",
        f"క్యాన్సర్{NON_JOINER}లో",  # Telugu: after a virama
        f"क्{NON_JOINER}ष, क्{JOINER}ष",
        f"অ্যালার্জি ও র{JOINER}্যাশ",  # Bengali: ra that stays whole before ya
        f"ರ{JOINER}್ಯಾಲಿ",
        f"প্রত্যেকের{NON_JOINER}ই",  # Bengali: between a word and its ending
        f"ශ්{JOINER}රී ලංකා",  # Sinhala: conjunct
        f"ක{JOINER}්ෂ",  # and letters that touch
        f"അവന്{JOINER}",  # Malayalam: a chillu as it was written before Unicode 5.1
        f"ស្បែក{SPACE}មុខ",  # Khmer: where a line may break
        f"ຜິວ{SPACE}ໜັງ",
        "♥\ufe0f ☎\ufe0e 5\ufe0f\u20e3 ℹ\ufe0f",
        f"👩🏽{JOINER}⚕\ufe0f 🧑{JOINER}⚕\ufe0f",
        "辻\U000e0100",  # Japanese: a name in its own shape
        "。\ufe00 ≨\ufe00",
    ],
)
def test_what_spelling_needs_may_stand(text: str) -> None:
    assert codes(stray_characters.check_string, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Auf{NON_JOINER}lage",  # Latin letters join nothing
        f"so{JOINER}ap",
        f"{NON_JOINER}می",
        f"می{NON_JOINER}",
        f"می{NON_JOINER} شود",
        f"می{NON_JOINER}{NON_JOINER}شود",
        f"कम{NON_JOINER}ल",  # no virama before it
        f"कम{JOINER}ल",
        f"র{NON_JOINER}্যাশ",
        f"म{JOINER}्य",  # not ra
        f"अ{JOINER}ॅलर्जी",
        f"皮{SPACE}膚",
        f"हाथ{SPACE}धोएँ",
        "a\ufe0f",
        " \ufe0f",
        "\ufe0f",
        "皮\ufe0f",
        "é\U000e0100",
        f"👩{JOINER}a",
        f"🧴{JOINER}",
        f"ه{JOINER}م",
    ],
)
def test_elsewhere_they_are_litter(text: str) -> None:
    assert set(codes(stray_characters.check_string, text)) == {"character-invisible"}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            f"Auf{NON_JOINER}lage",
            "take it out: it belongs after a virama, or between letters of a cursive script",
        ),
        (f"র{NON_JOINER}্যাশ", "write U+200D ZERO WIDTH JOINER in its place"),
        (f"अ{JOINER}ॅलर्जी", "write the three as U+0972 DEVANAGARI LETTER CANDRA A"),
        (f"so{SPACE}ap", "take it out"),
    ],
)
def test_the_hint_knows_what_was_meant(text: str, hint: str) -> None:
    (finding,) = found(stray_characters.check_string, text)
    assert finding.hint == hint
