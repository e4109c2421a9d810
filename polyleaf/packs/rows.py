"""Leaflet × Messages × findings → the rows of a pack, in the order of the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import (
    Block,
    Callout,
    Fate,
    Leaflet,
    Message,
    Messages,
    Part,
    Provenance,
    Row,
    State,
    Text,
    Waiver,
    seal,
    texts,
)
from ..problems import Finding, Where

HEAD, FOOT, WORDS = "Head of the sheet", "About this sheet", "Words of the page"
ROLES = {
    "benefit": "Benefit of an option",
    "figure-alt": "Description of the picture, read aloud",
    "figure-caption": "Caption of the picture",
    "figure-label": "Label in the picture",
    "form-column": "Column of a form",
    "form-heading": "Heading of a form",
    "funding": "Who paid for the sheet",
    "option": "Name of an option",
    "reviewer-role": "Role of a reviewer",
    "risk": "Risk of an option",
    "table-caption": "Caption of a table",
    "table-cell": "Cell of a table",
    "table-column": "Column of a table",
    "term-text": "Explanation of a term",
    "unknown": "What is not known of an option",
    "written-by": "Who wrote the sheet",
}
BOXES = {"info": "Information box", "caution": "Caution box", "urgent": "Warning box"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and where the sheet has it."""

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


@dataclass
class Desk:
    """Makes the rows of one catalog; no messages: it is the source."""

    messages: Messages | None
    findings: Iterable[Finding]

    def __post_init__(self) -> None:
        found = self.messages.found.values() if self.messages else ()
        self.compared = any(message.signed for message in found)
        self.at: dict[Where, list[Finding]] = defaultdict(list)
        for finding in sorted(self.findings, key=lambda finding: finding.severity):
            self.at[finding.where].append(finding)

    def part(self, places: Iterable[Placed], file: str, after: int = 0) -> Part:
        """The rows, numbered from the one after `after`."""
        origin = self.messages.provenance if self.messages else Provenance("source")
        rows = (self._row(number, placed) for number, placed in enumerate(places, after + 1))
        return Part(file, origin, tuple(rows))

    def _row(self, number: int, placed: Placed) -> Row:
        text = placed.text
        key = (text.context or None, text.value)
        message = self.messages.found.get(key) if self.messages else None
        places = dict.fromkeys((text.where, *((message.where,) if message else ())))
        return Row(
            number=number,
            section=placed.section,
            role=placed.role,
            text=text,
            countries=placed.block.countries if placed.block else (),
            target=message.text if message else "",
            state=self._state(message),
            signed=message.signed if message else None,
            fate=self._fate(text, message),
            findings=tuple(finding for place in places for finding in self.at[place]),
            waivers=tuple(_waivers(text, message)) if message else (),
        )

    def _state(self, message: Message | None) -> State:
        if self.messages is None:
            return "source"
        if message is None or not (message.usable or message.fuzzy):
            return "missing"
        return "ready" if message.usable else "fuzzy"

    def _fate(self, text: Text, message: Message | None) -> Fate:
        if not self.compared:
            return "unknown"
        if message is None or message.signed is None:
            return "new"
        return "same" if message.signed == (text.value, message.text) else "changed"


def of_leaflet(leaflet: Leaflet, messages: Messages | None, findings: Iterable[Finding]) -> Part:
    """Each message of the leaflet once, where the sheet has it first."""
    first: dict[tuple[str, str], Placed] = {}
    for placed in _placed(leaflet):
        first.setdefault((placed.text.context, placed.text.value), placed)
    file = messages.path if messages else leaflet.where.path
    return Desk(messages, findings).part(first.values(), file)


def of_words(words: Messages, findings: Iterable[Finding], after: int) -> Part:
    """The interface's words, as far as the catalog has them."""
    places = (
        Placed(Text(msgid, message.where, context or ""), WORDS)
        for (context, msgid), message in words.found.items()
    )
    return Desk(words, findings).part(places, words.path, after)


def _placed(leaflet: Leaflet) -> Iterator[Placed]:
    """Every text in the order of the page."""
    for text in texts((leaflet.title, leaflet.subtitle, leaflet.summary)):
        yield Placed(text, HEAD)
    for section in leaflet.sections:
        yield Placed(section.heading, section.heading.value)
        for block in section.blocks:
            for text in texts(block):
                yield Placed(text, section.heading.value, block)
    for text in texts((leaflet.written_by, leaflet.reviewed_by, leaflet.funding)):
        if not (text.context == "leaflet/funding" and text.value == "none"):  # the interface's
            yield Placed(text, FOOT)


def _waivers(text: Text, message: Message) -> Iterator[tuple[Waiver, bool]]:
    now = seal(text.context, text.value, message.text)
    return ((waiver, waiver.seal == now) for waiver in message.waivers)
