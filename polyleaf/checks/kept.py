"""`placeholder-lost`, `citation-lost`, `link-lost`: a translation keeps what is not language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..inline import Cite, Emphasis, Link, Node, Placeholder, Strong, parse, walk
from ..model import LocalizedLeaflet, Text, texts
from ..problems import Finding
from . import markup


def check(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    if sheet.provenance.method == "source":
        return
    for source, translated in zip(texts(sheet.source), texts(sheet.leaflet), strict=True):
        yield from markup.of_text(translated)
        yield from _compare(source, translated)


def _compare(source: Text, translated: Text) -> Iterator[Finding]:
    wanted, found = _signature(source), _signature(translated)
    for code, shown in (wanted - found).elements():
        yield Finding(translated.where, code, f"the translation lacks {shown}", _hint(source))
    for code, shown in (found - wanted).elements():
        message = f"the translation has {shown}, which the source has not"
        yield Finding(translated.where, code, message, _hint(source))


def _signature(text: Text) -> Counter[tuple[str, str]]:
    return Counter(sign for node in walk(parse(text.value)) for sign in _sign(node))


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


def _hint(source: Text) -> str:
    return f"the source is {source.where}"
