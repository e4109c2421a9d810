"""Inline nodes → HTML. The only place that turns text into markup, and it escapes all of it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from itertools import zip_longest

import segno
from markupsafe import Markup

from ..inline import Cite, Emphasis, Foreign, Link, Node, Nodes, Placeholder, Run, Strong
from ..model import Asset, Direction

ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WORD_JOINER = "\N{WORD JOINER}"
POP = "\N{POP DIRECTIONAL ISOLATE}"
# Groups of Arabic-Indic digits, also in a left-to-right run, run from right to left if only a space
# or a hyphen is between them (UAX #9, N1): a mark after each keeps a telephone number in order.
ARABIC_GROUP = re.compile("([٠-٩]+)(?![٠-٩])")
MARKED = "\\1\N{LEFT-TO-RIGHT MARK}"
# What has no letter on both its sides. An isolate in a link must not be divided there: the engine
# lays the next line out without its start.
SPACE_AT_SIGN = re.compile(r"(?<![^\W\d_]) | (?![^\W\d_])")
DASH = re.compile(r"(?<=[–—])(?=\d)")


def html(nodes: Nodes, numbers: dict[str, int], inside: Direction | None = None) -> Markup:
    """`numbers` gives each cited source its number in the list of sources.

    `inside` is the direction of the foreign run that the nodes stand in.
    """
    return Markup("").join(_html(node, numbers, inside) for node in _bound(nodes))


def _bound(nodes: Nodes) -> Iterator[Node]:
    """A citation stays on the line of what it proves: its space goes inside, and does not break."""
    for node, following in zip_longest(nodes, nodes[1:]):
        if isinstance(node, Run) and isinstance(following, Cite):
            yield Run(node.text.rstrip(" "))
        elif node is not None:
            yield node


def _html(node: Node, numbers: dict[str, int], inside: Direction | None) -> Markup:
    match node:
        case Run(text):
            return Markup.escape(_steadied(text, inside))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(html(children, numbers, inside))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(html(children, numbers, inside))
        case Link(address, children):
            return Markup('<a href="{}">{}</a>').format(address, _link_text(children, inside))
        case Foreign(direction, children):
            run = html(children, numbers, direction)
            return Markup('<span dir="{}">{}</span>').format(direction, run)
        case Cite(sources):
            link = Markup('<a class="cite" href="#source-{0}">{1}[{0}]</a>')
            return Markup("").join(
                link.format(numbers[source], NO_BREAK_SPACE) for source in sources
            )
        case Placeholder(name):
            raise ValueError(f"the placeholder {name} was not filled")


def _steadied(text: str, inside: Direction | None) -> str:
    return ARABIC_GROUP.sub(MARKED, text) if inside == "ltr" else text


def _link_text(nodes: Nodes, inside: Direction | None) -> str:
    """A link's words as one text: PDF/UA has no place for elements inside a link.

    What reads against the line is isolated by characters instead (UAX #9, LRI, RLI and PDI).
    """
    parts: list[str] = []
    for node in nodes:
        match node:
            case Run(text):
                parts.append(_steadied(text, inside))
            case Foreign(direction, children):
                run = SPACE_AT_SIGN.sub(NO_BREAK_SPACE, _link_text(children, direction))
                run = DASH.sub(WORD_JOINER, run)
                parts.append(f"{ISOLATES[direction]}{run}{POP}")
            case Strong(children) | Emphasis(children):
                parts.append(_link_text(children, inside))
    return "".join(parts)


def data_uri(asset: Asset) -> str:
    """The picture itself as an address, so that a sheet needs no other file."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode()}"


def qr(address: str) -> str:
    """A QR code (ISO/IEC 18004, error correction M, quiet zone of four modules) as an address."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_data_uri(border=4, scale=4, title=address, omitsize=False)
