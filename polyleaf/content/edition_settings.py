"""The edition.toml tables of an edition and of those that it extends → its settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Literal, NamedTuple

from ..model.findings import Finding, PolyleafError, Where, did_you_mean
from ..model.sheet import Fitting
from . import fit_settings

PROPERTIES = ("paper", "type", "text")  # tables of custom properties for the style sheet
SHOWS = ("sheet", "messages")
KEYS = {
    "extends",
    "format",
    "max_pages",
    "smallest_type",
    "shows",
    "paper",
    "type",
    "text",
    "fit",
    "blank_foot",
}
PAPER = {"size", "margin", "columns", "gap"}
TEXT = {"width"}
NARROWEST, WIDEST = 20, 1_000  # columns of plain text
# Numbers with units, and names of paper sizes (CSS Paged Media 3, 7.1): nothing can end the rule.
VALUE = re.compile(r"[\w.%+-]{1,20}(?: [\w.%+-]{1,20}){0,3}", re.ASCII)
MOST_PAGES = 10_000
LARGEST_TYPE = 1_000  # points
NAME = re.compile(r"[a-z][a-z0-9-]*")


class Settings(NamedTuple):
    """An edition's settings. `properties` are custom properties of its style sheet."""

    format: str
    max_pages: int
    smallest_type: float  # points
    shows: Literal["sheet", "messages"]
    properties: tuple[tuple[str, str], ...]
    fitting: Fitting | None


def settings(
    chain: Sequence[tuple[str, Where, dict[str, Any]]], formats: Mapping[str, object]
) -> Settings:
    """The settings from `chain`, whose first table is the edition's own.

    Raises PolyleafError with every mistake in the tables.
    """
    findings = [finding for _, where, table in chain for finding in _wrong(table, where, formats)]
    merged: dict[str, Any] = {}
    properties: dict[str, str] = {}
    for _, _, table in reversed(chain):
        merged |= table
    where = chain[0][1]
    if "format" not in merged:
        hint = f"such as: format = {_named(formats)}"
        findings.append(Finding(where, "key-missing", "the key format is missing", hint))
    elif merged.get("shows") == "messages" and merged["format"] != "pdf":
        message = "an edition that shows messages must have the format pdf"
        findings.append(Finding(where, "value-unknown", message))
    if findings:
        raise PolyleafError(sorted(set(findings)))
    for (_, _, table), group in product(reversed(chain), PROPERTIES):
        values = table.get(group, {})
        properties |= {f"--{group}-{name}": str(value) for name, value in values.items()}
    return Settings(
        merged["format"],
        merged.get("max_pages", 0),
        merged.get("smallest_type", 0),
        merged.get("shows", "sheet"),
        tuple(properties.items()),
        fit_settings.fitting([table for _, _, table in reversed(chain)]),
    )


def _wrong(table: dict[str, Any], where: Where, formats: Mapping[str, object]) -> Iterator[Finding]:
    for key in table.keys() - KEYS:
        yield Finding(where, "key-unknown", f'unknown key "{key}"', did_you_mean(key, KEYS))
    if "format" in table and table["format"] not in [*formats]:
        yield Finding(where, "value-unknown", f"format must be {_named(formats)}")
    if table.get("shows", SHOWS[0]) not in SHOWS:
        yield Finding(where, "value-unknown", "shows must be sheet or messages")
    pages, smallest = table.get("max_pages", 0), table.get("smallest_type", 0)
    if type(pages) is not int or not 0 <= pages <= MOST_PAGES:
        message = f"max_pages must be a whole number, at most {MOST_PAGES:,}"
        yield Finding(where, "type", message)
    if type(smallest) not in (int, float) or not 0 <= smallest <= LARGEST_TYPE:
        message = f"smallest_type must be a number of points, at most {LARGEST_TYPE:,}"
        yield Finding(where, "type", message)
    yield from fit_settings.wrong(table, where)
    yield from _wrong_properties(table.get("paper", {}), "paper", where)
    yield from _wrong_properties(table.get("type", {}), "type", where)
    yield from _wrong_text(table.get("text", {}), where)


def _wrong_properties(values: object, group: str, where: Where) -> Iterator[Finding]:
    if not isinstance(values, dict):
        yield Finding(where, "type", f"{group} must be a table: [{group}]")
        return
    for name, value in values.items():
        if (group == "paper" and name not in PAPER) or not NAME.fullmatch(name):
            hint = did_you_mean(name, PAPER) if group == "paper" else "use small letters and -"
            yield Finding(where, "key-unknown", f'unknown key "{group}.{name}"', hint)
        elif type(value) not in (str, int, float) or not VALUE.fullmatch(str(value)):
            message = f"{group}.{name} must be a number or lengths"
            yield Finding(where, "type", message, 'such as "12pt" or "14mm 16mm 25mm"')


def _wrong_text(values: object, where: Where) -> Iterator[Finding]:
    if not isinstance(values, dict):
        yield Finding(where, "type", "text must be a table: [text]")
        return
    for name in values.keys() - TEXT:
        hint = did_you_mean(name, TEXT)
        yield Finding(where, "key-unknown", f'unknown key "text.{name}"', hint)
    width = values.get("width", 0)
    if type(width) is not int or not (width == 0 or NARROWEST <= width <= WIDEST):
        message = f"text.width must be a number of columns from {NARROWEST} to {WIDEST:,}, or 0"
        yield Finding(where, "type", message, "0 leaves each paragraph on one line")


def _named(formats: Mapping[str, object]) -> str:
    return " or ".join(sorted(formats, reverse=True))
