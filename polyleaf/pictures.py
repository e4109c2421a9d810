"""Picture files → Asset: what a sheet may show, looked at before anything is drawn with it."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from . import files
from .model import Asset
from .problems import Finding, PolyleafError, Where

MAX_BYTES = 4_000_000
MAX_PIXELS = 25_000_000  # A4 at 300 dpi has nine million
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


def read(folder: Path, name: str, where: Where) -> Asset:
    """A picture below `folder`, named at `where`; raises PolyleafError if it cannot be drawn."""
    path = files.inside(folder, name, where)
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        hint = f"use one of: {', '.join(sorted(MEDIA_TYPES))}"
        raise PolyleafError([Finding(where, "picture-type", f'"{name}" is no picture', hint)])
    if path.stat().st_size > MAX_BYTES:
        message = f'"{name}" has over {MAX_BYTES:,} bytes'
        raise PolyleafError([Finding(where, "picture-size", message, "make it smaller")])
    data = path.read_bytes()
    fault = _vector_fault(data) if media_type == "image/svg+xml" else _pixel_fault(data)
    if fault:
        message = f'"{name}" cannot be drawn: {fault}'
        raise PolyleafError([Finding(where, "picture-broken", message, "save it anew")])
    return Asset(name, media_type, data)


def _vector_fault(data: bytes) -> str:
    """What is wrong with an SVG. Entities can blow a small file up, and no drawing needs them."""
    if b"<!ENTITY" in data:
        return "it declares entities"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return str(error)
    return "" if root.tag == "{http://www.w3.org/2000/svg}svg" else "its root is not <svg>"


def _pixel_fault(data: bytes) -> str:
    """What is wrong with a PNG or JPEG; its size is looked at before its pixels are."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MAX_PIXELS:
                return f"it has over {MAX_PIXELS:,} pixels"
            image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        return str(error)
    return ""
