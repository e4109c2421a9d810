"""`markup-unclosed`, `link-address`: a string's small Markdown is whole and its links are safe."""

from __future__ import annotations

from collections.abc import Iterator

from ..inline import SAFE_ADDRESS, Link, Run, parse, walk
from ..model import Clinic, Leaflet, Text, texts
from ..problems import Finding

SIGNS = ("**", "[@", "](")


def check(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    for text in texts(leaflet):
        yield from of_text(text)


def of_text(text: Text) -> Iterator[Finding]:
    """What is wrong with one string, in any language."""
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
