"""`placeholder-unknown`: every {placeholder} has a value in clinic.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from ..inline import Placeholder, parse, walk
from ..model import Clinic, Leaflet, texts
from ..problems import Finding, did_you_mean


def check(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    known = {name for name, value in clinic.values if value}
    for text in texts(leaflet):
        for node in walk(parse(text.value)):
            if isinstance(node, Placeholder) and node.name not in known:
                message = f"unknown placeholder {{{node.name}}}"
                hint = did_you_mean(node.name, known) or "clinic.yaml gives their values"
                yield Finding(text.where, "placeholder-unknown", message, hint)
