"""`row-shifted`: a message has its own translation, not that of its neighbour.

A row that was inserted or lost in a spreadsheet shifts all that follow. Citations, placeholders,
links and numbers in a translation that are those of the message before or after it, and not its
own, show it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model.findings import Finding
from ...model.inline import Cite, Link, Placeholder, parse, walk
from ...model.unit import Translation, Unit
from ..shared.message_finding import message_finding, shorten
from ..shared.printed_text import printed

NUMBER = re.compile(r"\d+")
Signs = Counter[object]


def check_catalog(translation: Translation) -> Iterator[Finding]:
    units = translation.units
    sources = [_signs(unit.source) for unit in units]
    for at, unit in enumerate(units):
        found = _signs(unit.target)
        if not found or found == sources[at]:
            continue
        for near in (at + 1, at - 1):
            if 0 <= near < len(units) and found == sources[near] and sources[near] != sources[at]:
                yield _finding(unit, units[near], "next" if near > at else "previous")
                break


def _finding(unit: Unit, neighbour: Unit, which: str) -> Finding:
    message = (
        f'it seems to be the translation of the {which} message, "{shorten(neighbour.source)}"'
    )
    hint = "look at the messages around it: their rows may be shifted"
    return message_finding(unit, "row-shifted", message, hint)


def _signs(value: str) -> Signs:
    """What a translation keeps as it is."""
    signs: Signs = Counter(NUMBER.findall(printed(value)))
    for node in walk(parse(value)):
        match node:
            case Cite(cited):
                signs.update(cited)
            case Placeholder(name) | Link(name, _):
                signs[name] += 1
    return signs
