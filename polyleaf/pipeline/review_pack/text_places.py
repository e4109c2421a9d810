"""Leaflet → its texts in the order of the page, each with its section and role in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.catalog import Messages
from ...model.leaflet import Block, Callout, Leaflet, Text
from ...model.walk import texts

HEAD, FOOT, WORDS = "Head of the sheet", "About this sheet", "Words of the page"
ROLES = {
    "ask-back": "Question to answer in one's own words",
    "benefit": "Benefit of an option",
    "figure-alt": "Description of the picture, read aloud",
    "figure-caption": "Caption of the picture",
    "figure-label": "Label in the picture",
    "form-column": "Column of a form",
    "form-heading": "Heading of a form",
    "funding": "Who paid for the sheet",
    "medicine": "Name of a medicine",
    "medicine-form": "What is counted of a medicine",
    "medicine-purpose": "What a medicine is for",
    "medicine-strength": "Strength of a medicine",
    "option": "Name of an option",
    "picture-text": "Words in the picture",
    "reviewer-role": "Role of a reviewer",
    "risk": "Risk of an option",
    "step-alt": "Description of the picture of a step, read aloud",
    "table-caption": "Caption of a table",
    "table-cell": "Cell of a table",
    "table-column": "Column of a table",
    "term-text": "Explanation of a term",
    "unknown": "What is not known of an option",
    "written-by": "Who wrote the sheet",
    "zone-action": "What I do in a zone",
    "zone-name": "Name of a zone",
    "zone-sign": "How I am in a zone",
}
BOXES = {
    "info": "Information box",
    "caution": "Caution box",
    "urgent": "Warning box",
    "green": "Green box",
    "amber": "Amber box",
}


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text and its place on the sheet."""

    text: Text
    section: str
    block: Block | None = None

    @property
    def role(self) -> str:
        role = self.text.context.rpartition("/")[2]
        if isinstance(self.block, Callout):
            box = BOXES[self.block.tone]
            return f"Heading of the {box.lower()}" if role == "callout-heading" else box
        return ROLES.get(role) or role.replace("-", " ").capitalize()


def of_leaflet(leaflet: Leaflet) -> Iterator[PlacedText]:
    """Yield every text in the order of the page."""
    for text in texts((leaflet.title, leaflet.subtitle, leaflet.summary)):
        yield PlacedText(text, HEAD)
    for section in leaflet.sections:
        yield PlacedText(section.heading, section.heading.value)
        for block in section.blocks:
            for text in texts(block):
                yield PlacedText(text, section.heading.value, block)
    for text in texts((leaflet.written_by, leaflet.reviewed_by, leaflet.funding)):
        if not (
            text.context == "leaflet/funding" and text.value == "none"
        ):  # a word of the interface
            yield PlacedText(text, FOOT)


def of_words(words: Messages) -> Iterator[PlacedText]:
    """Yield the words of the interface that the catalog has."""
    for (context, msgid), message in words.found.items():
        yield PlacedText(Text(msgid, message.where, context or ""), WORDS)
