"""The table `fit` of edition.toml: how far a sheet may be set tighter, so that it fits its pages.

    [fit]
    pages = 4                 # sides that a sheet should have at most
    steps = 3                 # settings to choose from
    leading = [1.0, 0.87]     # the roomiest and the tightest: --fit-leading
    drop = ["list", "info"]   # what falls away then, in this order: .drop-list, .drop-info

Every other key is a number that the style sheet uses as a custom property: one that it does not
use would have no effect, and is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..model.findings import Finding, Where, did_you_mean
from ..model.sheet import FitSetting, Fitting

NAME = re.compile(r"[a-z][a-z0-9-]*")
USED = re.compile(r"var\(\s*--fit-([a-z][a-z0-9-]*)")  # in a style sheet
MOST_STEPS = 6
MOST_DROPS = 20  # a sheet may be drawn once for each
MOST_PAGES = 1_000
MOST = 1_000  # of any other number
FIXED = ("pages", "steps", "drop")


def fitting(tables: Sequence[dict[str, Any]]) -> Fitting | None:
    """From edition.toml tables, each of which replaces keys of those before; none without `fit`."""
    merged: dict[str, Any] = {}
    blank_foot = 0.0
    for table in tables:
        merged |= table.get("fit", {})
        blank_foot = table.get("blank_foot", blank_foot)
    if not merged:
        return None
    steps = merged.get("steps", 1)
    ranges = {name: value for name, value in merged.items() if name not in FIXED}
    settings = [
        FitSetting(tuple(_values(ranges, step / max(1, steps - 1)))) for step in range(steps)
    ]
    for end in range(len(drop := tuple(merged.get("drop", ())))):
        settings.append(FitSetting(settings[steps - 1].properties, drop[: end + 1]))
    return Fitting(tuple(settings), merged.get("pages", 0), float(blank_foot))


def _values(ranges: dict[str, list[float]], way: float) -> Iterator[tuple[str, str]]:
    """Each property at `way` from its roomiest value (0) to its tightest (1)."""
    for name, (first, last) in ranges.items():
        yield f"--fit-{name}", f"{first + (last - first) * way:.4g}"


def used(styles: Iterable[str]) -> frozenset[str]:
    """The keys that style sheets use: leading of var(--fit-leading)."""
    return frozenset(name for text in styles for name in USED.findall(text))


def wrong(table: dict[str, Any], where: Where, known: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with the table `fit` of one edition.toml; `known` are the keys in use."""
    fit = table.get("fit", {})
    if not isinstance(fit, dict):
        yield Finding(where, "type", "fit must be a table: [fit]", "such as: [fit] and pages = 4")
        return
    for key, least, most in (("pages", 0, MOST_PAGES), ("steps", 1, MOST_STEPS)):
        if type(value := fit.get(key, least)) is not int or not least <= value <= most:
            message = f"fit.{key} must be a whole number, {least} to {most:,}"
            yield Finding(where, "type", message, f"such as: {key} = 4")
    if not _is_names(fit.get("drop", [])):
        message = f"fit.drop must be a list of names, at most {MOST_DROPS}"
        yield Finding(where, "type", message, 'such as: drop = ["list", "info"]')
    for key, value in fit.items():
        if key in FIXED:
            continue
        if key not in known:
            hint = did_you_mean(key, {*known, *FIXED})
            yield Finding(where, "key-unknown", f'unknown key "fit.{key}"', hint)
        elif not _is_range(value):
            message = f"fit.{key} must be two numbers: the roomiest and the tightest"
            yield Finding(where, "type", message, f"such as: {key} = [1.0, 0.9]; at most {MOST:,}")


def _is_names(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_DROPS
        and all(isinstance(name, str) and NAME.fullmatch(name) for name in value)
    )


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(number) in (int, float) and 0 <= number <= MOST for number in value)
    )
