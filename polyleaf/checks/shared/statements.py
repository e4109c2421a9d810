"""The texts of a leaflet that state something, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.inline import Cite, parse, walk
from ...model.leaflet import (
    Block,
    Evidence,
    Form,
    Leaflet,
    Options,
    Paragraph,
    Source,
    Table,
    Terms,
    Text,
)
from ...model.plans import AskBack
from ...model.walk import texts

GOOD = frozenset({"guideline", "review", "trial", "regulator", "patient-information"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A text with the grade of evidence beside it, and the texts around it that may cite for it."""

    text: Text
    evidence: Evidence | None = None
    around: tuple[Text, ...] = ()
    section: str = ""  # its id; empty above the sections
    block: Block | None = None

    @property
    def doubted(self) -> bool:
        """Whether the leaflet itself says that it is not sure."""
        return self.evidence in (Evidence.WEAK, Evidence.NONE)

    def cited(self, sentence: str, leaflet: Leaflet) -> tuple[Source, ...]:
        """The sources that a sentence of the text cites."""
        return _sources(sentence, leaflet)

    def sources(self, leaflet: Leaflet) -> tuple[Source, ...]:
        """The sources that it cites, or else those of the texts around it."""
        own = _sources(self.text.value, leaflet)
        return own or tuple(s for text in self.around for s in _sources(text.value, leaflet))


def statements(leaflet: Leaflet) -> Iterator[Statement]:
    """The texts on the page but for who wrote and paid, in the order of the page."""
    for text in (leaflet.title, leaflet.subtitle, *leaflet.summary):
        if text is not None:
            yield Statement(text)
    for section in leaflet.sections:
        yield Statement(section.heading, section=section.id)
        before: tuple[Text, ...] = ()
        for block in section.blocks:
            for one in _of_block(block, before):
                yield Statement(one.text, one.evidence, one.around, section.id, block)
            before = (block.text,) if isinstance(block, Paragraph) else ()


def _of_block(block: Block, before: tuple[Text, ...]) -> Iterator[Statement]:
    match block:
        case Terms():
            for term in block.items:
                sure = term.evidence or block.evidence
                yield Statement(term.term, sure, (term.text,))
                yield Statement(term.text, sure, before)
        case Options():
            for option in block.items:
                yield Statement(option.name)
                every = tuple(text for cell in option.cells for text in cell)
                for text in every:
                    yield Statement(text, option.evidence, ())
        case Table():
            yield Statement(block.caption)
            for row in block.rows:
                for text in row:
                    yield Statement(text, block.evidence, (*row, block.caption, *before))
        case Form() | AskBack():
            for text in texts(block):
                yield Statement(text, block.evidence)
        case _:
            every = tuple(texts(block))
            for text in every:
                yield Statement(text, block.evidence, before)


def _sources(value: str, leaflet: Leaflet) -> tuple[Source, ...]:
    if "[@" not in value:
        return ()
    known = {source.id: source for source in leaflet.sources}
    names = (n for node in walk(parse(value)) if isinstance(node, Cite) for n in node.sources)
    return tuple(known[name] for name in names if name in known)
