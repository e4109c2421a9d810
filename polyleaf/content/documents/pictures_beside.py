"""Pictures that web pages and Markdown name: those in the folder of the file, or below it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ... import files
from ...model.findings import PolyleafError, Where
from .sections import DocumentPart

MOST_BYTES = 20_000_000  # of a picture
Beside = Callable[[str], bytes]  # a name → the bytes of that file, or none


def nothing(_: str) -> bytes:
    return b""


def below(folder: Path) -> Beside:
    """Files below a folder; nothing for a path that leads out of it, or that is not there."""

    def read(name: str) -> bytes:
        try:
            return files.read_inside(folder, name, Where(name), MOST_BYTES)
        except PolyleafError:
            return b""  # the picture is then a comment with its address

    return read


def take(sections: list[DocumentPart], beside: Beside) -> None:
    """Read the pictures of figures that have none yet."""
    figures = [block.picture for section in sections for block in section.blocks if block.picture]
    for picture in figures:
        if name := _name(picture.address):
            picture.suffix = PurePosixPath(name).suffix.lower().removeprefix(".")
            picture.data = beside(name) if picture.is_known else b""


def _name(address: str) -> str:
    """The path of an address that has no more than a path, from where the file is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc or parts.path.startswith("/") else unquote(parts.path)
