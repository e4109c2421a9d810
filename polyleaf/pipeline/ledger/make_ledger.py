"""Leaflet → the ledger of its claims, in the order of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ... import languages
from ...checks.shared.sentences import Sentence, sentences
from ...model.inline import Cite, Nodes, Placeholder, Run, leaves, parse
from ...model.leaflet import Block, Evidence, Leaflet, Options, Source, Terms, Text
from ...model.ledger import CitedWork, LedgerClaim
from ...model.walk import texts
from .work_keys import work_keys

HEAD = "Head of the sheet"
YEAR = r"(?:19|20)\d\d"
MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
DATE = re.compile(
    rf"\b(?:{YEAR}-\d\d-\d\d|(?:\d{{1,2}} )?(?:{MONTH}) (?:\d{{1,2}}, )?{YEAR}|{YEAR})\b"
)
Graded = tuple[Text, str, Evidence | None, tuple[str, ...]]  # with section and countries


def works_of(leaflet: Leaflet) -> tuple[CitedWork, ...]:
    """The sources that a leaflet lists. An address that two of them have tells neither."""
    keys = Counter(key for source in leaflet.sources for key in work_keys(source))
    return tuple(_work(leaflet, source, keys) for source in leaflet.sources)


def of_leaflet(leaflet: Leaflet) -> tuple[LedgerClaim, ...]:
    """Each sentence that cites a listed source, or stands in a part whose certainty is told."""
    works = {work.id: work for work in works_of(leaflet)}
    found: list[LedgerClaim] = []
    for text, section, evidence, only in _graded(leaflet):
        for sentence in sentences(text.value):
            cited = tuple(works[name] for name in _cited(sentence) if name in works)
            if not cited and evidence is None:
                continue
            said = _said(parse(sentence.raw))
            found.append(
                LedgerClaim(
                    leaflet=leaflet.name,
                    number=len(found) + 1,
                    where=text.where,
                    section=section,
                    text=said,
                    evidence=evidence,
                    works=cited,
                    only=only,
                    places=tuple(dict.fromkeys(_places(said, leaflet))),
                    dates=tuple(dict.fromkeys(DATE.findall(said))),
                )
            )
    return tuple(found)


def _graded(leaflet: Leaflet) -> Iterator[Graded]:
    for text in texts((leaflet.title, leaflet.subtitle, leaflet.summary)):
        yield text, HEAD, None, ()
    for section in leaflet.sections:
        for text in texts(section.heading):
            yield text, section.heading.value, None, ()
        for block in section.blocks:
            for text, evidence in _of_block(block):
                yield text, section.heading.value, evidence, block.countries


def _of_block(block: Block) -> Iterator[tuple[Text, Evidence | None]]:
    """Its texts, with the certainty of the part that they stand in; names make no claim."""
    match block:
        case Terms():
            for term in block.items:
                yield term.term, None
                yield term.text, term.evidence or block.evidence
        case Options():
            for option in block.items:
                yield option.name, None
                for text in texts(option.cells):
                    yield text, option.evidence or block.evidence
        case _:
            yield from ((text, block.evidence) for text in texts(block))


def _work(leaflet: Leaflet, source: Source, shared: Counter[str]) -> CitedWork:
    return CitedWork(
        leaflet=leaflet.name,
        id=source.id,
        short=source.short,
        level=source.level,
        year=source.year,
        url=source.url,
        keys=tuple(
            key for key in work_keys(source) if not key.startswith("url:") or shared[key] == 1
        ),
        where=source.where,
    )


def _cited(sentence: Sentence) -> list[str]:
    nodes = leaves(parse(sentence.raw))
    return list(dict.fromkeys(s for node in nodes if isinstance(node, Cite) for s in node.sources))


def _said(nodes: Nodes) -> str:
    """The words without markup; a placeholder as it is written."""
    words = "".join(
        node.text if isinstance(node, Run) else f"{{{node.name}}}"
        for node in leaves(nodes)
        if isinstance(node, Run | Placeholder)
    )
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(words.split()))


def _places(said: str, leaflet: Leaflet) -> Iterable[str]:
    if leaflet.language.partition("-")[0] == languages.ENGLISH:
        return languages.places(said)
    return languages.country_names(languages.find(leaflet.language)).found(said).values()
