"""`placeholder-lost`, `citation-lost`, `link-lost`, `emphasis-lost`: a translation has the
placeholders, citations, links and emphases of its source, each as often, and no others.

Markup that opens or closes nothing is `markup-unclosed`, as in the source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.findings import Finding
from ...model.inline import Cite, Emphasis, Link, Node, Placeholder, Strong, parse, walk
from ...model.unit import Unit
from ..shared.message_finding import message_finding


def check_message(unit: Unit) -> Iterator[Finding]:
    wanted, got = _signature(unit.source), _signature(unit.target)
    for code, shown in (wanted - got).elements():
        yield message_finding(unit, code, f"the translation lacks {shown}")
    for code, shown in (got - wanted).elements():
        yield message_finding(
            unit, code, f"the translation has {shown}, which is not in the source"
        )


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
