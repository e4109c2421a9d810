"""Which font a language is set in: the one of its tag, else the one of its script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .tables import table

LATIN = "Latn"
# Unicode's scripts that several scripts of fonts.toml use → the one whose font is taken.
USUAL = {"Hani": "Hans", "Bopo": "Hant", "Hira": "Jpan", "Kana": "Jpan", "Hang": "Kore"}
LINE_HEIGHT = 1.42
ADVANCE = 0.55
PACKAGE, CONDENSED_PACKAGE = "fonts-noto-core", "fonts-noto-extra"


@dataclass(frozen=True, slots=True)
class Font:
    """A family and its Debian package. `line_height` and `advance`, the average width of what
    `scripts.columns` counts as one column, are multiples of the font size. `condensed` is the
    family's narrow face; empty if it has none with a bold. `marks` is the script whose font has
    the punctuation that texts of this one borrow; empty if its own font has all.
    """

    family: str
    package: str = PACKAGE
    line_height: float = LINE_HEIGHT
    advance: float = ADVANCE
    condensed: str = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The table fonts.toml."""

    by_script: dict[str, Font]
    by_language: dict[str, Font]
    signs: tuple[Font, ...]  # of no script, the first that has a sign
    unsupported: dict[str, str]  # script → why


def choose(tags: Iterable[str], script: str) -> Font | None:
    """The font of the first of `tags` that has one, else the font of the script."""
    fonts = font_table()
    own = (fonts.by_language[tag] for tag in tags if tag in fonts.by_language)
    return next(own, fonts.by_script.get(script))


def families(font: Font) -> tuple[str, ...]:
    """The families in order of preference: the script's, those for Latin letters and borrowed
    punctuation, those of signs.
    """
    fonts = font_table()
    marks = (fonts.by_script[font.marks],) if font.marks else ()
    chosen = (font, fonts.by_script[LATIN], *marks, *fonts.signs)
    return tuple(dict.fromkeys(each.family for each in chosen))


def condensed(font: Font) -> tuple[str, ...]:
    """The narrow faces, in the order of `families`; none if the font has none."""
    latin = font_table().by_script[LATIN].condensed
    return tuple(dict.fromkeys((font.condensed, latin))) if font.condensed else ()


def family_of(script: str) -> str | None:
    """The family for the letters of a script (Unicode's property) in a text of any language."""
    font = font_table().by_script.get(USUAL.get(script, script))
    return font.family if font else None


def packages(wanted: frozenset[str] | None = None) -> dict[str, str]:
    """Family → its Debian package: for the families in `wanted`, or for all."""
    found = {font.family: font.package for font in _all()}
    found |= dict.fromkeys(all_condensed(), CONDENSED_PACKAGE)
    return {name: found[name] for name in found if wanted is None or name in wanted}


@cache
def all_condensed() -> tuple[str, ...]:
    """The narrow faces of all scripts."""
    return tuple(dict.fromkeys(font.condensed for font in _all() if font.condensed))


def _all() -> tuple[Font, ...]:
    fonts = font_table()
    return (*fonts.by_script.values(), *fonts.by_language.values(), *fonts.signs)


@cache
def font_table() -> Fonts:
    rows = table("fonts")
    return Fonts(
        {script: Font(**font) for script, font in rows["script"].items()},
        {tag: Font(**font) for tag, font in rows["language"].items()},
        tuple(Font(**font) for font in rows["sign"]),
        rows["unsupported"],
    )
