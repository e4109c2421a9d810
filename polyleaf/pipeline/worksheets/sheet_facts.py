"""A localized sheet → what can be counted in it, each with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ... import languages
from ...checks.shared.prose import prose
from ...model.findings import Finding
from ...model.inline import Cite, Link, parse, walk
from ...model.leaflet import (
    Block,
    Bullets,
    Callout,
    Figure,
    Form,
    Options,
    Steps,
    Table,
    Terms,
    Text,
)
from ...model.plans import AskBack, Schedule, Zones
from ...model.sheet import LocalizedLeaflet
from ...model.walk import parts, texts
from ...model.worksheet import Evidenced
from .word_facts import WordFacts, at

MOST_ITEMS = 7  # of a list (CDC)
B = TypeVar("B", bound=Block)


class SheetFacts(WordFacts):
    """What the blocks of the sheet tell, and the words."""

    __slots__ = ()

    def summary(self) -> list[Evidenced]:
        return [at(text) for text in self.leaflet.summary]

    def headings(self) -> list[Evidenced]:
        return [at(section.heading) for section in self.leaflet.sections]

    def lists(self) -> list[Evidenced]:
        bullets = [at(block.items[0].text) for block in self.blocks(Bullets)]
        return [*bullets, *(at(block.items[0].text) for block in self.blocks(Steps))]

    def long_lists(self) -> list[Evidenced]:
        lists = self.blocks(Bullets)
        return [at(block.items[0].text) for block in lists if len(block.items) > MOST_ITEMS]

    def of(self, *kinds: type[Block]) -> list[Evidenced]:
        """The first text of each block of some kinds."""
        return [
            at(first) for kind in kinds for block in self.blocks(kind) for first in _first(block)
        ]

    def blocks(self, kind: type[B]) -> list[B]:
        return list(parts(self.leaflet.sections, kind))

    def figures(self) -> list[Evidenced]:
        return [at(figure.caption) for figure in self.blocks(Figure)]

    def options(self) -> list[Evidenced]:
        """The options of treatment that have both benefits and risks."""
        every = (option for block in self.blocks(Options) for option in block.items)
        return [at(option.name) for option in every if option.benefits and option.risks]

    def tables(self) -> list[Evidenced]:
        return self.of(Table, Options, Schedule)

    def wide_tables(self, most: int) -> list[Evidenced]:
        return [at(table.caption) for table in self.blocks(Table) if len(table.columns) > most]

    def questions(self) -> list[Evidenced]:
        """Questions for the reader to ask, or to answer in their own words."""
        asked = self._english(lambda each: each.question and each.role in ("list-item", "step"))
        return [*asked, *self.of(AskBack)]

    def tools(self) -> list[Evidenced]:
        return self.of(Form, AskBack, Schedule, Zones)

    def urgent(self) -> list[Evidenced]:
        return [at(box.text) for box in self.blocks(Callout) if box.tone == "urgent"]

    def steps(self) -> list[Evidenced]:
        return self.of(Steps, Schedule, Zones)

    def actions(self) -> list[Evidenced]:
        """What readers are asked to do, by the English words or by the kind of block."""
        return self.commands() or [*self.steps(), *self.urgent()]

    def unknown(self) -> list[Evidenced]:
        said = self.untold()
        cells = [
            at(text) for each in self.blocks(Options) for o in each.items for text in o.unknown
        ]
        return [*said, *cells]

    def cited(self) -> list[Evidenced]:
        return [at(text) for text in texts(self.leaflet) if _has(text, Cite)]

    def links(self) -> list[Evidenced]:
        return [at(text) for text in texts(self.leaflet.sections) if _has(text, Link)]

    def graded(self) -> bool:
        """Whether the sheet says of anything how sure it is."""
        blocks = (block for section in self.leaflet.sections for block in section.blocks)
        items = (
            i for b in blocks for i in (b, *(b.items if isinstance(b, Options | Terms) else ()))
        )
        return any(item.evidence for item in items)


def facts(sheet: LocalizedLeaflet, findings: Iterable[Finding]) -> SheetFacts:
    source = languages.find(sheet.source.language)
    pairs = zip(texts(sheet.source), texts(sheet.leaflet), strict=True)
    return SheetFacts(
        sheet,
        tuple(findings),
        prose(sheet.leaflet, sheet.language),
        prose(sheet.source, source),
        dict(pairs),
    )


def _first(block: Block) -> Iterator[Text]:
    yield from list(texts(block))[:1]


def _has(text: Text, kind: type[object]) -> bool:
    return any(isinstance(node, kind) for node in walk(parse(text.value)))
