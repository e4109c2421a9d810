"""Bytes of picture files → Asset: pictures are checked here, before the engine draws them."""

from __future__ import annotations

import zlib
from pathlib import Path

from ..model.findings import Finding, PolyleafError, Severity, Where
from ..model.leaflet import Asset
from . import raster, svg, vector
from .main_colour import main_colour
from .raster_colours import Unprintable
from .small import jpeg, small

__all__ = ["fault", "jpeg", "main_colour", "ratio", "read", "shape", "small"]

DRAWINGS = (".svg", ".svgz")
PHOTOGRAPHS = (".png", ".jpg", ".jpeg", ".jfif", ".webp", ".avif", ".heic", ".heif",
               ".tif", ".tiff", ".gif", ".bmp")  # fmt: skip
EXPORT = "export it as SVG, PNG or JPEG"
GZIP = b"\x1f\x8b"
MAX_UNPACKED = 40_000_000  # bytes of a compressed drawing


def read(name: str, data: bytes, where: Where) -> Asset:
    """The picture in a file, named at `where`; raises PolyleafError if it cannot be drawn.

    What the file holds decides, not its suffix: messengers call pictures of all kinds .jpg.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in (*DRAWINGS, *PHOTOGRAPHS):
        hint = f"{EXPORT}; read are {', '.join(sorted((*DRAWINGS, *PHOTOGRAPHS)))}"
        raise PolyleafError([Finding(where, "picture-type", f'"{name}" is not a picture', hint)])
    try:
        if data.startswith(GZIP):
            data = _unpacked(data)
        if suffix in DRAWINGS or data.lstrip()[:1] == b"<":
            return _drawing(name, data, where)
        drawn = raster.read(data)
    except Unprintable as broken:
        raise PolyleafError([_broken(name, where, str(broken), broken.hint)]) from None
    hint = "look at it on the sheet; or save it in sRGB with 8 bits a channel"
    notes = tuple(
        Finding(where, "picture-changed", f'"{name}": {note}', hint, Severity.WARNING)
        for note in drawn.notes
    )
    return Asset(name, drawn.media_type, drawn.data, drawn.width, notes)


def _drawing(name: str, data: bytes, where: Where) -> Asset:
    made = svg.normalised(data, name, where)
    notes: tuple[Finding, ...] = ()
    if svg.shows_nothing(made):
        message = f'"{name}" shows nothing: it is empty, beside its page, or without a colour'
        hint = "fit the page of the drawing to what is drawn, then export again"
        notes = (Finding(where, "picture-empty", message, hint, Severity.WARNING),)
    return Asset(name, "image/svg+xml", made, notes=notes)


def _unpacked(data: bytes) -> bytes:
    """A drawing out of gzip (SVG 1.1, 1.2); raises Unprintable."""
    unpacking = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        unpacked = unpacking.decompress(data, MAX_UNPACKED)
    except zlib.error:
        unpacked = b""
    if not unpacking.eof:
        wrong = "it is cut off or damaged"
        if len(unpacked) >= MAX_UNPACKED:
            wrong = f"it unpacks to over {MAX_UNPACKED:,} bytes"
        raise Unprintable(wrong, "save it as SVG, not compressed")
    return unpacked


def shape(asset: Asset, where: Where) -> float:
    """The width of a picture by its height; raises PolyleafError if it has none."""
    try:
        return ratio(asset)
    except ValueError as error:
        raise PolyleafError([_broken(asset.name, where, str(error), EXPORT)]) from None


def ratio(asset: Asset) -> float:
    """The width of a picture that can be drawn, by its height; raises ValueError if it has none."""
    if asset.media_type == "image/svg+xml":
        return svg.ratio(asset.data)
    width, height = raster.size(asset.data)
    return width / height


def _broken(name: str, where: Where, wrong: str, hint: str) -> Finding:
    return Finding(where, "picture-broken", f'"{name}" cannot be drawn: {wrong}', hint)


def fault(media_type: str, data: bytes) -> str:
    """What is wrong with a picture that a page asks for; empty if the engine can draw it."""
    if media_type == "image/svg+xml":
        return vector.fault(data, _pixel_fault)
    if media_type not in raster.MEDIA_TYPES.values():
        return f"{media_type} is not a picture that can be printed"
    return _pixel_fault(data)


def _pixel_fault(data: bytes) -> str:
    """What is wrong with a PNG or JPEG; its size is checked before its pixels are read."""
    try:
        raster.size(data)
    except Unprintable as broken:
        return str(broken)
    return ""
