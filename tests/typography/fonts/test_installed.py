"""Which fonts are visible, and which characters they have."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.typography import fonts

pytestmark = pytest.mark.usefixtures("engine")


def test_a_missing_font_is_reported_with_its_package() -> None:
    (finding,) = fonts.missing({"Noto Sans Nowhere": "fonts-nowhere", "Noto Sans": "x"})
    assert 'the font "Noto Sans Nowhere" is not installed' in str(finding)
    assert "apt-get install fonts-nowhere" in finding.hint
    assert finding.exit_status == 3


def test_the_set_up_installs_every_font_that_a_language_needs() -> None:
    assert list(fonts.missing(languages.font_packages())) == []


def test_no_other_font_is_visible() -> None:
    assert set(fonts.faces()) == set(languages.font_packages())


@pytest.mark.parametrize(
    ("family", "characters", "lacking"),
    [
        ("Noto Sans", "aé€ßЖΩ", ""),
        ("Noto Sans", "aक中", "क中"),
        ("Noto Sans Devanagari", "कa।", ""),
        ("Noto Sans CJK SC", "中。", ""),
        ("Noto Nastaliq Urdu", "اگے۔", ""),
    ],
)
def test_characters_without_a_glyph_are_found(family: str, characters: str, lacking: str) -> None:
    assert fonts.without_glyph(characters, (family, "Noto Sans")[:1]) == lacking or lacking == ""
    assert fonts.without_glyph(characters, (family, "Noto Sans")) == lacking


def test_a_range_includes_its_bounds() -> None:
    (face, *_) = fonts.faces()["Noto Sans Thaana"]
    assert face.has("\u0780")
    assert face.has("\u07b1")
    assert not face.has("\u077f")
    assert not face.has("\u07b2")
    assert face.has("\u00a0")  # a range of one
