"""The table `fit` of edition.toml: how far a sheet may be set tighter, so that it fits its pages.

    [fit]
    pages = 4                 # sides that a sheet should have at most
    steps = 3                 # settings to choose from
    leading = [1.0, 0.87]     # the roomiest and the tightest: --fit-leading
    condensed = true          # then the same settings in narrow faces, if the language has some
    drop = ["list", "info"]   # what falls away then, in this order: .drop-list, .drop-info
    move = ["own"]            # before that, what is drawn in another place: .move-own, --moved-own

Every other key is a number that the style sheet uses as a custom property: one that it does not
use would have no effect, and is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, NamedTuple

from ..model.findings import Finding, did_you_mean
from ..model.sheet import FitSetting, Fitting
from .edition_file import EditionFile, Keys

NAME = re.compile(r"[a-z][a-z0-9-]*")
USED = re.compile(r"var\(\s*--fit-([a-z][a-z0-9-]*)")  # in a style sheet
PART = re.compile(r"\b(?:drop|move)-([a-z][a-z0-9-]*)")  # in a template; after - follows a number
MOST_STEPS = 6
MOST_DROPS = 20  # a sheet may be drawn once for each
MOST_PAGES = 1_000
MOST = 1_000  # of any other number
FIXED = ("pages", "steps", "condensed", "drop", "move")


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
    condensed = merged.get("condensed", False)
    drop, move = (tuple(merged.get(name, ())) for name in ("drop", "move"))
    if move:
        settings = list(_moved(settings, condensed, drop, move))
    else:
        if condensed:
            settings += [replace(setting, condensed=True) for setting in settings]
        tightest = settings[steps - 1].properties
        for end in range(len(drop)):
            settings.append(FitSetting(tightest, drop[: end + 1], condensed=condensed))
    return Fitting(tuple(settings), merged.get("pages", 0), float(blank_foot))


def _moved(
    settings: Sequence[FitSetting], condensed: bool, drop: Keys, move: Keys
) -> Iterator[FitSetting]:
    """What is moved may make room for all to be set roomily again, and so may what falls away."""
    faces = (False, True) if condensed else (False,)
    ends = product(range(len(drop) + 1), faces, range(len(move) + 1), settings)
    for dropped, narrow, moved, setting in ends:
        yield replace(setting, dropped=drop[:dropped], moved=move[:moved], condensed=narrow)


def _values(ranges: dict[str, list[float]], way: float) -> Iterator[tuple[str, str]]:
    """Each property at `way` from its roomiest value (0) to its tightest (1)."""
    for name, (first, last) in ranges.items():
        yield f"--fit-{name}", f"{first + (last - first) * way:.4g}"


class Used(NamedTuple):
    """What templates and style sheets use: leading of var(--fit-leading), list of drop-list."""

    keys: frozenset[str]
    parts: frozenset[str]


def used(templates: Iterable[str]) -> Used:
    texts = tuple(templates)
    keys, parts = (
        frozenset(name for text in texts for name in each.findall(text)) for each in (USED, PART)
    )
    return Used(keys, parts)


def wrong(file: EditionFile, used: Used) -> Iterator[Finding]:
    """What is wrong with the table `fit` of one edition.toml."""
    fit = file.table.get("fit", {})
    if not isinstance(fit, dict):
        hint = "such as: [fit] and pages = 4"
        yield Finding(file.at("fit"), "type", "fit must be a table: [fit]", hint)
        return
    for key, least, most in (("pages", 0, MOST_PAGES), ("steps", 1, MOST_STEPS)):
        if type(value := fit.get(key, least)) is not int or not least <= value <= most:
            message = f"fit.{key} must be a whole number, {least} to {most:,}"
            yield Finding(file.at("fit", key), "type", message, f"such as: {key} = 4")
    if type(fit.get("condensed", False)) is not bool:
        yield Finding(file.at("fit", "condensed"), "type", "fit.condensed must be true or false")
    for key in ("drop", "move"):
        if not _is_names(fit.get(key, [])):
            message = f"fit.{key} must be a list of names, at most {MOST_DROPS}"
            hint = f'such as: {key} = ["list", "info"]'
            yield Finding(file.at("fit", key), "type", message, hint)
        else:
            yield from _unknown_parts(file, key, used)
    for key, value in fit.items():
        if key in FIXED:
            continue
        if key not in used.keys:
            hint = did_you_mean(key, {*used.keys, *FIXED})
            yield Finding(file.at("fit", key), "key-unknown", f'unknown key "fit.{key}"', hint)
        elif not _is_range(value):
            message = f"fit.{key} must be two numbers: the roomiest and the tightest"
            hint = f"such as: {key} = [1.0, 0.9]; at most {MOST:,}"
            yield Finding(file.at("fit", key), "type", message, hint)


def _unknown_parts(file: EditionFile, key: str, used: Used) -> Iterator[Finding]:
    for name in file.table.get("fit", {}).get(key, ()):
        stem = re.sub("(?<=-)[0-9]+$", "", name)
        if stem not in used.parts or (stem.endswith("-") and stem == name):
            message = f'no template of the edition has a part "{name}"'
            hint = did_you_mean(name, used.parts) or f"a part has the class {key}-{name}"
            yield Finding(file.at("fit", key), "value-unknown", message, hint)


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
