"""Which font a language is set in: by the language, else by its script."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LATIN = "Latn"
# Scripts that several of fonts.toml have letters of: the one whose font is taken.
USUAL = {"Hani": "Hans", "Bopo": "Hant", "Hira": "Jpan", "Kana": "Jpan", "Hang": "Kore"}
LINE_HEIGHT = 1.42
PACKAGE = "fonts-noto-core"


@dataclass(frozen=True, slots=True)
class Font:
    """A family and the Debian package that holds it; `line_height` is a multiple of the size."""

    family: str
    package: str = PACKAGE
    line_height: float = LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Fonts:
    """What fonts.toml says."""

    by_script: dict[str, Font]
    by_language: dict[str, Font]
    unsupported: dict[str, str]  # script → why


def choose(tags: Iterable[str], script: str) -> Font | None:
    """The font of the first of `tags` that has one of its own, else that of the script."""
    fonts = table()
    own = (fonts.by_language[tag] for tag in tags if tag in fonts.by_language)
    return next(own, fonts.by_script.get(script))


def families(font: Font) -> tuple[str, ...]:
    """The families in order of choice: Latin letters inside any text have theirs."""
    return tuple(dict.fromkeys((font.family, table().by_script[LATIN].family)))


def family_of(script: str) -> str | None:
    """What letters of a script (Unicode's property) are set in where no language says otherwise."""
    font = table().by_script.get(USUAL.get(script, script))
    return font.family if font else None


def packages(wanted: frozenset[str] | None = None) -> dict[str, str]:
    """family → the Debian package that holds it: of `wanted`, or of all."""
    fonts = table()
    chosen = (*fonts.by_script.values(), *fonts.by_language.values())
    return {font.family: font.package for font in chosen if wanted is None or font.family in wanted}


@lru_cache(maxsize=1)
def table() -> Fonts:
    told = tomllib.loads((Path(__file__).parent / "fonts.toml").read_text("utf-8"))
    return Fonts(
        {script: Font(**font) for script, font in told["script"].items()},
        {tag: Font(**font) for tag, font in told["language"].items()},
        told["unsupported"],
    )
