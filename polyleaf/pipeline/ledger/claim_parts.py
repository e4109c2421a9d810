"""Leaflet → the texts that may claim something, each with what it is about and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...checks.shared.sentences import Sentence, sentences
from ...model.inline import Cite, leaves, parse
from ...model.leaflet import Block, Callout, Evidence, Leaflet, Options, Terms, Text
from ...model.walk import texts

HEAD = "Head of the sheet"


@dataclass(frozen=True, slots=True)
class ClaimPart:
    text: Text
    section: str  # its heading
    about: str = ""  # the term, the option or the heading of the box that it explains
    evidence: Evidence | None = None
    only: tuple[str, ...] = ()  # ISO 3166 alpha-2

    def statements(self) -> Iterator[tuple[str, list[str]]]:
        """(as written, ids of the sources it cites) of each sentence that cites some.

        Where the part is graded, sentences without a source of their own belong to
        the next one that has, or to the last: all of them are graded together.
        """
        every = [(each.raw, _cited(each)) for each in sentences(self.text.value)]
        if self.evidence is None:
            yield from ((raw, cited) for raw, cited in every if cited)
            return
        held = ""
        joined: list[tuple[str, list[str]]] = []
        for raw, cited in every:
            held += raw
            if cited:
                joined.append((held, cited))
                held = ""
        if held and joined:
            joined[-1] = joined[-1][0] + held, joined[-1][1]
        elif held:
            joined.append((held, []))
        yield from joined


def claim_parts(leaflet: Leaflet) -> Iterator[ClaimPart]:
    """In the order of the page."""
    for text in texts((leaflet.title, leaflet.subtitle, leaflet.summary)):
        yield ClaimPart(text, HEAD)
    for section in leaflet.sections:
        yield ClaimPart(section.heading, section.heading.value)
        for block in section.blocks:
            for text, about, evidence in _of_block(block):
                yield ClaimPart(text, section.heading.value, about, evidence, block.countries)


def _of_block(block: Block) -> Iterator[tuple[Text, str, Evidence | None]]:
    """Its texts; names of terms, options and boxes are no claims, but what the claims are about."""
    match block:
        case Terms():
            for term in block.items:
                yield term.text, term.term.value, term.evidence or block.evidence
        case Options():
            for option in block.items:
                for text in texts(option.cells):
                    yield text, option.name.value, option.evidence or block.evidence
        case Callout():
            yield block.text, block.heading.value, block.evidence
        case _:
            yield from ((text, "", block.evidence) for text in texts(block))


def _cited(sentence: Sentence) -> list[str]:
    nodes = leaves(parse(sentence.raw))
    return list(dict.fromkeys(s for node in nodes if isinstance(node, Cite) for s in node.sources))
