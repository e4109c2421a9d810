"""`glyph-missing`: what no font has is said at its line, by `check` as by a build."""

from __future__ import annotations

import pytest

from ...conftest import LEAFLET, Sandbox

pytestmark = pytest.mark.slow

PICTURES = {
    "📞": ("📞 (U+1F4DE TELEPHONE RECEIVER)", "write ☎ in place of 📞"),
    "5️⃣": ("5️⃣ (U+0035 DIGIT FIVE, U+20E3 COMBINING ENCLOSING KEYCAP)", "write ⑤ in place of 5️⃣"),
    "🇬🇧": ("🇬🇧 (U+1F1EC REGIONAL INDICATOR SYMBOL LETTER G, ", "write the name of the country"),
    "👨‍👩‍👧": (
        "👨‍👩‍👧 (U+1F468 MAN, U+1F469 WOMAN, U+1F467 GIRL)",
        "no font that Polyleaf draws with",
    ),
    "👍🏽": ("👍🏽 (U+1F44D THUMBS UP SIGN, U+1F3FD EMOJI ", "write 👍, or a word"),
    "🦠": ("🦠 (U+1F9A0 MICROBE)", "no font that Polyleaf draws with has it"),
    "手": ("手 (U+624B CJK UNIFIED IDEOGRAPH-624B)", 'only "Noto Sans CJK SC"'),
}


def spoilt(project: Sandbox) -> None:
    """A list with a picture in each item, one a line."""
    items = "".join(f"\n          - Wet {picture} hands." for picture in PICTURES)
    assert "[Wet your hands., Rub them., Dry them.]" in LEAFLET
    project.edit("content/hands.yaml", "[Wet your hands., Rub them., Dry them.]", items)
    project.edit("clinic.yaml", "[web]", "[a4]")


def findings(said: str) -> set[str]:
    return {line for line in said.splitlines() if "[glyph-missing]" in line}


def test_check_says_what_a_build_says_at_the_line_with_the_nearest_sign(project: Sandbox) -> None:
    spoilt(project)
    checked, built = project.run("check"), project.run()
    assert checked.returncode == built.returncode == 1
    found = findings(checked.stderr + checked.stdout)
    assert found == findings(built.stderr + built.stdout)
    assert len(found) == len(PICTURES)
    for line, (named, hint) in enumerate(PICTURES.values(), 15):
        (said,) = (each for each in found if each.startswith(f"content/hands.yaml:{line}:13: "))
        assert named in said
        assert hint in said


def test_signs_and_the_style_of_a_picture_are_drawn(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "[Wet your", "[≥ ☎️ ❤️ ★ ① ✓ ⚠ ♀ ½ Wet your")
    project.edit("clinic.yaml", "[web]", "[a4]")
    assert project.run("check").returncode == 0


@pytest.mark.parametrize("word", ["नमस्ते दवा", "服用两片药", "الجرعة"])
def test_a_word_in_another_script_is_one_finding(project: Sandbox, word: str) -> None:
    project.edit("content/hands.yaml", "Wet your", f"{word} Wet your")
    project.edit("clinic.yaml", "[web]", "[a4]")
    checked = project.run("check")
    (said,) = findings(checked.stderr + checked.stdout)
    assert f"{len({*word} - {' '})} characters of this text: " in said


def test_a_screen_shows_what_paper_cannot(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "[Wet your", "[📞 Wet your")
    assert project.run("check").returncode == 0


def test_the_clinics_own_words_are_looked_up_too(project: Sandbox) -> None:
    project.edit("clinic.yaml", "name: Test Clinic", "name: Test 📞 Clinic")
    project.edit("clinic.yaml", "[web]", "[a4]")
    said = project.run("check")
    assert "clinic.yaml: error[glyph-missing]" in said.stderr + said.stdout
