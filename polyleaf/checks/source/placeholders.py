"""`placeholder-unknown`, `placeholder-in-title`: every {placeholder} has a value.

The clinic's values stand in clinic.yaml. Those of {copy.appointment} and the like stand in a batch
file, for one person; every other sheet has a blank line to write on. A title has none of these: it
names the sheet in lists of files, in windows and in printers' queues.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding, did_you_mean
from ...model.inline import COPY_PLACEHOLDER, Placeholder, parse, walk
from ...model.leaflet import Leaflet, Text
from ...model.walk import texts


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    known = {name for name, value in clinic.values if value}
    for text in texts(leaflet):
        for name in _named(text.value):
            if COPY_PLACEHOLDER.fullmatch(name):
                if text == leaflet.title:
                    message = f"the title holds {{{name}}}, which is for one person"
                    hint = "write it into the subtitle or the text"
                    yield Finding(text.where, "placeholder-in-title", message, hint)
            elif name not in known:
                yield _unknown(name, text, known)
    for own in clinic.own_texts():
        for _, _, text in own.texts:
            yield from (_unknown(n, text, known) for n in _named(text.value) if n not in known)


def _unknown(name: str, text: Text, known: set[str]) -> Finding:
    message = f"unknown placeholder {{{name}}}"
    hint = did_you_mean(name, known) or "clinic.yaml gives their values"
    return Finding(text.where, "placeholder-unknown", message, hint)


def _named(value: str) -> Iterator[str]:
    """The placeholders of a string."""
    return (node.name for node in walk(parse(value)) if isinstance(node, Placeholder))
