"""A document → its blocks alone, for a document that is no new leaflet."""

from __future__ import annotations

from pathlib import PurePath

from ...model.findings import Finding, PolyleafError, Where
from . import html_blocks
from .blocks import DocumentBlock
from .one_document import CONTROL, OTHERS
from .to_html import READERS


def blocks(data: bytes, path: str) -> list[DocumentBlock]:
    """What the file at `path` is made of; raises PolyleafError if it is no document."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in READERS:
        message = f"files that end in {suffix or 'nothing'} are not read"
        hint = OTHERS.get(suffix, f"read are {', '.join(READERS)}")
        raise PolyleafError([Finding(Where(path), "document-kind", message, hint)])
    return html_blocks.read(CONTROL.sub(" ", READERS[suffix](data, path).html))
