"""A task → its exact key: a hash of everything that goes into the sheet, and of nothing else.

Of catalogs it takes the messages that the sheet prints. Where a string stands and what was said to
its translator is not printed, so a new comment is no new sheet.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from .. import translate
from ..model import Asset, Edition, Leaflet, Messages, Task
from .hashing import text_digest

UNPRINTED = frozenset(("where", "review_by_where", "path", "comment"))
CHECKED_ONLY = frozenset(("glossary",))  # it is told of, and never printed
# A template that prints these, as one for reviewers does, prints more than the sheet's words.
PRINTS_MORE = re.compile(r"\.(comment|countries|findings|found|others|path|signed|waivers|where)\b")


def exact(task: Task, surroundings: Iterable[str]) -> str:
    """The key of a sheet; `surroundings` are the digests of what it is made with."""
    parts = [*surroundings]
    if _prints_more(task.edition):
        parts.append(text_digest(repr(task)))
    else:
        parts += _printed(task)
    return text_digest("\n".join(parts))


def _printed(task: Task) -> Iterator[str]:
    leaflet = _leaflet(task.leaflet, task.clinic.country)
    yield _leaflet_told(leaflet)
    for field in dataclasses.fields(task):
        value = getattr(task, field.name)
        match field.name:
            case "leaflet":
                continue
            case name if name in CHECKED_ONLY:
                continue
            case "messages":
                yield _messages(leaflet, value)
            case "words":
                yield _words(value)
            case "edition":
                yield _edition(value)
            case _:
                yield f"{field.name} {_told(value)}"


@lru_cache(maxsize=64)
def _leaflet(leaflet: Leaflet, country: str) -> Leaflet:
    return translate.for_country(leaflet, country)


@lru_cache(maxsize=64)
def _leaflet_told(leaflet: Leaflet) -> str:
    return text_digest(_told(leaflet))


def _messages(leaflet: Leaflet, messages: Messages | None) -> str:
    if messages is None:
        return "messages none"
    keys = ((text.context, text.value) for text in translate.translatable(leaflet))
    said = [(key, _said(messages, key)) for key in keys]
    return f"messages {said!r} {_told(messages.provenance)}"


def _said(messages: Messages, key: tuple[str | None, str]) -> str | None:
    message = messages.found.get(key)
    return message.text if message is not None and message.usable else None


def _words(messages: Messages | None) -> str:
    if messages is None:
        return "words none"
    said = sorted(
        (context or "", msgid, m.text) for (context, msgid), m in messages.found.items() if m.usable
    )
    return f"words {said!r}"


@lru_cache(maxsize=16)
def _edition(edition: Edition) -> str:
    return text_digest(_told(edition))


@lru_cache(maxsize=16)
def _prints_more(edition: Edition) -> bool:
    return any(
        PRINTS_MORE.search(file.text) for file in edition.files if file.name.endswith(".html")
    )


def _told(node: object) -> str:
    """A value and all in it as text, but for what no sheet prints."""
    if isinstance(node, Asset):
        return f"picture {node.name} {hashlib.sha256(node.data).hexdigest()}"
    kind: Any = type(node)
    if names := _fields(kind):
        inside = ", ".join(f"{name}={_told(getattr(node, name))}" for name in names)
        return f"{type(node).__name__}({inside})"
    if isinstance(node, tuple):
        return f"({', '.join(map(_told, node))})"
    return repr(node)


@cache
def _fields(kind: Any) -> list[str]:
    """The printed fields of a dataclass or of a named tuple."""
    dataclass = dataclasses.is_dataclass(kind)
    names = (f.name for f in dataclasses.fields(kind)) if dataclass else ()
    return [name for name in getattr(kind, "_fields", names) if name not in UNPRINTED]
