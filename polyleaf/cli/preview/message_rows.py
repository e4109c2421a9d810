"""A task → its messages as the page lists them, and which of them stands at a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...markup import word_changes
from ...model.catalog import Message
from ...model.findings import Finding, Where
from ...model.leaflet import Leaflet, Text
from ...model.task import Target, Task
from ...model.unit import fingerprint
from ...translation import localize
from ...translation.catalog import Key
from ...translation.workflow import edit_message


def identity(key: Key) -> str:
    """What names a message, wherever it stands in its files: lines move at each save."""
    return fingerprint(*key, "")


@dataclass(frozen=True, slots=True)
class Rows:
    """The messages of a sheet in the order of its page."""

    rows: tuple[dict[str, Any], ...]
    keys: dict[str, Key]
    places: dict[Where, str]  # of sources and translations → the message
    target: Target | None  # whose translations may be written; None: the source itself is shown

    def at(self, where: Where) -> str:
        """The message at a place, or the one that begins above it in the same file."""
        if found := self.places.get(where):
            return found
        same = [place for place in self.places if place.path == where.path]
        above = [place for place in same if 0 < place.line <= where.line]
        return self.places[max(above)] if above else ""


def of(task: Task) -> Rows:
    """The messages of the reader's language; of a pair, of its first that is a translation."""
    target = next((each for each in task.languages if each.messages is not None), None)
    printed = localize.for_country(task.leaflet, task.clinic.country)
    keys: dict[str, Key] = {}
    rows: list[dict[str, Any]] = []
    for text in _once(printed):
        key = (text.context, text.value)
        keys[identity(key)] = key
        rows.append(_row(text, key, target))
    return Rows(tuple(rows), keys, dict(_places(task, printed)), target)


def _once(leaflet: Leaflet) -> Iterator[Text]:
    found: dict[Key, Text] = {}
    for text in localize.translatable(leaflet):
        found.setdefault((text.context, text.value), text)
    return iter(found.values())


def _places(task: Task, leaflet: Leaflet) -> Iterator[tuple[Where, str]]:
    for each in task.languages:
        for key, message in (each.messages.found if each.messages else {}).items():
            yield message.where, identity(key)
    for text in localize.translatable(leaflet):
        yield text.where, identity((text.context, text.value))


def _row(text: Text, key: Key, target: Target | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": identity(key),
        "context": text.context,
        "source": text.value,
        "sourceAt": place(text.where),
        "safety": text.safety,
        "comment": text.comment,
        "longest": text.max_length,
        "state": "source",
    }
    if target is None or target.messages is None:
        return row
    message = target.messages.found.get(key)
    return row | (_translated(key, message) if message else {"target": "", "state": "no entry"})


def _translated(key: Key, message: Message) -> dict[str, Any]:
    state = "fuzzy" if message.fuzzy else "translated" if message.usable else "untranslated"
    signed = message.signed is not None and message.signed == (key[1], message.text)
    former = message.former if message.fuzzy and message.former != key[1] else None
    return {
        "target": message.text,
        "targetAt": place(message.where),
        "state": state,
        "signed": signed and message.usable,
        "seal": edit_message.seal(key, message.text, fuzzy=message.fuzzy),
        "by": message.edited_by,
        "notes": [note.text for note in message.notes],
        "changes": [[each.kind, each.text] for each in _changes(former, key[1])],
    }


def _changes(former: str | None, now: str) -> tuple[word_changes.WordChange, ...]:
    """The words of the source that changed since it was translated."""
    if former is None:
        return ()
    old, new = ([f"{word} " for word in text.split()] for text in (former, now))
    return word_changes.between(old, new)


def place(where: Where) -> dict[str, Any]:
    return {"path": where.path, "line": where.line, "column": where.column}


def finding_rows(findings: tuple[Finding, ...], rows: Rows | None) -> list[dict[str, Any]]:
    """Findings as the page shows them, with the message that each is about."""
    return [
        place(each.where)
        | {
            "code": each.code,
            "message": each.message,
            "hint": each.hint,
            "severity": str(each.severity),
            "row": rows.at(each.where) if rows else "",
        }
        for each in sorted(set(findings), key=lambda each: (str(each.severity), each))
    ]
