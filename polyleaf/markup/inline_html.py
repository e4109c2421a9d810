"""Inline nodes → HTML. The only place that turns text into markup, and it escapes all of it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from itertools import zip_longest

from markupsafe import Markup

from ..model.inline import (
    Blank,
    Cite,
    Emphasis,
    Foreign,
    Link,
    Node,
    Nodes,
    Placeholder,
    Run,
    Strong,
)
from ..model.leaflet import Asset
from ..model.sheet import Direction

# Readers that take a page's text by its places alone turn a line's runs round by their letters.
# Marks at the ends of a run tell them, and whoever pastes the text, which way its signs go.
MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WRITTEN = Markup("_" * 12)  # a line to write on, where no picture may stand
POP = "\N{POP DIRECTIONAL ISOLATE}"
# Of Arabic-Indic digits only a telephone number or a date stands in left-to-right text. Its groups
# would run from right to left (UAX #9, N1): a mark after each keeps them in order.
ARABIC_GROUP = re.compile("([٠-٩]+)(?![٠-٩])")
# A space that has no letter on both sides. An isolate in a link is not broken there: the engine
# lays its rest out without its start, and words alone find their direction.
SPACE_AT_SIGN = re.compile(r"(?<![^\W\d_]) | (?![^\W\d_])")


def html(
    nodes: Nodes, numbers: dict[str, int], base: Direction = "ltr", blank: Markup = WRITTEN
) -> Markup:
    """`numbers` gives each cited source its number; `base` is the direction of the line, and
    `blank` a line to write on.
    """
    return Markup("").join(_html(node, numbers, base, blank) for node in _bound(nodes))


def _bound(nodes: Nodes) -> Iterator[Node]:
    """A citation stays on the line of what it proves: its space goes inside, and does not break."""
    for node, following in zip_longest(nodes, nodes[1:]):
        if isinstance(node, Run) and isinstance(following, Cite):
            yield Run(node.text.rstrip(" "))
        elif node is not None:
            yield node


def _html(node: Node, numbers: dict[str, int], base: Direction, blank: Markup) -> Markup:
    match node:
        case Run(text):
            return Markup.escape(_in_order(text, base))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(html(children, numbers, base, blank))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(html(children, numbers, base, blank))
        case Link(address, children):
            return Markup('<a href="{}">{}</a>').format(address, _link_text(children, base))
        case Foreign(direction, children):
            inside = html(children, numbers, direction, blank)
            marked = (MARKS[direction], MARKS[base]) if direction != base else ("", "")
            return Markup('{2}<span dir="{0}">{1}{3}</span>{2}').format(
                direction, inside, marked[1], marked[0]
            )
        case Cite(sources):
            link = Markup('<a class="cite" href="#source-{0}">{1}[{0}{2}]</a>')
            mark = MARKS["rtl"] if base == "rtl" else ""
            return Markup("").join(
                link.format(numbers[source], NO_BREAK_SPACE, mark) for source in sources
            )
        case Blank():
            return blank
        case Placeholder(name):
            raise ValueError(f"the placeholder {name} was not filled")


def _in_order(text: str, base: Direction) -> str:
    return ARABIC_GROUP.sub(rf"\1{MARKS[base]}", text) if base == "ltr" else text


def _link_text(nodes: Nodes, base: Direction) -> str:
    """A link's words as one text: PDF/UA has no place for elements inside a link.

    What reads against the line is isolated by characters instead (UAX #9, LRI, RLI and PDI).
    """
    parts: list[str] = []
    for node in nodes:
        match node:
            case Run(text):
                parts.append(_in_order(text, base))
            case Foreign(direction, children):
                inside = SPACE_AT_SIGN.sub(NO_BREAK_SPACE, _link_text(children, direction))
                inside += MARKS[direction]
                parts.append(f"{MARKS[base]}{ISOLATES[direction]}{inside}{POP}{MARKS[base]}")
            case Strong(children) | Emphasis(children):
                parts.append(_link_text(children, base))
            case Blank():
                parts.append(WRITTEN)
    return "".join(parts)


def data_uri(asset: Asset) -> str:
    """The picture itself as an address, so that a sheet needs no other file."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode()}"
