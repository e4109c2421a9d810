"""Bytes of picture files → Asset: pictures are checked here, before the engine draws them."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from ..model.findings import Finding, PolyleafError, Where
from ..model.leaflet import Asset
from . import vector

MAX_PIXELS = 25_000_000  # A4 at 300 dpi has nine million
TURNED, SIDEWAYS = 0x0112, (5, 6, 7, 8)  # Exif 3.0, 4.6.5: the tag Orientation
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


def read(name: str, data: bytes, where: Where) -> Asset:
    """The picture in a file, named at `where`; raises PolyleafError if it cannot be drawn."""
    media_type = MEDIA_TYPES.get(Path(name).suffix.lower())
    if media_type is None:
        hint = f"use one of: {', '.join(sorted(MEDIA_TYPES))}"
        raise PolyleafError([Finding(where, "picture-type", f'"{name}" is not a picture', hint)])
    if wrong := fault(media_type, data):
        raise PolyleafError([_broken(name, where, wrong)])
    return Asset(name, media_type, data)


def shape(asset: Asset, where: Where) -> float:
    """The width of a picture by its height; raises PolyleafError if it has none."""
    try:
        return ratio(asset)
    except ValueError as error:
        raise PolyleafError([_broken(asset.name, where, str(error))]) from None


def ratio(asset: Asset) -> float:
    """The width of a picture that can be drawn, by its height; raises ValueError if it has none."""
    if asset.media_type == "image/svg+xml":
        return vector.ratio(asset.data)
    from PIL import Image

    with Image.open(io.BytesIO(asset.data), formats=("PNG", "JPEG")) as image:
        width, height = image.size
        if image.getexif().get(TURNED, 1) in SIDEWAYS:
            width, height = height, width
    return width / height


def _broken(name: str, where: Where, wrong: str) -> Finding:
    message = f'"{name}" cannot be drawn: {wrong}'
    return Finding(where, "picture-broken", message, "export it again")


def fault(media_type: str, data: bytes) -> str:
    """What is wrong with a picture; empty if it can be drawn."""
    if media_type == "image/svg+xml":
        return vector.fault(data, _pixel_fault)
    if media_type not in MEDIA_TYPES.values():
        return f"{media_type} is not a picture that can be printed"
    return _pixel_fault(data)


def _pixel_fault(data: bytes) -> str:
    """What is wrong with a PNG or JPEG; its size is checked before its pixels are read."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    # The engine, once it is loaded, makes Pillow accept truncated pictures.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our limit is lower
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        with image:
            if image.width * image.height > MAX_PIXELS:
                return f"it has over {MAX_PIXELS:,} pixels"
            if image.format == "PNG" and getattr(image, "is_animated", False):
                return "it is animated"
            image.load()
    except UnidentifiedImageError:
        return "it is not a PNG or JPEG"
    except (OSError, SyntaxError, ValueError, OverflowError, Image.DecompressionBombError) as error:
        return str(error)
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return ""
