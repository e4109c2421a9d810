"""`bidi-exposed`, `bidi-number`: text that reads against its line is drawn where it belongs.

Such runs are isolated automatically. `bidi-exposed` is what isolation cannot put right: a bracket
without its partner inside a run, a link that ends inside one (`character-bidi` reports controls of
direction). `bidi-number` is a number that may belong to the name before it or to the words after
it: where it is drawn depends on which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity, Where
from ...model.inline import Emphasis, Foreign, Link, Nodes, Strong, parse
from ...model.leaflet import Leaflet
from ...model.sheet import Direction
from ...model.unit import Unit
from ...model.walk import texts
from ...typography import isolate
from ...typography.line import length, read
from ...typography.signs import NONE, pairs

MessageAndHint = tuple[str, str]
PlacedRun = tuple[int, int, Foreign]  # start, end

ITEM = re.compile(r"\s*\w{1,3}[)\]]")  # b) begins the item of a list
COUNTED = re.compile(r"\w*[a-z]{2} \d+(?: ?[-–] ?\d+)?$")  # Paracetamol 2, Aspirin 1–2; not SPF 30
LETTERS = ("R", "AL")
# The blocks of right-to-left scripts (DerivedBidiClass: R, AL or AN by default).
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for text in texts(leaflet):
        yield from _of_text(text.value, "ltr", text.where)


def check_message(unit: Unit) -> Iterator[Finding]:
    yield from _of_text(unit.target, unit.language.direction, unit.where)


def _of_text(value: str, direction: Direction, where: Where) -> Iterator[Finding]:
    # A text that reads with its line all along has no such run.
    if direction == "rtl" or RIGHT_TO_LEFT.search(value):
        yield from of_nodes(isolate(parse(value), direction), direction, where)


def of_nodes(nodes: Nodes, direction: Direction, where: Where) -> Iterator[Finding]:
    """What of a typeset string may be drawn elsewhere than where it is read."""
    for message, hint in (*_exposed(nodes, direction), *_parted(nodes, direction)):
        yield Finding(where, "bidi-exposed", message, hint)
    for message, hint in _counted(nodes, direction):
        yield Finding(where, "bidi-number", message, hint, severity=Severity.WARNING)


def _exposed(nodes: Nodes, direction: Direction) -> Iterator[MessageAndHint]:
    """Letters and numbers that read against their line without a run of their own."""
    line = read(nodes, direction)
    for bare, places in groupby(
        range(len(line.text)),
        lambda i: not line.isolated[i] and line.directions[i] not in (None, direction),
    ):
        if bare:
            excerpt = "".join(line.text[i] for i in places)
            yield (
                f'"{excerpt}" reads against its line',
                "this is a bug in Polyleaf; please report it",
            )
    for _, _, run in _runs(nodes, 0):
        yield from _exposed(run.children, run.direction)


def _parted(nodes: Nodes, direction: Direction) -> Iterator[MessageAndHint]:
    """Two runs that would be one but for a bracket without its partner, or the end of a link."""
    text = read(nodes, direction).text
    partners = pairs(text)
    for (start, left, run), (right, end, other) in pairwise(_runs(nodes, 0)):
        if run.direction != other.direction or any(map(str.isalnum, text[left:right])):
            continue
        both = f'"{text[start:left]}" and "{text[right:end]}"'
        lone = [i for i in range(left, right) if partners.get(i) == NONE]
        if lone and not ITEM.match(text, 0, right):
            yield f'"{text[lone[0]]}" without its partner parts {both}', "put in the other bracket"
        elif not text[left:right].strip():
            yield f"a link ends between {both}", "put both of them into the link, or none"


def _counted(nodes: Nodes, direction: Direction) -> Iterator[MessageAndHint]:
    text = read(nodes, direction).text
    for start, end, run in _runs(nodes, 0):
        following = text[end:].lstrip()[:1]
        if (
            run.direction == "ltr"
            and following
            and unicodedata.bidirectional(following) in LETTERS
            and COUNTED.search(text, start, end)
        ):
            message = f'the number in "{text[start:end]}" may be read with the words after it'
            yield message, "if it belongs to them, put a comma before it; else write its unit"


def _runs(nodes: Nodes, start: int) -> Iterator[PlacedRun]:
    """The outermost runs of a line, with their places in it."""
    for node in nodes:
        end = start + length(node)
        match node:
            case Foreign():
                yield start, end, node
            case Strong(children) | Emphasis(children) | Link(_, children):
                yield from _runs(children, start)
        start = end
