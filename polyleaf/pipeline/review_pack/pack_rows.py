"""Leaflet × Messages × findings → the rows of a pack, in the order of the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...model.catalog import Message, Messages, Provenance, Waiver
from ...model.findings import Finding, Where
from ...model.leaflet import Leaflet, Text
from ...model.pack import ChangeKind, MessageState, PackPart, PackRow
from ...model.unit import fingerprint
from . import text_places
from .text_places import PlacedText


class _Rows:
    """Makes the rows of one catalog, or of the source if `messages` is None."""

    def __init__(self, messages: Messages | None, findings: Iterable[Finding]) -> None:
        self.messages = messages
        self.compared = messages is not None and any(
            message.signed for message in messages.found.values()
        )
        self.at: dict[Where, list[Finding]] = defaultdict(list)
        for finding in sorted(findings, key=lambda finding: finding.severity):
            self.at[finding.where].append(finding)

    def part(self, shown: Iterable[PlacedText], file: str, after: int = 0) -> PackPart:
        """Return the rows, numbered from `after` + 1."""
        origin = self.messages.provenance if self.messages else Provenance("source")
        rows = (self._row(number, placed) for number, placed in enumerate(shown, after + 1))
        return PackPart(file, origin, tuple(rows))

    def _row(self, number: int, placed: PlacedText) -> PackRow:
        text = placed.text
        key = (text.context or None, text.value)
        message = self.messages.found.get(key) if self.messages else None
        here = dict.fromkeys((text.where, *((message.where,) if message else ())))
        return PackRow(
            number=number,
            section=placed.section,
            role=placed.role,
            text=text,
            countries=placed.block.countries if placed.block else (),
            target=message.text if message else "",
            state=self._state(message),
            signed=message.signed if message else None,
            change=self._change(text, message),
            findings=tuple(finding for place in here for finding in self.at[place]),
            waivers=tuple(_waivers(text, message)) if message else (),
            notes=message.notes if message else (),
        )

    def _state(self, message: Message | None) -> MessageState:
        if self.messages is None:
            return "source"
        if message is None or not (message.usable or message.fuzzy):
            return "missing"
        return "ready" if message.usable else "fuzzy"

    def _change(self, text: Text, message: Message | None) -> ChangeKind:
        if not self.compared:
            return "unknown"
        if message is None or message.signed is None:
            return "new"
        return "same" if message.signed == (text.value, message.text) else "changed"


def of_leaflet(
    leaflet: Leaflet, messages: Messages | None, findings: Iterable[Finding]
) -> PackPart:
    """Return each message of the leaflet once, where the sheet prints it first."""
    first: dict[tuple[str, str], PlacedText] = {}
    for placed in text_places.of_leaflet(leaflet):
        first.setdefault((placed.text.context, placed.text.value), placed)
    file = messages.path if messages else leaflet.where.path
    return _Rows(messages, findings).part(first.values(), file)


def of_words(words: Messages, findings: Iterable[Finding], after: int) -> PackPart:
    """Return the words of the interface that the catalog has."""
    return _Rows(words, findings).part(text_places.of_words(words), words.path, after)


def _waivers(text: Text, message: Message) -> Iterator[tuple[Waiver, bool]]:
    now = fingerprint(text.context, text.value, message.text)
    return ((waiver, waiver.fingerprint == now) for waiver in message.waivers)
