"""`markup-unclosed`, `link-address`: a text's inline markup is whole and its links are safe."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.clinic import Clinic
from ...model.findings import Finding
from ...model.inline import SAFE_ADDRESS, Link, Run, parse, walk
from ...model.leaflet import Leaflet, Text
from ...model.unit import Unit
from ...model.walk import texts

SIGNS = ("**", "[@", "](")


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    own = (text for each in clinic.own_texts() for _, _, text in each.texts)
    for text in (*texts(leaflet), *own):
        yield from _of_text(text)


def check_message(unit: Unit) -> Iterator[Finding]:
    yield from _of_text(Text(unit.target, unit.where, unit.context))


def _of_text(text: Text) -> Iterator[Finding]:
    for node in walk(parse(text.value)):
        match node:
            case Run(run):
                for sign in SIGNS:
                    if sign in run:
                        message = f'"{sign}" opens or closes nothing'
                        hint = "write **strong**, [@source] or [text](address)"
                        yield Finding(text.where, "markup-unclosed", message, hint)
            case Link(address, _) if not SAFE_ADDRESS.fullmatch(address):
                message = f'"{address}" is not an address that a sheet may link to'
                hint = "start it with https://, mailto: or tel:"
                yield Finding(text.where, "link-address", message, hint)
