"""The edition.toml tables of an edition and of those that it extends → its settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, Literal, NamedTuple

from ..model.findings import Finding, PolyleafError, did_you_mean
from ..model.folds import Imposition
from ..model.look import Look
from ..model.sheet import Fitting
from . import fit_settings, impose_settings
from .clinic import colours, papers
from .edition_file import EditionFile

PROPERTIES = ("paper", "type", "text", "colours")  # tables of custom properties of the style sheet
SHOWS = ("sheet", "messages")
KEYS = {
    *("extends", "format", "max_pages", "smallest_type", "shows", "sources", "mono"),
    *("fit", "blank_foot", "impose", "pair"),
    *PROPERTIES,
}
PAPER = {"size", "margin", "columns", "gap", "options", "foot"}
TEXT = {"width"}
NARROWEST, WIDEST = 20, 1_000  # columns of plain text
# Numbers with units, and names of paper sizes (CSS Paged Media 3, 7.1): nothing can end the rule.
VALUE = re.compile(r"[\w.%+-]{1,20}(?: [\w.%+-]{1,20}){0,3}", re.ASCII)
MOST_PAGES = 10_000
LARGEST_TYPE = 1_000  # points
LARGEST_FOOT = 1_000  # millimetres
NAME = re.compile(r"[a-z][a-z0-9-]*")


class Settings(NamedTuple):
    """An edition's settings. `properties` are custom properties of its style sheet."""

    format: str
    max_pages: int
    smallest_type: float  # points
    blank_foot: float  # millimetres
    shows: Literal["sheet", "messages"]
    properties: tuple[tuple[str, str], ...]
    classes: tuple[str, ...]  # of the page: columns-1, mono
    fitting: Fitting | None
    sources: bool  # whether sheets name them
    imposition: Imposition | None
    pair: bool  # whether sheets are in two languages


def settings(
    chain: Sequence[EditionFile],
    formats: Mapping[str, object],
    look: Look,
    templates: Iterable[str],
) -> Settings:
    """The settings from `chain`, whose first file is the edition's own, as the clinic wants them.

    `templates` are the texts of the templates and style sheets that use them.
    Raises PolyleafError with every mistake in the files.
    """
    findings = [finding for file in chain for finding in _wrong(file, formats)]
    used = fit_settings.used(templates)
    findings += (finding for file in chain for finding in fit_settings.wrong(file, used))
    findings += (finding for file in chain for finding in impose_settings.wrong(file))
    merged: dict[str, Any] = {}
    properties: dict[str, str] = {}
    for file in reversed(chain):
        merged |= file.table
    own = chain[0]
    if "format" not in merged:
        hint = f"such as: format = {_named(formats)}"
        findings.append(Finding(own.where, "key-missing", "the key format is missing", hint))
    elif merged.get("shows") == "messages" and merged["format"] != "pdf":
        message = "an edition that shows messages must have the format pdf"
        findings.append(Finding(own.at("format"), "value-unknown", message))
    if findings:
        raise PolyleafError(sorted(set(findings)))
    for file, group in product(reversed(chain), ("paper", "type", "text")):
        values = file.table.get(group, {})
        properties |= {f"--{group}-{name}": str(value) for name, value in values.items()}
    if merged.get("shows") == "messages":  # for the staff
        look = Look()
    look = replace(look, mono=look.mono or merged.get("mono", False))
    properties |= _paper(chain, properties, look)
    if imposition := impose_settings.imposition(chain, properties, look):
        properties |= impose_settings.properties(imposition, properties["--paper-size"])
    properties |= colours.properties(_colours(chain) | dict(look.colours), mono=look.mono)
    columns = properties.get("--paper-columns")
    classes = (f"columns-{columns}" if columns else "", "mono" if look.mono else "")
    return Settings(
        merged["format"],
        merged.get("max_pages", 0),
        merged.get("smallest_type", 0),
        merged.get("blank_foot", 0),
        merged.get("shows", "sheet"),
        tuple(properties.items()),
        tuple(filter(None, classes)),
        fit_settings.fitting([file.table for file in reversed(chain)]),
        merged.get("sources", True),
        imposition,
        merged.get("pair", False),
    )


def _paper(
    chain: Sequence[EditionFile], properties: Mapping[str, str], look: Look
) -> Mapping[str, str]:
    """What the clinic says of its paper, for an edition on paper.

    An edition whose own table names a size stays on it, as a4 does; one column stays one column.
    """
    found: dict[str, str] = {}
    own = (file.table.get("paper", {}) for file in chain if file.edition == chain[0].edition)
    if "--paper-size" in properties:
        if look.paper and not any("size" in table for table in own):
            found["--paper-size"] = papers.SIZES[look.paper]
        if look.columns == 1:
            found["--paper-columns"] = "1"
    return found


