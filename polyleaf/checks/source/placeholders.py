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
from ...model.leaflet import Text


def check_text(text: Text, clinic: Clinic) -> Iterator[Finding]:
    known = {name for name, value in clinic.values if value}
    of_leaflet = not text.context.startswith("clinic/")
    for name in _named(text.value):
        if of_leaflet and COPY_PLACEHOLDER.fullmatch(name):
            if text.context == "leaflet/title":
                message = f"the title holds {{{name}}}, which is for one person"
                hint = "write it into the subtitle or the text"
                yield Finding(text.where, "placeholder-in-title", message, hint)
        elif name not in known:
            yield _unknown(name, text, known)


def _unknown(name: str, text: Text, known: set[str]) -> Finding:
    message = f"unknown placeholder {{{name}}}"
    hint = did_you_mean(name, known) or "clinic.yaml gives their values"
    return Finding(text.where, "placeholder-unknown", message, hint)


def _named(value: str) -> Iterator[str]:
    """The placeholders of a string."""
    return (node.name for node in walk(parse(value)) if isinstance(node, Placeholder))
