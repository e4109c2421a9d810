"""Picture files → Asset: pictures are checked here, before the engine draws them."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from ... import files
from ...model.findings import Finding, PolyleafError, Where
from ...model.leaflet import Asset
from . import vector

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
    data = files.read_inside(
        folder, name, where, MAX_BYTES, large="picture-size", large_hint="make it smaller"
    )
    media_type = MEDIA_TYPES.get(Path(name).suffix.lower())
    if media_type is None:
        hint = f"use one of: {', '.join(sorted(MEDIA_TYPES))}"
        raise PolyleafError([Finding(where, "picture-type", f'"{name}" is not a picture', hint)])
    if wrong := fault(media_type, data):
        message = f'"{name}" cannot be drawn: {wrong}'
        raise PolyleafError([Finding(where, "picture-broken", message, "export it again")])
    return Asset(name, media_type, data)


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