def _colours(chain: Sequence[EditionFile]) -> dict[str, str]:
    tables = [file.table.get("colours", {}) for file in reversed(chain)]
    return {name: value for table in tables for name, value in table.items()}


def _wrong(file: EditionFile, formats: Mapping[str, object]) -> Iterator[Finding]:
    table, at = file.table, file.at
    for key in table.keys() - KEYS:
        yield Finding(at(key), "key-unknown", f'unknown key "{key}"', did_you_mean(key, KEYS))
    if "format" in table and table["format"] not in [*formats]:
        yield Finding(at("format"), "value-unknown", f"format must be {_named(formats)}")
    if table.get("shows", SHOWS[0]) not in SHOWS:
        yield Finding(at("shows"), "value-unknown", "shows must be sheet or messages")
    if type(table.get("sources", True)) is not bool:
        yield Finding(at("sources"), "type", "sources must be true or false")
    if type(table.get("pair", False)) is not bool:
        yield Finding(at("pair"), "type", "pair must be true or false")
    pages, smallest = table.get("max_pages", 0), table.get("smallest_type", 0)
    if type(pages) is not int or not 0 <= pages <= MOST_PAGES:
        message = f"max_pages must be a whole number, at most {MOST_PAGES:,}"
        yield Finding(at("max_pages"), "type", message)
    if type(smallest) not in (int, float) or not 0 <= smallest <= LARGEST_TYPE:
        message = f"smallest_type must be a number of points, at most {LARGEST_TYPE:,}"
        yield Finding(at("smallest_type"), "type", message)
    if type(table.get("mono", False)) is not bool:
        yield Finding(at("mono"), "type", "mono must be true or false")
    yield from _wrong_colours(table.get("colours", {}), file)
    foot = table.get("blank_foot", 0)
    if type(foot) not in (int, float) or not 0 <= foot <= LARGEST_FOOT:
        message = f"blank_foot must be a number of millimetres, at most {LARGEST_FOOT:,}"
        yield Finding(at("blank_foot"), "type", message)
    yield from _wrong_properties(table.get("paper", {}), "paper", file)
    yield from _wrong_properties(table.get("type", {}), "type", file)
    yield from _wrong_text(table.get("text", {}), file)


def _wrong_colours(values: object, file: EditionFile) -> Iterator[Finding]:
    if not isinstance(values, dict):
        yield Finding(file.at("colours"), "type", "colours must be a table: [colours]")
        return
    for name, value in values.items():
        where = file.at("colours", name)
        if name not in colours.NAMES:
            hint = did_you_mean(name, colours.NAMES)
            yield Finding(where, "key-unknown", f'unknown key "colours.{name}"', hint)
        elif type(value) is not str or not colours.is_colour(value):
            message = f"colours.{name} is not a colour"
            yield Finding(where, "colour-form", message, 'such as "#0b4f5c"')


def _wrong_properties(values: object, group: str, file: EditionFile) -> Iterator[Finding]:
    if not isinstance(values, dict):
        yield Finding(file.at(group), "type", f"{group} must be a table: [{group}]")
        return
    for name, value in values.items():
        where = file.at(group, name)
        if (group == "paper" and name not in PAPER) or not NAME.fullmatch(name):
            hint = did_you_mean(name, PAPER) if group == "paper" else "use small letters and -"
            yield Finding(where, "key-unknown", f'unknown key "{group}.{name}"', hint)
        elif type(value) not in (str, int, float) or not VALUE.fullmatch(str(value)):
            message = f"{group}.{name} must be a number or lengths"
            yield Finding(where, "type", message, 'such as "12pt" or "14mm 16mm 25mm"')


def _wrong_text(values: object, file: EditionFile) -> Iterator[Finding]:
    if not isinstance(values, dict):
        yield Finding(file.at("text"), "type", "text must be a table: [text]")
        return
    for name in values.keys() - TEXT:
        hint = did_you_mean(name, TEXT)
        yield Finding(file.at("text", name), "key-unknown", f'unknown key "text.{name}"', hint)
    width = values.get("width", 0)
    if type(width) is not int or not (width == 0 or NARROWEST <= width <= WIDEST):
        message = f"text.width must be a number of columns from {NARROWEST} to {WIDEST:,}, or 0"
        hint = "0 leaves each paragraph on one line"
        yield Finding(file.at("text", "width"), "type", message, hint)


def _named(formats: Mapping[str, object]) -> str:
    return " or ".join(sorted(formats, reverse=True))
