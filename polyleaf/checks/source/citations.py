"""`sources-unknown`, `sources-unused`: every source that is cited is listed, and the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding, Severity, did_you_mean
from ...model.inline import Cite, parse, walk
from ...model.leaflet import Leaflet
from ...model.walk import texts


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    known = {source.id for source in leaflet.sources}
    cited: set[str] = set()
    for text in texts(leaflet):
        for node in walk(parse(text.value)):
            for name in node.sources if isinstance(node, Cite) else ():
                cited.add(name)
                if name not in known:
                    hint = did_you_mean(name, known)
                    yield Finding(text.where, "sources-unknown", f'no source "{name}"', hint)
    for own in clinic.own_texts():
        for _, _, text in own.texts:
            if any(isinstance(node, Cite) for node in walk(parse(text.value))):
                message, hint = "the clinic's own text cites a source", "leaflets have the sources"
                yield Finding(text.where, "sources-unknown", message, hint)
    for source in leaflet.sources:
        if source.id not in cited:
            message = f'nothing cites the source "{source.id}"'
            hint = f"write [@{source.id}] behind what it supports, or take the source out"
            yield Finding(source.where, "sources-unused", message, hint, Severity.WARNING)
