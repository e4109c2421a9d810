"""`placeholder-lost`, `citation-lost`, `link-lost`, `emphasis-lost`: what is not language is kept.

A translation has the placeholders, citations, links and emphases of its source, each as often, and
no other ones. Markup that opens or closes nothing, and an address that no sheet may link to, are
told as in the source (`markup-unclosed`, `link-address`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...inline import Cite, Emphasis, Link, Node, Placeholder, Strong, parse, walk
from ...model import Text, Unit
from ...problems import Finding
from .. import markup
from .found import found


def check(unit: Unit) -> Iterator[Finding]:
    yield from markup.of_text(Text(unit.target, unit.where, unit.context))
    wanted, got = _signature(unit.source), _signature(unit.target)
    for code, shown in (wanted - got).elements():
        yield found(unit, code, f"the translation lacks {shown}")
    for code, shown in (got - wanted).elements():
        yield found(unit, code, f"the translation has {shown}, which the source has not")


def _signature(value: str) -> Counter[tuple[str, str]]:
    return Counter(sign for node in walk(parse(value)) for sign in _sign(node))


def _sign(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Placeholder(name):
            yield "placeholder-lost", "{" + name + "}"
        case Cite(sources):
            yield from (("citation-lost", f"[@{source}]") for source in sources)
        case Link(address, _):
            yield "link-lost", f"the link to {address}"
        case Strong() | Emphasis():
            yield "emphasis-lost", "**strong**" if isinstance(node, Strong) else "*emphasis*"
