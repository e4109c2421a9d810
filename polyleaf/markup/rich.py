"""Inline nodes → HTML. The only place that turns text into markup, and it escapes all of it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import zip_longest

import segno
from markupsafe import Markup

from ..inline import Cite, Emphasis, Foreign, Link, Node, Nodes, Placeholder, Run, Strong
from ..model import Asset

ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
POP = "\N{POP DIRECTIONAL ISOLATE}"


def html(nodes: Nodes, numbers: dict[str, int]) -> Markup:
    """`numbers` gives each cited source its number in the list of sources."""
    return Markup("").join(_html(node, numbers) for node in _bound(nodes))


def _bound(nodes: Nodes) -> Iterator[Node]:
    """A citation stays on the line of what it proves: its space goes inside, and does not break."""
    for node, following in zip_longest(nodes, nodes[1:]):
        if isinstance(node, Run) and isinstance(following, Cite):
            yield Run(node.text.rstrip(" "))
        elif node is not None:
            yield node


def _html(node: Node, numbers: dict[str, int]) -> Markup:
    match node:
        case Run(text):
            return Markup.escape(text)
        case Strong(children):
            return Markup("<strong>{}</strong>").format(html(children, numbers))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(html(children, numbers))
        case Link(address, children):
            return Markup('<a href="{}">{}</a>').format(address, _link_text(children))
        case Foreign(direction, children):
            return Markup('<span dir="{}">{}</span>').format(direction, html(children, numbers))
        case Cite(sources):
            link = Markup('<a class="cite" href="#source-{0}">{1}[{0}]</a>')
            return Markup("").join(
                link.format(numbers[source], NO_BREAK_SPACE) for source in sources
            )
        case Placeholder(name):
            raise ValueError(f"the placeholder {name} was not filled")


def _link_text(nodes: Nodes) -> str:
    """A link's words as one text: PDF/UA has no place for elements inside a link.

    What reads against the line is isolated by characters instead (UAX #9, LRI, RLI and PDI).
    """
    parts: list[str] = []
    for node in nodes:
        match node:
            case Run(text):
                parts.append(text)
            case Foreign(direction, children):
                parts.append(f"{ISOLATES[direction]}{_link_text(children)}{POP}")
            case Strong(children) | Emphasis(children):
                parts.append(_link_text(children))
    return "".join(parts)


def data_uri(asset: Asset) -> str:
    """The picture itself as an address, so that a sheet needs no other file."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode()}"


def qr(address: str) -> str:
    """A QR code (ISO/IEC 18004, error correction M, quiet zone of four modules) as an address."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_data_uri(border=4, scale=4, title=address, omitsize=False)
