"""Colours: how they are written, how dark they must be, and those that follow from the accent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...model.findings import Finding, Severity
from ...model.look import Colours
from ..yaml import Fault, Scalar

NAMES = ("accent", "ink", "quiet", "urgent")
WRITTEN = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
# Text needs 4.5:1 (WCAG 2.2, 1.4.3), also on a tint of the accent and on a poor copy.
CONTRAST = 6.0
STEP = 0.95
TINT, LINE = 0.075, 0.42  # of the accent, on white
BLACK, WHITE = "#000000", "#ffffff"
RGB = tuple[int, int, int]


def is_colour(value: str) -> bool:
    return WRITTEN.fullmatch(value) is not None


def written(value: Scalar) -> Scalar:
    """A validator of a shape."""
    if not is_colour(value):
        hint = 'three or six hexadecimal digits in quotes: "#0b4f5c"'
        raise Fault("colour-form", f'"{value[:40]}" is not a colour', hint)
    return value


def dark_enough(given: Mapping[str, Scalar]) -> tuple[Colours, tuple[Finding, ...]]:
    """The colours, darkened where they cannot be read on white, and warnings about these."""
    made: list[tuple[str, str]] = []
    warnings: list[Finding] = []
    for name, value in given.items():
        colour = darkened(_rgb(value))
        made.append((name, _hex(colour)))
        if colour != _rgb(value):
            ratio = f"{_on_white(_rgb(value)):.1f}:1"
            message = f"{name} {value} has a contrast of {ratio} on white; {_hex(colour)} is used"
            hint = f"write a colour with at least {CONTRAST:.0f}:1"
            where = value.where
            warnings.append(Finding(where, "colour-contrast", message, hint, Severity.WARNING))
    return tuple(made), tuple(warnings)


def darkened(colour: RGB) -> RGB:
    """The colour, 5 % darker as often as it takes."""
    while _on_white(colour) < CONTRAST:
        red, green, blue = (round(part * STEP) for part in colour)
        colour = (red, green, blue)
    return colour


def properties(colours: Mapping[str, str], *, mono: bool) -> Iterator[tuple[str, str]]:
    """The custom properties of a style sheet, without colour if it is for such a printer."""
    made = {name: _hex(_rgb(value)) for name, value in colours.items()}
    if mono:
        made = {name: _grey(value) if name == "quiet" else BLACK for name, value in made.items()}
    yield from ((f"--{name}", value) for name, value in made.items())
    if "accent" in made:
        accent = _rgb(made["accent"])
        yield "--tint", WHITE if mono else _hex(_mixed(accent, TINT))
        yield "--line", _hex(_mixed(accent, LINE))


def _rgb(value: str) -> RGB:
    digits = value[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def _hex(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _mixed(colour: RGB, share: float) -> RGB:
    """So much of the colour, and white."""
    red, green, blue = (round(255 - share * (255 - part)) for part in colour)
    return (red, green, blue)


def _grey(value: str) -> str:
    """As dark as the colour, as PDF turns it to grey (ISO 32000-1, 10.3.3)."""
    red, green, blue = _rgb(value)
    level = round(0.3 * red + 0.59 * green + 0.11 * blue)
    return _hex((level, level, level))


def _on_white(colour: RGB) -> float:
    """The contrast ratio of WCAG 2.2 on white."""
    parts = (part / 255 for part in colour)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
