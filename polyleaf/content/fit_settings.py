"""The table `fit` of edition.toml: how far a sheet may be set tighter, so that it fits its pages.

    [fit]
    pages = 4                 # sides that a sheet should have at most
    steps = 3                 # settings to choose from
    leading = [1.0, 0.87]     # the roomiest and the tightest: --fit-leading
    drop = ["list", "info"]   # what falls away then, in this order: .drop-list, .drop-info

Every other key is a number that the style sheet uses as a custom property.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..model.findings import Finding, Where
from ..model.sheet import FitSetting, Fitting

NAME = re.compile(r"[a-z][a-z0-9-]*")
MOST_STEPS = 6
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


def wrong(table: dict[str, Any], where: Where) -> Iterator[Finding]:
    """What is wrong with the keys `fit` and `blank_foot` of one table."""
    blank_foot, fit = table.get("blank_foot", 0), table.get("fit", {})
    if type(blank_foot) not in (int, float) or not 0 <= blank_foot <= MOST:
        message = f"blank_foot must be a number of millimetres, at most {MOST}"
        yield Finding(where, "type", message)
    if not isinstance(fit, dict):
        yield Finding(where, "type", "fit must be a table: [fit]")
        return
    for key, most in (("pages", MOST_PAGES), ("steps", MOST_STEPS)):
        least = 1 if key == "steps" else 0
        if type(value := fit.get(key, least)) is not int or not least <= value <= most:
            yield Finding(where, "type", f"fit.{key} must be a whole number, {least} to {most}")
    drop = fit.get("drop", [])
    if not isinstance(drop, list) or not all(
        isinstance(n, str) and NAME.fullmatch(n) for n in drop
    ):
        hint = 'such as: drop = ["list", "info"]'
        yield Finding(where, "type", "fit.drop must be a list of names", hint)
    for key, value in fit.items():
        if key in FIXED:
            continue
        if not NAME.fullmatch(key):
            hint = "use small letters and -"
            yield Finding(where, "key-unknown", f'unknown key "fit.{key}"', hint)
        elif not _is_range(value):
            message = f"fit.{key} must be two numbers: the roomiest and the tightest"
            yield Finding(where, "type", message, f"such as: {key} = [1.0, 0.9]")


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(number) in (int, float) and 0 <= number <= MOST for number in value)
    )
